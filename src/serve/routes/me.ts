import { createRoute, z } from '@hono/zod-openapi'
import { MAYS } from '../../record/access.ts'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

/** Who asks, and what they may do: a page leaves out what would be refused. */
export const me: Route = app => {
  const route = createRoute({
    method: 'get',
    path: '/api/me',
    operationId: 'get_me',
    summary: 'Who asks, and what they may do',
    responses: {
      200: jsonOf(
        z.object({
          name: z.string().nullable().openapi({ description: 'of the token; null where none is asked for' }),
          may: z.enum(MAYS).openapi({ description: 'each may what those before it may' }),
          isLoggedIn: z.boolean().openapi({ description: 'by a cookie, which POST /logout ends' }),
        }),
        'who it is',
      ),
    },
  })
  app.openapi(route, context => {
    const { who, by } = context.get('visit')
    return context.json(
      { name: who?.name ?? null, may: who?.may ?? 'admin', isLoggedIn: by === 'cookie' },
      200,
    )
  })
}
