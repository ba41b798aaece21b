/**
 * A dossier on a server that is never at rest: articles are added, a site is watched, everything is served and asked
 * for, the oldest articles are removed again so that it stays as large as it is. What went wrong, and how the memory
 * of the processes goes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { at } from './places.ts'
import { done, type Ended, here, type Running, start } from './program.ts'

const MB = 1_048_576
const PAGE = 4_096

export interface Memory {
  /** Megabytes: at the end of the first quarter, at the end, and the most. */
  early: number
  late: number
  most: number
  /** Megabytes an hour, by least squares from the end of the first quarter on. */
  slope: number
}

export interface Soaked {
  added: number
  removed: number
  /** Articles that were found by watching. */
  watched: number
  questions: number
  /** So often two of them met at one piece of work, and one was told to come again. */
  busy: number
  errors: string[]
  /** By process; empty where the system does not tell. */
  memory: { [process: string]: Memory }
}

const QUESTIONS = [
  'api/dossier',
  'api/events?limit=50',
  'api/statements',
  'api/positions',
  'api/forecasts',
  'api/documents',
  'api/search?q=salmon+talks',
  'api/analyses/index?by=month&states=NOR,PER',
  'api/review',
  'api/watches',
  'api/feed.rss',
]

/** Documents beyond so many go, the oldest first. */
const MOST = 40
const REMOVED_AT_ONCE = 10

function article(n: number): { name: string; text: string } {
  const day = (n % 27) + 1
  const text = `Round ${n} of the talks on fish

The Harbour Gazette
May ${day}, 2021

The foreign ministers of Norway and Peru met in Oslo on May ${day}, 2021 for round ${n} of their talks. “We talked for ${n} hours,” Peru’s foreign minister said. Norway may impose tariffs on Peruvian salmon if dispatch ${n * 7919} is right.
`
  return { name: `added-${String(n).padStart(6, '0')}.txt`, text }
}

interface Site {
  url: string
  close(): Promise<void>
}

