/** Adding and correcting as a page does it, over a dossier of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDesk } from '../../src/cli/desk.ts'
import { makeShell } from '../../src/cli/shell.ts'
import { type Effects, nodeEffects } from '../../src/effects.ts'
import { openSession, type Session } from '../../src/pipeline.ts'
import { makeServer } from '../../src/serve/index.ts'
import { ARTICLES } from '../cli/articles.ts'
import { aFolder } from '../cli/run.ts'

const folder = aFolder()
let session: Session
let server: ReturnType<typeof makeServer>

const page =
  '<html><head><title>Lima and Oslo | Andes Monitor</title></head><body><article><h1>Lima and Oslo</h1><p>Peru’s foreign minister met Norway’s ambassador in Lima on March 4, 2022, and the two sides signed an agreement on salmon.</p></article></body></html>'
const effects: Effects = {
  ...nodeEffects(),
  env: { USER: 'ada' },
  now: () => new Date(0),
  async fetchPage(url) {
    if (url.includes('gone')) throw new Error('it is gone')
    return { url: `${url}?final`, bytes: Buffer.from(page), type: 'text/html' }
  },
}

beforeAll(async () => {
  session = await openSession(folder.at('.entente'), { create: true })
  server = makeServer(await makeDesk(makeShell(effects), session))
})
afterAll(async () => {
  await session.store.close()
  folder.remove()
})

const OWN = { host: '127.0.0.1:7777', origin: 'http://127.0.0.1:7777', 'sec-fetch-site': 'same-origin' }
const ask = (path: string, headers: { [name: string]: string } = {}) =>
  server.request(path, { headers: { host: '127.0.0.1:7777', ...headers } })
const send = (path: string, body: unknown, headers: { [name: string]: string } = OWN) =>
  server.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { host: '127.0.0.1:7777', 'content-type': 'application/json', ...headers },
  })

const read = async (answer: Response | Promise<Response>) => JSON.parse(await (await answer).text())

/** The states of an adding as the page hears them, to its end. */
async function progressOf(job: number) {
  const response = await ask('/api/progress')
  const states: { job: number; state: string; added: number; failed: object[]; done: number }[] = []
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) break
    text += value
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      if (!event.includes('event: adding')) continue
      states.push(JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}'))
    }
    if (states.some(state => state.job === job && state.state === 'done')) break
  }
  await reader?.cancel()
  return states
}

describe('what changes something', () => {
  it.each([
    [{ ...OWN, origin: 'http://evil.example' }],
    [{ ...OWN, origin: 'null' }],
    [{ ...OWN, 'sec-fetch-site': 'cross-site' }],
    [{ ...OWN, 'sec-fetch-site': 'same-site' }],
    [{ ...OWN, 'content-type': 'text/plain' }],
    [{ ...OWN, 'content-type': 'application/x-www-form-urlencoded' }],
    [{ ...OWN, host: 'evil.example', origin: 'http://evil.example' }],
  ])('is not taken with %j', async headers => {
    for (const path of ['/api/add', '/api/corrections', '/api/corrections/undo', '/api/corrections/import'])
      expect((await send(path, { items: [{ name: 'a', text: 'b' }] }, headers)).status).toBe(403)
  })
})

describe('adding', () => {
  it('takes files, texts and addresses, and tells what failed', async () => {
    const answer = await send('/api/add', {
      items: [
        { name: 'one.txt', base64: Buffer.from(ARTICLES['one.txt'] ?? '').toString('base64') },
        { name: 'pasted', text: ARTICLES['three.txt'] },
        { url: 'https://andes.example/1' },
        { url: 'https://andes.example/gone' },
        { name: 'wrong.json', text: '{"a":' },
      ],
    })
    expect(answer.status).toBe(202)
    const { job } = await read(answer)
    const end = (await progressOf(job)).at(-1)
    expect(end).toMatchObject({ state: 'done', done: 5, added: 3 })
    expect(end?.failed).toHaveLength(2)
    expect(end?.failed).toContainEqual({
      name: 'https://andes.example/gone',
      code: 'E_READ',
      message: 'it is gone',
    })
    const { items } = await read(ask('/api/documents'))
    expect(items).toHaveLength(3)
    expect(items).toContainEqual(
      expect.objectContaining({
        url: 'https://andes.example/1?final',
        retrieved: '1970-01-01T00:00:00.000Z',
      }),
    )
  })

  it('wants something', async () => {
    expect((await send('/api/add', { items: [] })).status).toBe(400)
    expect((await send('/api/add', { items: [{ name: 'x', base64: '!' }] })).status).toBe(400)
  })
})

describe('reviewing', () => {
  const total = async (): Promise<number> => (await read(ask('/api/events'))).total
  it('takes the head of the queue, and lets it be undone', async () => {
    const before = await total()
    const queue = await read(ask('/api/review?kind=event'))
    expect(queue).toMatchObject({ total: before, author: 'ada' })
    const [{ fact }] = queue.items
    const { made } = await read(
      send('/api/corrections', { facts: [fact.id], act: { do: 'reject' }, reason: 'no' }),
    )
    expect(made).toMatchObject([{ author: 'ada', reason: 'no', fact: { id: fact.id } }])
    expect(await total()).toBe(before - 1)
    expect((await read(ask('/api/review?kind=event'))).total).toBe(before - 1)
    const list = await read(ask('/api/corrections'))
    expect(list).toMatchObject({ items: [{ state: 'applied', fact: fact.id }] })
    expect(list.accuracy[0]).toMatchObject({ kind: 'event', reviewed: 1, right: 0 })
    const book = await read(ask('/api/corrections/export'))
    expect((await send('/api/corrections/undo', { id: made[0].id })).status).toBe(200)
    expect(await total()).toBe(before)
    expect(await read(send('/api/corrections/import', book))).toEqual({ taken: 0 })
  })

  it('says what does not fit', async () => {
    const { items } = await read(ask('/api/review?kind=event'))
    const id = items[0].fact.id
    const wrong = await send('/api/corrections', {
      facts: [id],
      act: { do: 'correct', field: 'status', value: 'perhaps' },
    })
    expect(wrong.status).toBe(400)
    expect((await read(wrong)).detail).toMatch(/one of reported, planned/)
    expect((await send('/api/corrections', { facts: ['nothing'], act: { do: 'accept' } })).status).toBe(404)
    expect((await send('/api/corrections', { facts: [id], act: { do: 'praise' } })).status).toBe(400)
    expect((await send('/api/corrections/import', { corrections: 3 })).status).toBe(400)
  })
})
