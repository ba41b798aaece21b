/** The filters of every list, as the query string writes them; chosen by the same code as on the command line. */
import { z } from '@hono/zod-openapi'
import type { Selection } from '../export/select.ts'
import { isDate } from '../record/interval.ts'

const day = z
  .string()
  .refine(isDate, 'a day such as 2022-11-13')
  .openapi({ example: '2022-11-13', format: 'date' })

/** Facets that one can also narrow by what is not to be there, `-type=ACCUSE|REJECT`, or by one value alone. */
export const EXCLUDABLE = [
  'actor',
  'states',
  'issue',
  'type',
  'status',
  'outlet',
  'level',
  'affiliation',
  'tag',
] as const
export const ALONE = ['level', 'affiliation', 'cause', 'effect', 'tag'] as const

const without = z
  .string()
  .optional()
  .openapi({ description: 'leaves out facts with one of these values; | parts them' })
const withOne = z
  .string()
  .optional()
  .openapi({ description: 'only facts with this value, as the facets have it' })

export const filterSchema = z.object({
  from: day.optional().openapi({ description: 'what may have been on this day or later' }),
  to: day.optional().openapi({ description: 'what may have been on this day or before' }),
  actor: z.string().optional().openapi({ description: 'an actor: its id, or part of its name' }),
  states: z
    .string()
    .regex(/^[A-Z]{3}(,[A-Z]{3})*$/, 'codes of three capitals, such as KOR,JPN')
    .optional()
    .openapi({ description: 'states: an event of all of them, words of any', example: 'KOR,JPN' }),
  issue: z.string().optional().openapi({ description: 'id of an issue' }),
  type: z.string().optional().openapi({ description: 'PLOVER type, kind of statement, or stance' }),
  status: z.string().optional().openapi({ description: 'status of an event, outcome of a forecast' }),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  document: z.string().optional().openapi({ description: 'id of a document that tells it' }),
  outlet: z.string().optional().openapi({ description: 'name of an outlet that tells it' }),
  q: z.string().optional().openapi({ description: 'words that it holds' }),
  maxOrigins: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({ description: 'told by at most so many documents, copies of one counted once' }),
  order: z
    .enum(['record', 'newest', 'heaviest'])
    .optional()
    .openapi({ description: "the record's order (by date), the reverse, or the most intense events first" }),
  level: withOne,
  affiliation: withOne,
  cause: withOne,
  effect: withOne,
  tag: withOne,
  '-actor': without,
  '-states': without,
  '-issue': without,
  '-type': without,
  '-status': without,
  '-outlet': without,
  '-level': without,
  '-affiliation': without,
  '-tag': without,
})

export type Filters = z.infer<typeof filterSchema>

export function selectionOf({
  states,
  from,
  to,
  actor,
  issue,
  type,
  status,
  minConfidence,
}: Filters): Selection {
  const selection = { from, to, actor, issue, type, status, minConfidence }
  const given = Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined))
  return states === undefined ? given : { ...given, states: states.split(',') }
}
