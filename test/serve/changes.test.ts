import { describe, expect, it } from 'vitest'
import { aDocument, anEvent, aRecord, onDay } from '../store/made-up.ts'
import { aDesk, answer, ask } from './a-desk.ts'

const old = aDocument('old.txt', 'Norway met Peru.')
const fresh = aDocument('new.txt', 'Peru thanked Norway.', { published: onDay('2031-05-20') })
const copy = aDocument('copy.txt', 'Norway met Peru, they say.', { copyOf: old.id, outlet: 'The Quay' })
const passage = { document: fresh.id, start: 0, end: 20, quote: fresh.text }
const meeting = anEvent('e1', old, 0, 16)
const both = { ...anEvent('e2', old, 0, 16), evidence: [...meeting.evidence, passage] }
const thanks = anEvent('e3', fresh, 0, 20, { title: 'Peru thanks Norway', type: 'SUPPORT', intensity: 5 })
const visit = anEvent('e4', fresh, 0, 20, {
  title: 'Norway, Peru; a visit',
  status: 'planned',
  date: onDay('2031-07-01'),
})
const record = aRecord([old, fresh, copy], { events: [meeting, both, thanks, visit] })
const desk = aDesk(record, {
  changedSince: async since => (since === 'rules-1' ? { added: [fresh.id], removed: [] } : null),
})

interface Named {
  id: string
}
interface Page {
  items: Named[]
}
interface Changes {
  known: boolean
  documents: Named[]
  events: Named[]
  grown: Named[]
  counts: { events: number }
}

const ids = (events: readonly Named[]) => events.map(({ id }) => id).sort()

describe('what is new', () => {
  it('is what rests on new documents alone, apart from what one more of them tells', async () => {
    const changes = await answer<Changes>(desk, '/api/changes?since=rules-1')
    expect(changes.known).toBe(true)
    expect(ids(changes.documents)).toEqual([fresh.id])
    expect(ids(changes.events)).toEqual(['e3', 'e4'])
    expect(ids(changes.grown)).toEqual(['e2'])
    expect(changes.counts.events).toBe(2)
  })

  it('is not known of a version of another dossier', async () => {
    const changes = await answer<Changes>(desk, '/api/changes?since=elsewhere')
    expect(changes).toMatchObject({ known: false, documents: [], events: [] })
  })

  it('is told to a page that listens', async () => {
    const response = await ask(desk, '/api/changes/stream')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    expect(new TextDecoder().decode(value)).toBe('event: version\ndata: rules-2\n\n')
    await reader?.cancel()
  })
})

describe('filters', () => {
  const chosen = async (query: string) => ids((await answer<Page>(desk, `/api/events?${query}`)).items)

  it('leave out what a facet excludes', async () => {
    expect(await chosen('-type=SUPPORT')).toEqual(['e1', 'e2', 'e4'])
    expect(await chosen('-type=SUPPORT%7CCONSULT')).toEqual([])
  })

  it('know what one document alone tells', async () => {
    expect(await chosen('maxOrigins=1')).toEqual(['e1', 'e3', 'e4'])
  })

  it('put the weightiest first', async () => {
    const page = await answer<Page>(desk, '/api/events?order=heaviest&limit=1')
    expect(ids(page.items)).toEqual(['e3'])
  })
})

describe('feeds', () => {
  it('hold the documents with the words, at their sentence', async () => {
    const response = await ask(desk, '/api/feed.rss?q=thanked')
    expect(response.headers.get('content-type')).toContain('application/rss+xml')
    const text = await response.text()
    expect(text).toContain(`<link>http://127.0.0.1:7777/documents/${fresh.id}?at=0-20</link>`)
    expect(text).not.toContain(old.id)
  })

  it('let no mark of an article through as one of their own', async () => {
    const document = aDocument('x.txt', 'A & B <script>alert(1)</script>', { title: '<b>"x"</b>\u0000' })
    const text = await (await ask(aDesk(aRecord([document], {})), '/api/feed.rss?q=A')).text()
    expect(text).toContain('&lt;b&gt;&quot;x&quot;&lt;/b&gt;</title>')
    expect(text).toContain('A &amp; B &lt;script&gt;')
  })

  it('give what is planned as a calendar of whole days', async () => {
    const text = await (await ask(desk, '/api/coming.ics')).text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('DTSTART;VALUE=DATE:20310701\r\nDTEND;VALUE=DATE:20310702\r\n')
    expect(text).toContain('SUMMARY:Norway\\, Peru\\; a visit\r\n')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})

it('writes the chosen events as a chronology that says what was asked of which record, and when', async () => {
  const text = await (await ask(desk, '/api/take/brief.md?type=SUPPORT')).text()
  expect(text).toContain('Peru thanks Norway[^1]')
  expect(text).toContain('[^1]: “Peru thanked Norway.” — The Harbour Gazette')
  expect(text).toContain('chronology, type=SUPPORT; record rules-2; 2031-06-01 09:30 UTC')
})
