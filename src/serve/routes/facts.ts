/** Lists of facts with filters, counts by facet, and pages; one fact by id. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { dayOf, type Published, selector } from '../../export/select.ts'
import { EntenteError } from '../../record/errors.ts'
import { type Facts, LISTS, SOURCED, type SourcedKind } from '../../record/facts.ts'
import { facetsOf, valuesOf } from '../facets.ts'
import { ALONE, EXCLUDABLE, type Filters, filterSchema, selectionOf } from '../filters.ts'
import type { Found, Library } from '../library.ts'
import { namesFor } from '../names.ts'
import { cursorFor, pageSchema, placeOf } from '../pages.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import { holdsWords } from '../words.ts'
import type { Route } from './route.ts'

/** The test of what the facets include and exclude; null where nothing of that is asked. */
function byFacets<K extends SourcedKind>(
  kind: K,
  filters: Filters,
  library: Library,
): ((fact: Facts[K]) => boolean) | null {
  const wanted = ALONE.flatMap(name => {
    const value = filters[name]
    return value === undefined ? [] : [{ name, value }]
  })
  const unwanted = EXCLUDABLE.flatMap(name => {
    const values = filters[`-${name}`]
    return values === undefined ? [] : [{ name, values: new Set(values.split('|')) }]
  })
  if (wanted.length === 0 && unwanted.length === 0) return null
  return fact => {
    if (!wanted.every(({ name, value }) => valuesOf(kind, name, fact, library).includes(value))) return false
    return !unwanted.some(({ name, values }) => {
      const has = valuesOf(kind, name, fact, library).filter(value => value !== null)
      // What other outlets tell as well stays.
      if (name === 'outlet') return has.length > 0 && has.every(value => values.has(value))
      return has.some(value => values.has(value))
    })
  }
}

/** Independent documents that a fact rests on: one and its copies are one. */
function originsOf({ evidence }: Facts[SourcedKind], library: Library): number {
  return new Set(evidence.map(({ document }) => library.documents.get(document)?.copyOf ?? document)).size
}

const heavier = (a: object, b: object): number =>
  'intensity' in a && 'intensity' in b ? Math.abs(Number(b.intensity)) - Math.abs(Number(a.intensity)) : 0

const publishedIn =
  (library: Library): Published =>
  id =>
    library.documents.get(id)?.published ?? null

/** The record has statements document by document: the latest day first, within a day as they were written. */
function newestFirst<Fact extends Facts[SourcedKind]>(facts: readonly Fact[], library: Library): Fact[] {
  const dated = facts.map(fact => {
    const date = dayOf('statement', fact, publishedIn(library))
    return { fact, day: date?.start ?? date?.end ?? '' }
  })
  return dated.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1)).map(({ fact }) => fact)
}

/** The facts of a kind that the filters choose, in the order that they ask for. */
export function chosen<K extends SourcedKind>(library: Library, kind: K, filters: Filters): Facts[K][] {
  const facts = allChosen(library, kind, filters)
  if (filters.order === 'newest') return kind === 'statement' ? newestFirst(facts, library) : facts.reverse()
  return filters.order === 'heaviest' ? facts.sort(heavier) : facts
}

function allChosen<K extends SourcedKind>(library: Library, kind: K, filters: Filters): Facts[K][] {
  const fits = selector(selectionOf(filters), library.actors, publishedIn(library))
  const { document, outlet, q, maxOrigins } = filters
  const holds = q === undefined ? null : holdsWords(q)
  const stays = byFacets(kind, filters, library)
  return library.list(kind).filter(fact => {
    if (!fits(kind, fact)) return false
    if (document !== undefined && !fact.evidence.some(it => it.document === document)) return false
    if (
      outlet !== undefined &&
      !fact.evidence.some(it => library.documents.get(it.document)?.outlet === outlet)
    )
      return false
    if (maxOrigins !== undefined && originsOf(fact, library) > maxOrigins) return false
    if (stays !== null && !stays(fact)) return false
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
