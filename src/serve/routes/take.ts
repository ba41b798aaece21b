import { createRoute, z } from '@hono/zod-openapi'
import type { Names } from '../../export/columns.ts'
import { COLUMNS } from '../../export/columns.ts'
import { csvLine } from '../../export/csv.ts'
import { type Facts, LISTS, SOURCED, type SourcedKind } from '../../record/facts.ts'
import { type Filters, filterSchema } from '../filters.ts'
import type { Library } from '../library.ts'
import { chosen } from './facts.ts'
import type { Route } from './route.ts'

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

const cellOf = (cell: string | number | null): string =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_<>[\]]/g, c => `\\${c}`)

/** What was asked, of which record: a table without it cannot be cited. */
function stampOf(library: Library, list: string, filters: Filters): string {
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
  return `Entente, ${list}${asked.length === 0 ? '' : `, ${asked.join(', ')}`}; record ${library.version}`
}

function write<K extends SourcedKind>(library: Library, kind: K, filters: Filters, format: Format): string {
  const facts: readonly Facts[K][] = chosen(library, kind, filters)
  const stamp = stampOf(library, LISTS[kind], filters)
  if (format === 'json') return `${JSON.stringify({ stamp, items: facts }, null, 1)}\n`
  const [columns, names] = [COLUMNS[kind], namesIn(library)]
  const head = columns.map(column => column.name)
  const rows = facts.map(fact => columns.map(column => column.of(fact, names)))
  if (format === 'csv') return [csvLine(head), ...rows.map(csvLine)].join('')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(row => line(row.map(cellOf))),
    `\n${stamp}\n`,
  ].join('')
}

/** All rows of a list, in a file. */
export const take: Route = (app, { library }) => {
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
        return context.body(write(shelf, kind, filters, format), 200, {
          'content-type': FORMATS[format],
          'content-disposition': `attachment; filename="entente-${LISTS[kind]}.${format}"`,
          'entente-stamp': encodeURI(stampOf(shelf, LISTS[kind], filters)),
        })
      })
    }
  }
}
