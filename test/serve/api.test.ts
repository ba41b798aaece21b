/** The API against its own description: whatever it says of itself is asked, and every answer is held to its schema. */
import { request } from 'node:http'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder } from '../cli/run.ts'
import { get, makeSample, type Served, serve } from './served.ts'

interface Description {
  openapi: string
  components: object
  paths: { [path: string]: { get?: Operation; post?: Operation } }
}
interface Operation {
  operationId: string
  responses: Responses
}
interface Page {
  items: { id: string }[]
  total: number
  next: string | null
}
interface Responses {
  [status: string]: { content: { [type: string]: { schema: object } } }
}

const folder = aFolder()
let served: Served
let api: Description

beforeAll(async () => {
  makeSample(folder.at('dossier'))
  served = await serve(folder.at('dossier'))
  api = await get<Description>(`${served.url}/api/openapi.json`)
})
afterAll(async () => {
  await served?.close()
  folder.remove()
})

const ajv = new Ajv2020({ strict: false })
formats.default(ajv)

/** What is wrong with a value, in the words of the schema; empty where nothing is. */
function faultsIn(value: unknown, schema: object): string {
  const validate = ajv.compile({ ...schema, components: api.components })
  return validate(value) ? '' : ajv.errorsText(validate.errors)
}

/** Asks, and holds the answer to what the description says of this path. */
async function ask(path: string, query = ''): Promise<{ status: number; body: unknown; response: Response }> {
  const response = await fetch(`${served.url}${path}${query}`)
  const operation = Object.entries(api.paths).find(([pattern]) =>
    new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  )?.[1].get
  const { content } = operation?.responses[response.status] ?? operation?.responses.default ?? { content: {} }
  const type = response.headers.get('content-type') ?? ''
  const [told] = Object.entries(content).filter(([name]) => type.startsWith(name.split(';')[0] ?? name))
  expect(told?.[0], `${path}${query} answers with ${type}, which is not described`).toBeDefined()
  const text = await response.text()
  const body = type.includes('json') ? JSON.parse(text) : text
  // A file of JSON is described as a file.
  if (!path.startsWith('/api/take/')) expect(faultsIn(body, told?.[1].schema ?? {}), path + query).toBe('')
  return { status: response.status, body, response }
}

const LISTS = ['events', 'statements', 'positions', 'forecasts', 'drivers'] as const
const FILTERS = [
  '',
  '?states=KOR,JPN',
  '?from=2022-01-01&to=2022-12-31',
  '?issue=export-controls',
  '?minConfidence=0.5&limit=3',
  '?q=summit',
  '?type=CONSULT&status=planned',
  '?actor=nobody-of-this-name',
]

/** What a path wants before it answers. */
const WANTED: { readonly [path: string]: string } = {
  '/api/search': '?q=summit',
  '/api/changes': '?since=none-0',
  '/api/analyses/ask': '?words=When%20did%20they%20meet%3F',
  '/api/map/edge': '?id=court-ruling%3Erelations&limit=1',
  '/api/analyses/scenario': '?set=summit-diplomacy%3Dhigh',
}

