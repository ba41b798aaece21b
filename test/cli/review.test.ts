import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Record as EntenteRecord, Event } from '../../src/record/types.ts'
import { writeArticles } from './articles.ts'
import { aFolder, run } from './run.ts'

const folder = aFolder()
const dossier = folder.at('.entente')
const entente = async (...args: string[]) => {
  const ran = await run([...args, '--dossier', dossier], { env: { USER: 'ada' } })
  expect({
    args,
    code: ran.code,
    err: ran.err.replace(/.*(?:reconciling|restoring|finishing|: \d+ of \d+).*\n/g, ''),
  }).toEqual({
    args,
    code: 0,
    err: '',
  })
  return ran.out
}
const record = async (): Promise<EntenteRecord> => JSON.parse(await entente('export', '--format', 'json'))
const eventOf = async (type: string): Promise<Event | undefined> =>
  (await record()).events.find(event => event.type === type)

async function theEvent(type: string): Promise<Event> {
  const event = await eventOf(type)
  if (event === undefined) throw new Error(`no ${type} in the articles`)
  return event
}

beforeAll(async () => {
  writeArticles(folder.at('articles'))
  await entente('add', folder.at('articles'))
})
afterAll(() => folder.remove())

describe('review', () => {
  it('lists what most needs a look, and no longer what was looked at', async () => {
    const first = JSON.parse(await entente('review', '--format', 'json'))[0].fact.id
    expect(await entente('review')).toContain(first.slice(0, 8))
    await entente('review', 'accept', first)
    expect(await entente('review', '--limit', '1000')).not.toContain(first.slice(0, 8))
    await entente('review', 'undo')
    expect(JSON.parse(await entente('review', '--format', 'json'))[0].fact.id).toBe(first)
  })

  it('a rejected fact is gone from every listing, also after a rebuild, until that is undone', async () => {
    const before = await record()
    const { id } = await theEvent('REJECT')
    await entente('review', 'reject', id.slice(0, 8), '--reason', 'said, not done')
    expect((await record()).events.map(event => event.id)).not.toContain(id)
    expect(await entente('timeline')).not.toContain(id.slice(0, 8))
    await entente('rebuild')
    expect((await record()).events.map(event => event.id)).not.toContain(id)
    expect(await entente('review', '--log')).toMatch(/applied .* ada .*reject .*\(said, not done\)/)
    await entente('review', 'undo')
    await entente('rebuild')
    expect(await record()).toEqual(before)
  })

  it('a corrected field stands in the record, with all that follows from it', async () => {
    const { id } = await theEvent('REJECT')
    await entente('review', 'correct', id, 'type', 'ACCUSE')
    await entente('review', 'correct', id, 'date', '2021-06-08..2021-06-09')
    await entente('review', 'correct', id, 'title', 'Peru', 'complains')
    const event = (await record()).events.find(it => it.id === id)
    expect(event).toMatchObject({
      type: 'ACCUSE',
      quad: 'verbal-conflict',
      mode: null,
      title: 'Peru complains',
      date: { start: '2021-06-08', end: '2021-06-09', precision: 'range', basis: 'stated' },
    })
    for (let i = 0; i < 3; i++) await entente('review', 'undo')
    expect((await theEvent('REJECT')).id).toBe(id)
  })

  it.each([
    [['correct', 'ID', 'type', 'FIGHT'], /type: "FIGHT" does not fit; write one of AGREE, /],
    [['correct', 'ID', 'mood', 'bad'], /an? event has no field "mood"/],
    [['correct', 'ID', 'date', '2021-02-30'], /does not fit; write a day, month or year/],
    [['correct', 'ID', 'states', 'Norway'], /codes of three capitals/],
    [['accept', 'nothing-like-it'], /no fact in this dossier/],
    [['praise', 'ID'], /"praise" is none of accept, reject/],
    [['undo', 'ffffffffffff'], /is the id of no correction/],
  ])('%j is refused, and says what to write', async (args, message) => {
    const { id } = await theEvent('AGREE')
    const { code, err } = await run([
      'review',
      ...args.map(word => (word === 'ID' ? id : word)),
      '--dossier',
      dossier,
    ])
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  it('counts what was right', async () => {
    const { events } = await record()
    await entente('review', 'accept', ...events.slice(0, 3).map(({ id }) => id))
    await entente('review', 'reject', events[3]?.id ?? '')
    const [row] = JSON.parse(await entente('review', '--accuracy', '--format', 'json'))
    expect(row).toMatchObject({ kind: 'event', reviewed: 4, right: 3 })
    expect(await entente('review', '--accuracy')).toContain('4 reviewed  3 right, 75 %')
    for (let i = 0; i < 4; i++) await entente('review', 'undo')
  })

  it('goes out as a file and comes in elsewhere, whichever comes first, and twice changes nothing', async () => {
    const { id } = await theEvent('REJECT')
    await entente('review', 'reject', id)
    await entente('review', 'note', id, 'see', 'the', 'ministry')
    const book = await entente('review', 'export')
    writeFileSync(folder.at('book.json'), book)
    const corrected = await record()
    const other = folder.at('other')
    const there = (...args: string[]) => run([...args, '--dossier', other])
    await there('add', folder.at('articles/one.txt'))
    expect((await there('review', 'import', folder.at('book.json'))).code).toBe(0)
    // Its document is not there yet: it is listed, and applied once it comes.
    expect((await there('review', '--log')).out).toMatch(/lost .*reject/)
    await there('add', folder.at('articles'))
    expect(JSON.parse((await there('export', '--format', 'json')).out)).toEqual(corrected)
    expect((await there('review', 'import', folder.at('book.json'))).out).toBe('0 corrections taken in\n')
    expect((await there('review', 'export')).out).toBe(book)
    await entente('review', 'undo')
    await entente('review', 'undo')
  })

  it('a file that is none is refused', async () => {
    writeFileSync(folder.at('wrong.json'), '{"corrections": [{}]}')
    const { code, err } = await run(['review', 'import', folder.at('wrong.json'), '--dossier', dossier])
    expect(code).toBe(2)
    expect(err).toContain('no file of corrections')
    writeFileSync(folder.at('wrong.json'), '{"entente": "corrections-1", "corrections": [{"id": 3}]}')
    expect((await run(['review', 'import', folder.at('wrong.json'), '--dossier', dossier])).err).toContain(
      'corrections[0]',
    )
  })
})

const placeOf = ({ document, start }: { document: string; start: number }): string => `${document}:${start}`

/** Two events of the articles that are told by one passage each. */
async function twoEvents(): Promise<[Event, Event]> {
  const [a, b] = [await theEvent('AGREE'), await theEvent('REJECT')]
  return [a, b]
}

describe('events that are one, and one that is two', () => {
  it('are put together, keep what each says, and stay so after a rebuild', async () => {
    const before = await record()
    const [a, b] = await twoEvents()
    await entente('review', 'merge', a.id.slice(0, 10), b.id.slice(0, 10), '--reason', 'told twice')
    await entente('rebuild')
    const { events } = await record()
    const one = events.find(({ id }) => id === a.id)
    expect(events.length).toBe(before.events.length - 1)
    expect(events.map(({ id }) => id)).not.toContain(b.id)
    expect(one).toMatchObject({ title: a.title, type: a.type, formerIds: expect.arrayContaining([b.id]) })
    expect(one?.evidence.map(placeOf).sort()).toEqual([...a.evidence, ...b.evidence].map(placeOf).sort())
    // Disagreement is kept: each type stands beside the documents that tell it.
    expect(
      one?.accounts
        .find(({ field }) => field === 'type')
        ?.values.map(({ value }) => value)
        .sort(),
    ).toEqual([a.type, b.type].sort())
    // The id that was retired still opens it, and a word on it is a word on the whole.
    expect(await entente('show', b.id)).toContain(a.title)
    await entente('review', 'correct', b.id, 'title', 'One', 'event')
    expect((await record()).events.find(({ id }) => id === a.id)?.title).toBe('One event')
    const [row] = JSON.parse(await entente('review', '--accuracy', '--format', 'json'))
    expect(row).toMatchObject({ kind: 'event', reviewed: 2, right: 0 })
    await entente('review', 'undo')
    await entente('review', 'undo')
    expect(await record()).toEqual(before)
  })

  it('are taken apart again, each with what its own documents say', async () => {
    const before = await record()
    const [a, b] = await twoEvents()
    await entente('review', 'merge', a.id, b.id)
    await entente('review', 'split', a.id, ...b.evidence.map(placeOf))
    await entente('rebuild')
    const { events } = await record()
    expect(events.length).toBe(before.events.length)
    const rest = events.find(({ id }) => id === a.id)
    expect(rest?.evidence).toEqual(a.evidence)
    const apart = events.find(({ id }) => !before.events.some(it => it.id === id))
    expect(apart?.evidence).toEqual(b.evidence)
    // What was split off is an event as any other: it can be corrected, and goes when the split is taken back.
    await entente('review', 'correct', apart?.id ?? '', 'title', 'Apart')
    expect(await entente('timeline')).toContain('Apart')
    const book = await entente('review', 'export')
    writeFileSync(folder.at('split.json'), book)
    const there = (...args: string[]) => run([...args, '--dossier', folder.at('elsewhere')])
    await there('add', folder.at('articles'))
    expect((await there('review', 'import', folder.at('split.json'))).code).toBe(0)
    expect(JSON.parse((await there('export', '--format', 'json')).out)).toEqual(await record())
    for (let i = 0; i < 3; i++) await entente('review', 'undo')
    expect(await record()).toEqual(before)
  })

  it('are refused where nothing would come of it, and it is said what to write', async () => {
    const { events, statements } = await record()
    const event = events.find(({ type }) => type === 'REJECT')
    const [id, statement] = [event?.id ?? '', statements[0]?.id ?? '']
    const all = event?.evidence.map(placeOf) ?? []
    for (const [args, message] of [
      [['merge', id], /merge ID OTHER/],
      [['merge', id, id], /is the same event already/],
      [['merge', id, statement], /is a statement; merge is for events/],
      [['split', id, 'ffff'], /"ffff" is no passage of/],
      [['split', id, ...all], /takes some of the passages of .*, and leaves some; it has /],
    ] as const) {
      const { code, err } = await run(['review', ...args, '--dossier', dossier])
      expect([code, err]).toEqual([2, expect.stringMatching(message)])
    }
  })
})
