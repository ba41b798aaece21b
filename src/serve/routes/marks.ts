/** Events as the timeline draws them: counted by stretches of time, and one by one where there are few. */
import { createRoute, z } from '@hono/zod-openapi'
import { filterSchema } from '../filters.ts'
import { binned, isoOf, keysOf, LANE_KINDS, MOST_MARKS, wholeOf } from '../lanes.ts'
import { markOf, namesOf } from '../marks.ts'
import { jsonOf } from '../schemas.ts'
import { chosen } from './facts.ts'
import type { Route } from './route.ts'

const kind = z
  .enum(LANE_KINDS)
  .default('none')
  .openapi({ description: 'what the lanes are: one event may stand in several' })
const names = z.record(z.string(), z.string())
const range = z.tuple([z.number(), z.number()])

const marksRoute = createRoute({
  method: 'get',
  path: '/api/marks',
  operationId: 'list_marks',
  summary: 'The chosen events in a few fields, as marks on a timeline; the first so many',
  request: {
    query: filterSchema.extend({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_MARKS)
        .default(MOST_MARKS)
        .openapi({ description: 'the first so many; /api/events has all of them, in pages' }),
      within: z
        .string()
        .regex(/^-?\d{1,7}_-?\d{1,7}$/, 'two days since 1970-01-01, such as 18000_18400')
        .optional()
        .openapi({ description: 'only what reaches into these days, counted from 1970-01-01' }),
      lanes: kind,
      in: z.string().optional().openapi({ description: 'only what stands in this lane' }),
    }),
  },
  responses: {
    200: jsonOf(
      z.object({
        marks: z.array(z.any()),
        total: z.number().int(),
        within: range.nullable(),
        actors: names,
        issues: names,
      }),
      'the marks',
    ),
  },
})

const bin = z.tuple([z.number(), z.number().int(), z.number().int()])

const lanesRoute = createRoute({
  method: 'get',
  path: '/api/lanes',
  operationId: 'list_lanes',
  summary:
    'How many of the chosen events each lane has, by stretches of time; the events themselves where they are few',
  request: { query: filterSchema.extend({ lanes: kind }) },
  responses: {
    200: jsonOf(
      z.object({
        total: z.number().int(),
        whole: range.openapi({ description: 'from the first day to the last, but for what was long before' }),
        marks: z
          .array(z.any())
          .nullable()
          .openapi({ description: `null where they are over ${MOST_MARKS}` }),
        width: z.number().openapi({ description: 'days to a stretch' }),
        all: z.array(bin).openapi({ description: 'first day, events, those of conflict among them' }),
        lanes: z.array(z.object({ id: z.string(), count: z.number().int(), bins: z.array(bin) })),
        actors: names,
        issues: names,
      }),
      'the lanes, the fullest first',
    ),
  },
})

/** What may lie in these days: an open end goes on for ever. */
function reachesInto([first, last]: readonly [string, string]) {
  return ({ date: { start, end } }: { date: { start: string | null; end: string | null } }): boolean =>
    (start !== null || end !== null) && (start ?? end ?? '') <= last && (end ?? start ?? '') >= first
}

export const marks: Route = (app, { library }) => {
  app.openapi(marksRoute, async context => {
    const shelf = await library()
    const { limit, within, lanes, in: lane, ...filters } = context.req.valid('query')
    const days = within === undefined ? null : within.split('_').map(Number)
    const [first = 0, last = 0] = days ?? []
    const reaches = days === null ? () => true : reachesInto([isoOf(first), isoOf(last)])
    const events = chosen(shelf, 'event', filters).filter(reaches)
    const all =
      lane === undefined ? events : events.filter(event => keysOf(markOf(event, shelf), lanes).includes(lane))
    const found = all.slice(0, limit).map(event => markOf(event, shelf))
    return context.json(
      {
        marks: found,
        total: all.length,
        within: days === null ? null : [first, last],
        ...namesOf(found, shelf),
      },
      200,
    )
  })

  app.openapi(lanesRoute, async context => {
    const shelf = await library()
    const { lanes: kind, ...filters } = context.req.valid('query')
    const all = chosen(shelf, 'event', filters).map(event => markOf(event, shelf))
    const whole = wholeOf(all)
    const isFew = all.length <= MOST_MARKS
    const counted = binned(isFew ? [] : all, kind, whole)
    const { actors, issues } = namesOf(isFew || kind === 'actor' ? all : [], shelf)
    const own = new Set(counted.lanes.map(({ id }) => id))
    const named = Object.entries(actors).filter(([id]) => isFew || own.has(id))
    return context.json(
      {
        total: all.length,
        whole,
        marks: isFew ? all : null,
        ...counted,
        actors: Object.fromEntries(named),
        issues,
      },
      200,
    )
  })
}
