/** What the API is: for programs as OpenAPI, for people as a page. Both are made of the routes themselves. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { May } from '../record/access.ts'
import { neededFor } from './gate/roles.ts'

const PROBLEM = {
  description: 'what went wrong, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
}

interface Parameter {
  name: string
  required?: boolean
  description?: string
}

interface Operation {
  operationId?: string
  summary?: string
  parameters?: Parameter[]
  responses?: object
  'x-may'?: May
}

const METHODS = ['get', 'post'] as const
type Method = (typeof METHODS)[number]

interface Description {
  paths: { [path: string]: { [M in Method]?: Operation } }
}

/** Every question may fail, and fails in one shape. */
export function describe(app: OpenAPIHono): Description {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: '`entente token add` makes one; `x-may` says what it must allow',
  })
  const whole: Description = JSON.parse(
    JSON.stringify(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Entente',
          version: '1',
          description: 'A dossier: what happened, who said what, who stands where, and where it is written.',
        },
        // On one's own machine none is asked for.
        security: [{ token: [] }, {}],
      }),
    ),
  )
  for (const { operation, method, path } of operationsOf(whole)) {
    operation.responses = { ...operation.responses, default: PROBLEM }
    operation['x-may'] = neededFor(method.toUpperCase(), path)
  }
  return whole
}

function operationsOf({ paths }: Description): { path: string; method: Method; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap(method => {
      const operation = methods[method]
      return operation === undefined ? [] : [{ path, method, operation }]
    }),
  )
}

export const safe = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

function rowOf({ name, required = false, description = '' }: Parameter): string {
  return `<tr><th scope="row"><code>${safe(name)}</code>${required ? ' *' : ''}</th><td>${safe(description)}</td></tr>`
}

function sectionOf(path: string, method: Method, operation: Operation): string {
  const { operationId = '', summary = '', parameters = [] } = operation
  // Without a wanted value the address can be asked as it stands.
  const isPlain = method === 'get' && !path.includes('{') && !parameters.some(({ required }) => required)
  const address = isPlain
    ? `<a href="${safe(path)}">${safe(path)}</a>`
    : `${method === 'get' ? '' : `${method.toUpperCase()} `}${safe(path)}`
  const rows =
    parameters.length === 0
      ? ''
      : `<details><summary>${parameters.length} parameters</summary><table>${parameters.map(rowOf).join('')}</table></details>`
  return `<section id="${safe(operationId)}"><h2><code>${address}</code></h2><p>${safe(summary)}</p>${rows}</section>`
}

/** A page that needs no script. */
export function pageOf(described: Description): string {
  const sections = operationsOf(described).map(({ path, method, operation }) =>
    sectionOf(path, method, operation),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Entente: the API</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api.css">
</head>
<body>
<header><a href="/">Entente</a></header>
<main>
<h1>The API</h1>
<p>Everything that the workbench shows is asked here, by GET; corrections and documents are sent by POST, as JSON. For programs: <a href="/api/openapi.json">openapi.json</a>.
Lists come in pages: hand <code>next</code> back as <code>cursor</code>. Answers carry an <code>ETag</code>.
What fails is <code>application/problem+json</code>. A server for several wants <code>Authorization: Bearer</code>
with a token; feeds take it as a password, too.</p>
${sections.join('\n')}
</main>
</body>
</html>
`
}
