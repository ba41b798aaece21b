/** What is new since a version that one has seen, and word of the next one. */
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { type Facts, LISTS, passagesOf, SOURCED, type SourcedKind } from '../../record/facts.ts'
import type { Forecast, Position } from '../../record/types.ts'
import { type Library, latestOf } from '../library.ts'
import { namesFor } from '../names.ts'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

/** Facts of a kind that are sent whole; all of them are counted. */
const SENT = 50
/** Between two looks at the version, in milliseconds. */
const PAUSE = 1000
/** A proxy or a browser takes a connection for dead on which nothing comes for long, in looks. */
const PULSE = 20

/** Rests on new documents alone: nothing told it before. */
function isNew(fact: Facts[SourcedKind], added: ReadonlySet<string>): boolean {
  return passagesOf(fact).every(({ document }) => added.has(document))
}

/** A stance that is not the one which the actor took on the issue before. */
function isTurn(position: Position, all: readonly Position[], added: ReadonlySet<string>): boolean {
  const day = position.date?.start ?? position.date?.end ?? ''
  const before = all.filter(
    it =>
      it.actor === position.actor &&
      it.issue === position.issue &&
      !isNew(it, added) &&
      (it.date?.start ?? it.date?.end ?? '') <= day,
  )
  const last = before.at(-1)
  return last !== undefined && last.stance !== position.stance
}

/** Its time ran out between the last document seen and the last one that is there. */
function cameDue({ horizon }: Forecast, from: string, to: string): boolean {
  const end = horizon?.end ?? null
  return end !== null && end > from && end <= to
}

function newIn(library: Library, added: ReadonlySet<string>) {
  const counts: { [list: string]: number } = {}
  const fresh: { [list: string]: unknown[] } = {}
  for (const kind of SOURCED) {
    const facts: readonly Facts[SourcedKind][] = library.list(kind).filter(fact => isNew(fact, added))
    counts[LISTS[kind]] = facts.length
    fresh[LISTS[kind]] = facts.slice(-SENT).reverse()
  }
  const positions = library.list('position')
  const heads = [...library.documents.values()]
  const from = latestOf(heads.filter(({ id }) => !added.has(id))) ?? ''
  const to = latestOf(heads) ?? ''
  return {
    counts,
    events: fresh.events ?? [],
    statements: fresh.statements ?? [],
    /** Told before, and now by one more. */
    grown: library
      .list('event')
      .filter(it => !isNew(it, added) && passagesOf(it).some(({ document }) => added.has(document)))
      .slice(-SENT)
      .reverse(),
    turned: positions.filter(it => isNew(it, added) && isTurn(it, positions, added)).slice(-SENT),
    due: library
      .list('forecast')
      .filter(it => !isNew(it, added) && cameDue(it, from, to))
      .slice(-SENT),
  }
}

export const changes: Route = (app, { desk, library }) => {
  const list = z.array(z.any())
  const route = createRoute({
    method: 'get',
    path: '/api/changes',
    operationId: 'list_changes',
    summary: 'What came after a version of the record: documents, and facts that rest on them',
    request: {
      query: z.object({ since: z.string().openapi({ description: 'a `version` of /api/dossier' }) }),
    },
    responses: {
      200: jsonOf(
        z.object({
          known: z.boolean().openapi({ description: 'false: the version is none of this dossier' }),
          version: z.string(),
          documents: list,
          removed: z.number().int(),
          revised: list.openapi({ description: 'documents among them that are later versions of others' }),
          counts: z.record(z.string(), z.number().int()),
          events: list,
          statements: list,
          grown: list.openapi({ description: 'events known before that one more document tells' }),
          turned: list.openapi({ description: 'positions unlike the one that the actor held before' }),
          due: list.openapi({ description: 'forecasts whose time ran out in between' }),
          names: z.any(),
        }),
        'what is new',
      ),
    },
  })
  app.openapi(route, async context => {
    const changed = await desk.changedSince(context.req.valid('query').since)
    const shelf = await library()
    const added = new Set(changed?.added ?? [])
    const documents = [...added].flatMap(id => shelf.documents.get(id) ?? [])
    const found = newIn(shelf, added)
    return context.json(
      {
        known: changed !== null,
        version: shelf.version,
        documents,
        removed: changed?.removed.length ?? 0,
        revised: documents.filter(({ revisionOf }) => revisionOf !== null),
        ...found,
        names: namesFor(shelf, found),
      },
      200,
    )
  })

  app.get('/api/changes/stream', context =>
    streamSSE(context, async stream => {
      let told = ''
      for (let look = 0; !stream.aborted && !stream.closed; look++) {
        const version = await desk.version()
        if (version !== told) await stream.writeSSE({ event: 'version', data: version })
        else if (look % PULSE === 0) await stream.writeSSE({ event: 'pulse', data: '' })
        told = version
        await stream.sleep(PAUSE)
      }
    }),
  )
}
