/** Lists of facts with filters, counts by facet, and pages; one fact by id. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { selector } from '../../export/select.ts'
import { EntenteError } from '../../record/errors.ts'
import { type Facts, LISTS, SOURCED, type SourcedKind } from '../../record/facts.ts'
import { facetsOf } from '../facets.ts'
import { type Filters, filterSchema, selectionOf } from '../filters.ts'
import type { Found, Library } from '../library.ts'
import { namesFor } from '../names.ts'
import { cursorFor, pageSchema, placeOf } from '../pages.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import { holdsWords } from '../words.ts'
import type { Route } from './route.ts'

/** The facts of a kind that the filters choose, in the record's order. */
export function chosen<K extends SourcedKind>(library: Library, kind: K, filters: Filters): Facts[K][] {
  const fits = selector(selectionOf(filters), library.actors)
  const { document, outlet, q } = filters
  const holds = q === undefined ? null : holdsWords(q)
  return library.list(kind).filter(fact => {
    if (!fits(kind, fact)) return false
    if (document !== undefined && !fact.evidence.some(it => it.document === document)) return false
    if (
      outlet !== undefined &&
      !fact.evidence.some(it => library.documents.get(it.document)?.outlet === outlet)
    )
      return false
    return holds === null || holds(fact)
  })
}

function addList<K extends SourcedKind>(app: OpenAPIHono, kind: K, library: () => Promise<Library>): void {
  const route = createRoute({
    method: 'get',
    path: `/api/${LISTS[kind]}`,
    operationId: `list_${LISTS[kind]}`,
    summary: `The ${LISTS[kind]} of the record, in its order`,
    request: { query: filterSchema.extend(pageSchema) },
    responses: {
      200: jsonOf(
        z.object({
          items: z.array(ofRecord(kind)),
          total: z.number().int(),
          next: z.string().nullable().openapi({ description: 'give it as `cursor` for the next page' }),
          facets: z.record(
            z.string(),
            z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })),
          ),
          names: ofRecord('names'),
        }),
        'a page of them',
      ),
    },
  })
  app.openapi(route, async context => {
    const { limit, cursor, ...filters } = context.req.valid('query')
    const shelf = await library()
    const facts = chosen(shelf, kind, filters)
    const from = placeOf(cursor)
    const items = facts.slice(from, from + limit)
    const next = from + limit < facts.length ? cursorFor(from + limit) : null
    return context.json(
      {
        items,
        total: facts.length,
        next,
        facets: facetsOf(kind, facts, shelf),
        names: namesFor(shelf, items),
      },
      200,
    )
  })
}

function addOne(
  app: OpenAPIHono,
  library: () => Promise<Library>,
  explain: (found: Found) => Promise<string[]>,
): void {
  const route = createRoute({
    method: 'get',
    path: '/api/facts/{id}',
    operationId: 'get_fact',
    summary: 'One fact of any kind, with why it is there',
    request: {
      params: z.object({ id: z.string() }),
      query: z.object({
        why: z
          .enum(['true', 'false'])
          .default('false')
          .openapi({ description: 'also the rules that made it, which takes a while' }),
      }),
    },
    responses: {
      200: jsonOf(
        z.object({
          kind: z.enum(SOURCED),
          fact: ofRecord('fact'),
          why: z.array(z.string()),
          names: ofRecord('names'),
        }),
        'the fact',
      ),
    },
  })
  app.openapi(route, async context => {
    const { id } = context.req.valid('param')
    const shelf = await library()
    const found = shelf.fact(id)
    if (found === undefined) throw new EntenteError('E_NOT_FOUND', `nothing in this dossier has the id ${id}`)
    const why = context.req.valid('query').why === 'true' ? await explain(found) : []
    return context.json({ ...found, why, names: namesFor(shelf, found.fact) }, 200)
  })
}

export const facts: Route = (app, { library, desk }) => {
  for (const kind of SOURCED) addList(app, kind, library)
  addOne(app, library, ({ kind, fact }) => desk.explain(kind, fact))
}