/** A feed with two more articles each time that it is asked for. */
async function aFeed(): Promise<Site> {
  let items = 0
  const page = (n: number): string =>
    `<html><head><title>Item ${n}</title></head><body><article><p>${article(1_000_000 + n).text.replaceAll('\n\n', '</p><p>')}</p></article></body></html>`
  const server = createServer((request, response) => {
    const [, n] = /^\/a\/(\d+)$/.exec(request.url ?? '') ?? []
    response.setHeader('content-type', n === undefined ? 'application/rss+xml' : 'text/html')
    if (n !== undefined) return response.end(page(Number(n)))
    if (request.url !== '/feed') return response.writeHead(404).end()
    items += 2
    const listed = Array.from({ length: Math.min(items, 20) }, (_, i) => items - i)
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title>${listed
        .map(it => `<item><title>Item ${it}</title><link>/a/${it}</link><guid>g${it}</guid></item>`)
        .join('')}</channel></rss>`,
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function megabytesOf(pid: number | undefined): number | null {
  const path = `/proc/${pid}/statm`
  if (!existsSync(path)) return null
  return (Number(readFileSync(path, 'utf8').split(' ')[1]) * PAGE) / MB
}

/** `samples`: of seconds and megabytes. */
export function memoryOf(samples: readonly (readonly [seconds: number, megabytes: number])[]): Memory {
  const later = samples.slice(Math.floor(samples.length / 4))
  const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length
  const [x, y] = [mean(later.map(([seconds]) => seconds)), mean(later.map(([, megabytes]) => megabytes))]
  let [over, under] = [0, 0]
  for (const [seconds, megabytes] of later) {
    over += (seconds - x) * (megabytes - y)
    under += (seconds - x) ** 2
  }
  return {
    early: later[0]?.[1] ?? 0,
    late: later.at(-1)?.[1] ?? 0,
    most: Math.max(...samples.map(([, megabytes]) => megabytes)),
    slope: under === 0 ? 0 : (over / under) * 3_600,
  }
}

interface Adding {
  job: number
  state: string
  failed: { name: string; code: string; message: string }[]
}

class Soak {
  readonly soaked: Soaked = {
    added: 0,
    removed: 0,
    watched: 0,
    questions: 0,
    busy: 0,
    errors: [],
    memory: {},
  }
  readonly #samples = new Map<string, [number, number][]>()
  readonly #began = performance.now()
  readonly place: string
  readonly url: string
  readonly until: number
  #number = 0

  constructor(place: string, url: string, seconds: number) {
    this.place = place
    this.url = url
    this.until = this.#began + seconds * 1_000
  }

  get isOver(): boolean {
    return performance.now() >= this.until
  }

  #fail(what: string, error: unknown): void {
    this.soaked.errors.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }

  /** Goes on until the time is over; what fails is noted, and it goes on. */
  async #keepOn(what: string, pause: number, work: () => Promise<void>): Promise<void> {
    while (!this.isOver) {
      await work().catch((error: unknown) => this.#fail(what, error))
      await sleep(Math.min(pause, Math.max(0, this.until - performance.now())))
    }
  }

  async #ask(path: string, init?: RequestInit): Promise<string> {
    const response = await fetch(this.url + path, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${text.slice(0, 300)}`)
    this.soaked.questions++
    return text
  }

  /** The states of addings, as a page that is open all the time hears them. */
  async *#progress(signal: AbortSignal): AsyncGenerator<Adding> {
    const response = await fetch(`${this.url}api/progress`, { signal })
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (text + chunk).split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const [, data] = /^event: adding\ndata: (.*)$/m.exec(event) ?? []
        if (data !== undefined) yield JSON.parse(data)
      }
    }
  }

  async #addOne(states: AsyncGenerator<Adding>): Promise<void> {
    const body = JSON.stringify({ items: [article(this.#number++)] })
    const headers = { 'content-type': 'application/json', origin: new URL(this.url).origin }
    const { job }: { job: number } = JSON.parse(await this.#ask('api/add', { method: 'POST', headers, body }))
    for (;;) {
      const { value, done: isEnded } = await states.next()
      if (isEnded === true) throw new Error('the line of news ended')
      if (value.job !== job || value.state !== 'done') continue
      const [failed] = value.failed
      if (failed?.code === 'E_IN_USE') this.soaked.busy++
      else if (failed !== undefined) throw new Error(`${failed.code}: ${failed.message}`)
      this.soaked.added++
      return
    }
  }

  async #add(): Promise<void> {
    const stop = new AbortController()
    const states = this.#progress(stop.signal)
    await this.#keepOn('adding', 500, () => this.#addOne(states))
    stop.abort()
    await states.next().catch(() => {})
  }

  /** What a command prints; null where another process is at the record, as it may be at any moment. */
  async #run(args: readonly string[]): Promise<string | null> {
    const { code, out, err } = await here([...args, ...at(this.place)])
    if (code === 0) return out
    if (code !== 3 || !/is at work on the record|keep adding/.test(err))
      throw new Error(`${args[0]} ended with ${code}: ${err}`)
    this.soaked.busy++
    return null
  }

  async #remove(): Promise<void> {
    const text = await this.#run(['export', '--text', 'none'])
    if (text === null) return
    const { documents }: { documents: { id: string; source: string }[] } = JSON.parse(text)
    if (documents.length <= MOST) return
    const oldest = documents.sort((a, b) => (a.source < b.source ? -1 : 1)).slice(0, REMOVED_AT_ONCE)
    await this.#run(['remove', ...oldest.map(({ id }) => id)])
    this.soaked.removed += oldest.length
  }

  async #measure(processes: { readonly [name: string]: Running }): Promise<void> {
    for (const [name, { child }] of Object.entries(processes)) {
      if (child.exitCode !== null || child.signalCode !== null) {
        this.#fail(name, `ended with ${child.signalCode ?? child.exitCode}`)
        continue
      }
      const megabytes = megabytesOf(child.pid)
      if (megabytes === null) continue
      const samples = this.#samples.get(name) ?? []
      samples.push([(performance.now() - this.#began) / 1_000, megabytes])
      this.#samples.set(name, samples)
    }
  }

  async run(processes: { readonly [name: string]: Running }): Promise<void> {
    let asked = 0
    await Promise.all([
      this.#add(),
      this.#keepOn('asking', 100, async () => {
        await this.#ask(QUESTIONS[asked++ % QUESTIONS.length] ?? '')
      }),
      this.#keepOn('removing', 5_000, () => this.#remove()),
      this.#keepOn('measuring', 1_000, () => this.#measure(processes)),
    ])
    for (const [name, samples] of this.#samples) this.soaked.memory[name] = memoryOf(samples)
  }

  /** What the service of watching said in the end. */
  readWatching({ code, out, err }: Ended): void {
    const [, found] = /: (\d+) new/.exec(out) ?? []
    this.soaked.watched = Number(found ?? 0)
    if (code !== 0) this.#fail('watching', `ended with ${code}: ${err}`)
    for (const line of err.split('\n')) if (/: E_\w+: |not to be had/.test(line)) this.#fail('watching', line)
  }
}

function addressIn({ child }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', data => {
      const [url] = /http:\S+/.exec(String(data)) ?? []
      if (url !== undefined) resolve(url)
    })
    child.once('exit', code => reject(new Error(`serve ended with ${code} before it answered`)))
  })
}

async function endOf({ child, ended }: Running): Promise<Ended> {
  child.kill('SIGINT')
  return ended
}

/** `place`: an empty schema on a server, which several processes can have open. */
export async function soak(place: string, seconds: number): Promise<Soaked> {
  const site = await aFeed()
  const watching = ['--allow-address', '127.0.0.1', ...at(place)]
  await done(here(['init', '--states', 'NOR,PER', ...at(place)]), 'init')
  await done(here(['watch', 'add', `${site.url}/feed`, '--every', '1m', ...watching]), 'watch add')
  const serve = start(['serve', '--no-open', '--port', '0', ...at(place)])
  const url = await addressIn(serve)
  const watch = start(['watch', 'run', ...watching])
  const it = new Soak(place, url, seconds)
  try {
    await it.run({ serve, watch })
  } finally {
    it.readWatching(await endOf(watch))
    await endOf(serve)
    await site.close()
  }
  return it.soaked
}
