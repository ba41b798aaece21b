import { createRoute, z } from '@hono/zod-openapi'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

const usage = z.object({
  term: z.string(),
  outlet: z.string(),
  of: z.number().int().openapi({ description: 'articles of the outlet that name the issue at all' }),
  years: z.array(z.object({ year: z.string(), documents: z.number().int() })),
  distinguishing: z.boolean(),
})
const issue = z.object({
  issue: z.string(),
  name: z.string(),
  documents: z.number().int(),
  outlets: z.array(
    z.object({
      outlet: z.string(),
      phases: z.array(z.object({ term: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
})
/** The whole answer names the articles, this one says how many they are. */
const whole = z.object({
  issues: z.array(issue.extend({ usages: z.array(usage.extend({ documents: z.array(z.string()) })) })),
})
const counted = issue.extend({ usages: z.array(usage.extend({ documents: z.number().int() })) })

/** What outlets call each issue, counted; /api/analyses/terms names the articles. */
export const theTerms: Route = (app, { analysed }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/terms',
    operationId: 'list_terms',
    summary: 'What outlets call each issue, and in how many of their articles',
    responses: { 200: jsonOf(z.object({ items: z.array(counted) }), 'the issues with their terms') },
  })
  app.openapi(route, async context => {
    const { issues } = whole.parse(await analysed('terms'))
    const items = issues.map(({ usages, ...issue }) => ({
      ...issue,
      usages: usages.map(({ documents, ...usage }) => ({ ...usage, documents: documents.length })),
    }))
    return context.json({ items }, 200)
  })
}
