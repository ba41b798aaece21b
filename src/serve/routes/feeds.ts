/** What other programs subscribe to: a search or a choice of events as RSS, what is to come as a calendar. */
import { createRoute, z } from '@hono/zod-openapi'
import { addDays } from '../../record/interval.ts'
import type { DocumentHead, Event } from '../../record/types.ts'
import type { Desk } from '../desk.ts'
import { filterSchema } from '../filters.ts'
import { type Library, latestOf } from '../library.ts'
import { chosen } from './facts.ts'
import type { Route } from './route.ts'

const MOST = 100
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

interface Item {
  id: string
  title: string
  path: string
  text: string
  day: string | null
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** XML has no way to write control characters, so they go. */
const xml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, c => ENTITIES[c] ?? c)

/** As RFC 822 writes a day; its weekday may be left out. */
const mailDate = (day: string): string =>
  `${day.slice(8)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)} 12:00:00 GMT`

function rss(title: string, home: string, items: readonly Item[]): string {
  const parts = items.map(
    ({ id, title: name, path, text, day }) =>
      `<item><title>${xml(name)}</title><link>${xml(home + path)}</link><guid isPermaLink="false">${xml(id)}</guid>` +
      `<description>${xml(text)}</description>${day === null ? '' : `<pubDate>${mailDate(day)}</pubDate>`}</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${xml(title)}</title><link>${xml(home)}/</link><description>${xml(title)}</description>
${parts.join('\n')}
</channel></rss>
`
}

const newest = (a: Item, b: Item): number => {
  const [x, y] = [a.day ?? '', b.day ?? '']
  return x === y ? (a.id < b.id ? -1 : 1) : x > y ? -1 : 1
}

function ofDocument(head: DocumentHead, quote: string, at: [number, number] | undefined): Item {
  const place = at === undefined ? '' : `?at=${at[0]}-${at[1]}`
  const title = [head.outlet, head.title].filter(it => it !== null).join(': ')
  return {
    id: head.id,
    title: title === '' ? head.source : title,
    path: `/documents/${head.id}${place}`,
    text: quote,
    day: head.published?.end ?? null,
  }
}

const ofEvent = ({ id, title, type, status, date, evidence }: Event): Item => ({
  id,
  title: `${title} (${status === 'reported' ? type : `${type}, ${status}`})`,
  path: `/events/${id}`,
  text: evidence[0]?.quote ?? '',
  day: date.end ?? date.start,
})

/** Each document that the words stand in, at its first sentence with one of them. */
async function found(desk: Desk, shelf: Library, query: string): Promise<Item[]> {
  const items: Item[] = []
  const hits = await desk.find(query, MOST)
  const texts = new Map((await desk.documents(hits.map(it => it.document))).map(it => [it.id, it]))
  for (const { document, words } of hits) {
    const [head, whole] = [shelf.documents.get(document), texts.get(document)]
    if (head === undefined || whole === undefined) continue
    const first = words[0]
    const at =
      first && desk.sentences(whole.text).find(([start, end]) => start <= first[0] && end >= first[1])
    items.push(ofDocument(head, at === undefined ? '' : whole.text.slice(at[0], at[1]), at))
  }
  return items
}

/** Lines of a calendar are at most 75 bytes long; the next one goes on after a blank. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 73) {
      pieces.push(piece)
      piece = ''
      bytes = 0
    }
    piece += character
    bytes += size
  }
  return [...pieces, piece].join('\r\n ')
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\;,]/g, c => `\\${c}`)
const digits = (day: string): string => day.replaceAll('-', '')

function calendarEvent(event: Event, home: string, now: Date): string[] {
  const { start, end } = event.date
  if (start === null || end === null) return []
  const after = addDays(end, 1)
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@entente`,
    `DTSTAMP:${digits(now.toISOString().slice(0, 19)).replaceAll(':', '')}Z`,
    `DTSTART;VALUE=DATE:${digits(start)}`,
    `DTEND;VALUE=DATE:${digits(after)}`,
    `SUMMARY:${plain(event.title)}`,
    `DESCRIPTION:${plain(event.evidence[0]?.quote ?? '')}`,
    `URL:${home}/events/${event.id}`,
    'STATUS:TENTATIVE',
    'END:VEVENT',
  ]
}

/** Planned for the day of the last document, or later. */
function comingIn(shelf: Library, events: readonly Event[]): Event[] {
  const latest = latestOf(shelf.documents.values()) ?? ''
  return events.filter(({ status, date }) => status === 'planned' && (date.end ?? '') >= latest)
}

const fileOf = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
})

export const feeds: Route = (app, { desk, library }) => {
  const feed = createRoute({
    method: 'get',
    path: '/api/feed.rss',
    operationId: 'get_feed',
    summary: 'Documents that hold the words of `q`; without it the chosen events: the newest first, as RSS',
    request: { query: filterSchema },
    responses: fileOf('application/rss+xml', 'the feed'),
  })
  app.openapi(feed, async context => {
    const shelf = await library()
    const filters = context.req.valid('query')
    const { q } = filters
    const items = q === undefined ? chosen(shelf, 'event', filters).map(ofEvent) : await found(desk, shelf, q)
    const { origin } = context.get('visit')
    const title = [desk.name ?? 'Entente', q].filter(it => it !== undefined).join(': ')
    return context.body(rss(title, origin, items.sort(newest).slice(0, MOST)), 200, {
      'content-type': 'application/rss+xml; charset=utf-8',
    })
  })

  const coming = createRoute({
    method: 'get',
    path: '/api/coming.ics',
    operationId: 'get_coming',
    summary: 'Planned events with a day, as a calendar',
    request: { query: filterSchema },
    responses: fileOf('text/calendar', 'the calendar'),
  })
  app.openapi(coming, async context => {
    const shelf = await library()
    const { origin } = context.get('visit')
    const events = comingIn(shelf, chosen(shelf, 'event', context.req.valid('query')))
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Entente//Entente 1//EN',
      `X-WR-CALNAME:${plain(desk.name ?? 'Entente')}`,
      ...events.flatMap(event => calendarEvent(event, origin, desk.now())),
      'END:VCALENDAR',
    ]
    return context.body(`${lines.map(folded).join('\r\n')}\r\n`, 200, {
      'content-type': 'text/calendar; charset=utf-8',
    })
  })
}
