/** The record's schema as components of the API's description, so that both are one. */
import { readFileSync } from 'node:fs'
import { type OpenAPIHono, z } from '@hono/zod-openapi'

const FILE = new URL('../record/record.schema.json', import.meta.url)

/** `#/$defs/interval` of the record's file is `#/components/schemas/interval` here. */
export function registerRecord(app: OpenAPIHono): void {
  const text = readFileSync(FILE, 'utf8').replaceAll('#/$defs/', '#/components/schemas/')
  const schema: { $defs: { [name: string]: object } } = JSON.parse(text)
  for (const [name, definition] of Object.entries(schema.$defs))
    app.openAPIRegistry.registerComponent('schemas', name, definition)
}

export const jsonOf = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** One of the record's kinds of things. */
export const ofRecord = (name: string) =>
  z.any().openapi({ allOf: [{ $ref: `#/components/schemas/${name}` }] })
