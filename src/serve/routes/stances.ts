import { createRoute, z } from '@hono/zod-openapi'
import type { Position } from '../../record/types.ts'
import { facetsOf } from '../facets.ts'
import { filterSchema } from '../filters.ts'
import type { Library } from '../library.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import { chosen } from './facts.ts'
import type { Route } from './route.ts'

interface Cell {
  actor: string
  issue: string
  stance: Position['stance']
  summary: string
  /** Positions of the actor on the issue. */
  count: number
  /** They are not all of one stance. */
  hasChanged: boolean
}

/** The last day on which it may have been taken; of an undated one, when its document came out. */
function dayOf({ date, evidence }: Position, { documents }: Library): string {
  return date?.end ?? documents.get(evidence[0]?.document ?? '')?.published?.end ?? ''
}

function cellsOf(positions: readonly Position[], library: Library): Cell[] {
  const cells = new Map<string, { cell: Cell; day: string }>()
  for (const position of positions) {
    const { actor, issue, stance, summary } = position
    const key = `${actor} ${issue}`
    const day = dayOf(position, library)
    const known = cells.get(key)
    if (known === undefined) {
      cells.set(key, { cell: { actor, issue, stance, summary, count: 1, hasChanged: false }, day })
      continue
    }
    known.cell.count++
    if (stance !== known.cell.stance) known.cell.hasChanged = true
    if (day <= known.day) continue
    known.day = day
    Object.assign(known.cell, { stance, summary })
  }
  return [...cells.values()].map(({ cell }) => cell)
}

/** Who stands where by now: thousands of positions in some dozens of cells. */
export const stances: Route = (app, { library }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/stances',
    operationId: 'list_stances',
    summary: 'The latest stance of each actor on each issue; /api/positions has how it came to that',
    request: { query: filterSchema },
    responses: {
      200: jsonOf(
        z.object({
          items: z.array(
            z.object({
              actor: z.string(),
              issue: z.string(),
              stance: z.string(),
              summary: z.string(),
              count: z.number().int(),
              hasChanged: z.boolean(),
            }),
          ),
          total: z.number().int().openapi({ description: 'positions' }),
          facets: z.any(),
          names: ofRecord('names'),
        }),
        'a cell for each actor and issue',
      ),
    },
  })
  app.openapi(route, async context => {
    const shelf = await library()
    const all = chosen(shelf, 'position', context.req.valid('query'))
    const items = cellsOf(all, shelf)
    const facets = facetsOf('position', all, shelf)
    return context.json({ items, total: all.length, facets, names: namesFor(shelf, items) }, 200)
  })
}