describe('the description', () => {
  it('is OpenAPI 3.1, with a name of its own for each operation', () => {
    expect(api.openapi).toBe('3.1.0')
    const names = Object.values(api.paths).flatMap(({ get, post }) =>
      [get, post].flatMap(it => it?.operationId ?? []),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(30)
  })

  it('is a page for people, too', async () => {
    const response = await fetch(`${served.url}/api`)
    expect(response.headers.get('content-type')).toContain('text/html')
    const page = await response.text()
    for (const path of Object.keys(api.paths)) expect(page).toContain(path)
    expect(page).not.toMatch(/<script|style=/)
  })
})

describe('every path', () => {
  it('answers as it is described', async () => {
    const wrong: string[] = []
    for (const path of Object.keys(api.paths).filter(
      path => api.paths[path]?.get !== undefined && !path.includes('{'),
    )) {
      const { status, body } = await ask(path, WANTED[path])
      if (status !== 200) wrong.push(`${path}: ${status} ${JSON.stringify(body)}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(LISTS)('%s holds under every filter', async list => {
    for (const filter of FILTERS) expect((await ask(`/api/${list}`, filter)).status).toBe(200)
  })

  it('gives one of each: a fact, a document, an actor', async () => {
    const first = async (list: string, key: string): Promise<string> => {
      const { items } = await get<{ items: { [key: string]: string }[] }>(`${served.url}/api/${list}?limit=1`)
      return items[0]?.[key] ?? ''
    }
    for (const list of LISTS) {
      const { status, body } = await ask(`/api/facts/${await first(list, 'id')}`)
      expect(status).toBe(200)
      expect(body).toMatchObject({ kind: list.slice(0, -1) })
    }
    expect((await ask(`/api/facts/${await first('events', 'id')}`, '?why=true')).body).toMatchObject({
      why: expect.arrayContaining([expect.any(String)]),
    })
    const moved = await get<{ items: { moved: { id: string } | null }[] }>(`${served.url}/api/issues`)
    const mover = moved.items.find(item => item.moved !== null)?.moved?.id ?? ''
    expect((await ask(`/api/facts/${mover}/issues`)).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ moved: true })]),
    })
    expect((await ask(`/api/documents/${await first('documents', 'id')}`)).status).toBe(200)
    expect((await ask(`/api/actors/${await first('actors', 'id')}`)).status).toBe(200)
  })
})

describe('pages', () => {
  it.each([...LISTS, 'documents'])('of %s give every item once', async list => {
    const seen: string[] = []
    let cursor: string | null = ''
    let total = 0
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=7' : `?limit=7&cursor=${cursor}`
      const page: Page = await get<Page>(`${served.url}/api/${list}${query}`)
      expect(page.items.length).toBeLessThanOrEqual(7)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
      total = page.total
    }
    expect(seen.length).toBe(total)
    expect(new Set(seen).size).toBe(total)
  })
})

describe('what cannot be answered', () => {
  it.each([
    ['/api/facts/nobody', '', 404, 'nobody'],
    ['/api/documents/nobody', '', 404, 'nobody'],
    ['/api/actors/nobody', '', 404, 'nobody'],
    ['/api/events', '?from=2022-13-45', 400, 'from'],
    ['/api/events', '?limit=0', 400, 'limit'],
    ['/api/events', '?limit=many', 400, 'limit'],
    ['/api/events', '?states=Korea', 400, 'three capitals'],
    ['/api/events', '?cursor=elsewhere', 400, 'elsewhere'],
    ['/api/events', '?minConfidence=2', 400, 'minConfidence'],
    ['/api/search', '', 400, 'q'],
    ['/api/analyses/ask', '', 400, 'question'],
    ['/api/analyses/index', '?by=hour', 400, 'by'],
  ])('%s%s is a problem that says what is wrong', async (path, query, status, words) => {
    const { response, body } = await ask(path, query)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ status, detail: expect.stringContaining(words) })
  })

  it('is told of paths that are none, and of other methods', async () => {
    for (const [path, method] of [
      ['/api/elsewhere', 'GET'],
      ['/api/events', 'POST'],
      ['/api/events', 'DELETE'],
    ] as const) {
      const response = await fetch(`${served.url}${path}`, { method })
      expect([path, response.status]).toEqual([path, 404])
      expect(faultsIn(await response.json(), { $ref: '#/components/schemas/problem' })).toBe('')
    }
  })

  it('leads out of the folder of the page nowhere', async () => {
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
    ])
      expect((await fetch(served.url + path)).status).toBe(404)
  })
})

describe('what was answered already', () => {
  it.each(['/api/events', '/api/dossier', '/api/marks'])('%s is not sent again', async path => {
    const first = await fetch(served.url + path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    const again = await fetch(served.url + path, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await fetch(served.url + path, { headers: { 'if-none-match': '"old"' } })).status).toBe(200)
  })
})

/** `fetch` sets the host itself. */
function askAs(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ port: served.port, host: '127.0.0.1', path, headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('who may ask', () => {
  it('is this machine alone, by its own names', async () => {
    for (const path of ['/', '/api/dossier', '/api/openapi.json']) {
      expect(await askAs(`localhost:${served.port}`, path)).toBe(200)
      for (const host of ['entente.example', `127.0.0.1.nip.example:${served.port}`, 'localhost.example'])
        expect([host, path, await askAs(host, path)]).toEqual([host, path, 403])
    }
  })

  it('is told by headers what the page may load', async () => {
    const { headers } = await fetch(served.url)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
