import { createRoute, z } from '@hono/zod-openapi'
import type { Door } from '../desk.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

/** Each analysis of the command line under its own name, with the same options and the same answer. */
export const analyses: Route = (app, { desk, library }) => {
  for (const door of desk.doors) {
    const route = createRoute({
      method: 'get',
      path: `/api/analyses/${door.name}`,
      operationId: `analyse_${door.name}`,
      summary: door.description,
      request: { query: z.object(Object.fromEntries(queryOf(door))) },
      responses: {
        200: jsonOf(
          z.object({ answer: z.any(), names: ofRecord('names') }),
          'what `--format json` prints, with names for its ids',
        ),
      },
    })
    app.openapi(route, async context => {
      const query = context.req.queries()
      const { words = [], ...options } = query
      const answer = await door.ask(words, options)
      return context.json({ answer, names: namesFor(await library(), answer) }, 200)
    })
  }
}

function queryOf(door: Door): [string, z.ZodType][] {
  const one = z.string()
  const options = door.options.map(({ name, description, choices, isMany }): [string, z.ZodType] => {
    const value = choices === null ? one : z.enum([choices[0] ?? '', ...choices.slice(1)])
    const all = isMany ? z.union([value, z.array(value)]) : value
    return [name, all.optional().openapi({ description })]
  })
  if (door.words === null) return options
  return [
    [
      'words',
      z
        .union([one, z.array(one)])
        .optional()
        .openapi({ description: door.words }),
    ],
    ...options,
  ]
}
