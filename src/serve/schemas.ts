/** The record's schema as components of the API's description, so that both are one. */
import { readFileSync } from 'node:fs'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { SOURCED } from '../record/facts.ts'

const FILE = new URL('../record/record.schema.json', import.meta.url)

const text = { type: 'string' } as const
const textOrNull = { type: ['string', 'null'] }

/** What only answers have, beside the record's own kinds. */
const OF_ANSWERS: { readonly [name: string]: object } = {
  problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail'],
    properties: { type: text, title: text, status: { type: 'integer' }, detail: text },
  },
  names: {
    type: 'object',
    description: 'names for the ids of an answer',
    required: ['actors', 'issues', 'factors', 'documents'],
    properties: {
      actors: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          required: ['name', 'type', 'state'],
          properties: { name: text, type: text, state: textOrNull },
        },
      },
      issues: { type: 'object', additionalProperties: text },
      factors: { type: 'object', additionalProperties: text },
      documents: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          required: ['title', 'outlet', 'source', 'published', 'copyOf'],
          properties: {
            title: textOrNull,
            outlet: textOrNull,
            source: text,
            published: { anyOf: [{ $ref: '#/components/schemas/interval' }, { type: 'null' }] },
            copyOf: textOrNull,
          },
        },
      },
    },
  },
  fact: {
    description: 'a fact of any kind',
    anyOf: SOURCED.map(kind => ({ $ref: `#/components/schemas/${kind}` })),
  },
}

interface Definitions {
  [name: string]: object
  document: { required: string[]; properties: { [name: string]: object } }
}

/** A document without its text, with the number of facts that rest on it where that is counted. */
function headOf({ required, properties }: Definitions['document']): object {
  const { text: _, ...rest } = properties
  return {
    type: 'object',
    required: required.filter(name => name !== 'text'),
    properties: { ...rest, facts: { type: 'integer' } },
  }
}

/** `#/$defs/interval` of the record's file is `#/components/schemas/interval` here. */
export function registerRecord(app: OpenAPIHono): void {
  const file = readFileSync(FILE, 'utf8').replaceAll('#/$defs/', '#/components/schemas/')
  const schema: { $defs: Definitions } = JSON.parse(file)
  for (const [name, definition] of Object.entries(schema.$defs))
    app.openAPIRegistry.registerComponent('schemas', name, definition)
  for (const [name, definition] of Object.entries({ ...OF_ANSWERS, head: headOf(schema.$defs.document) }))
    app.openAPIRegistry.registerComponent('schemas', name, definition)
}

export const jsonOf = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** One of the record's kinds of things. Without the check it would count as something that may be absent. */
export const ofRecord = (name: string) =>
  z
    .any()
    .refine(value => value !== undefined)
    .openapi({ allOf: [{ $ref: `#/components/schemas/${name}` }] })
