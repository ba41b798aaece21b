import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { brief } from '../../export/brief.ts'
import { csvLine, mdCell, mdLine } from '../../export/cells.ts'
import type { Names } from '../../export/columns.ts'
import { COLUMNS } from '../../export/columns.ts'
import { type Facts, LISTS, SOURCED, type SourcedKind } from '../../record/facts.ts'
import { type Filters, filterSchema } from '../filters.ts'
import type { Library } from '../library.ts'
import { chosen } from './facts.ts'
import type { Room, Route } from './route.ts'

const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
} as const
type Format = keyof typeof FORMATS

function namesIn(library: Library): Names {
  const issues = new Map(library.list('issue').map(({ id, name }) => [id, name]))
  const factors = new Map(library.list('factor').map(({ id, name }) => [id, name]))
  return {
    actor: id => (id === null ? '' : (library.actors.get(id)?.name ?? id)),
    issue: id => issues.get(id) ?? id,
    factor: id => factors.get(id) ?? id,
    document: id => library.documents.get(id),
  }
}

/** What was asked, of which record: a table without it cannot be cited. */
function stampOf(library: Library, list: string, filters: Filters, at: Date): string {
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
  return `Entente, ${list}${asked.length === 0 ? '' : `, ${asked.join(', ')}`}; record ${library.version}; ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

interface Taken<K extends SourcedKind> {
  kind: K
  filters: Filters
  format: Format
  stamp: string
}

function write<K extends SourcedKind>(library: Library, { kind, filters, format, stamp }: Taken<K>): string {
  const facts: readonly Facts[K][] = chosen(library, kind, filters)
  if (format === 'json') return `${JSON.stringify({ stamp, items: facts }, null, 1)}\n`
  const [columns, names] = [COLUMNS[kind], namesIn(library)]
  const head = columns.map(column => column.name)
  const rows = facts.map(fact => columns.map(column => column.of(fact, names)))
  // In each row: what was asked is known of a table that was sorted, cut or joined to another.
  if (format === 'csv')
    return [csvLine([...head, 'stamp']), ...rows.map(row => csvLine([...row, stamp]))].join('')
  return [mdLine(head), mdLine(head.map(() => '---')), ...rows.map(mdLine), `\n${mdCell(stamp)}\n`].join('')
}

/** The chosen events as one reads and cites them: each with footnotes that quote its passages. */
function addBrief(app: OpenAPIHono, { library, desk }: Pick<Room, 'library' | 'desk'>): void {
  const route = createRoute({
    method: 'get',
    path: '/api/take/brief.md',
    operationId: 'take_brief',
    summary: 'The chosen events as a chronology with footnotes that quote and cite',
    request: { query: filterSchema },
    responses: { 200: { description: 'the file', content: { [FORMATS.md]: { schema: z.string() } } } },
  })
  app.openapi(route, async context => {
    const shelf = await library()
    const filters = context.req.valid('query')
    const ids = new Set(chosen(shelf, 'event', filters).map(({ id }) => id))
    const title = desk.name ?? 'Chronology'
    const stamp = stampOf(shelf, 'chronology', filters, desk.now())
    const parts: string[] = []
    for await (const part of brief(await desk.source(), { title, fits: ({ id }) => ids.has(id) }))
      parts.push(part)
    return context.body(`${parts.join('')}\n${mdCell(stamp)}\n`, 200, {
      'content-type': FORMATS.md,
      'content-disposition': 'attachment; filename="entente-chronology.md"',
      'entente-stamp': encodeURI(stamp),
    })
  })
}

/** All rows of a list, in a file. */
export const take: Route = (app, { library, desk }) => {
  addBrief(app, { library, desk })
  for (const kind of SOURCED) {
    for (const format of ['csv', 'json', 'md'] as const) {
      const route = createRoute({
        method: 'get',
        path: `/api/take/${LISTS[kind]}.${format}`,
        operationId: `take_${LISTS[kind]}_${format}`,
        summary: `All chosen ${LISTS[kind]} as a file, stamped with what was asked`,
        request: { query: filterSchema },
        responses: {
          200: { description: 'the file', content: { [FORMATS[format]]: { schema: z.string() } } },
        },
      })
      app.openapi(route, async context => {
        const shelf = await library()
        const filters = context.req.valid('query')
        const stamp = stampOf(shelf, LISTS[kind], filters, desk.now())
        return context.body(write(shelf, { kind, filters, format, stamp }), 200, {
          'content-type': FORMATS[format],
          'content-disposition': `attachment; filename="entente-${LISTS[kind]}.${format}"`,
          'entente-stamp': encodeURI(stamp),
        })
      })
    }
  }
}
