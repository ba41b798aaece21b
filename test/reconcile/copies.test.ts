import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import { day, inputs, state, Writer } from './builders.ts'

const knowledge = loadKnowledge()
const STORY = [
  'The harbour of Tromsdal was closed on Friday after a ferry had run aground in thick fog.',
  'Nobody was hurt, said the coast guard, which sent two cutters and a helicopter.',
  'Sixty passengers were taken ashore in boats, among them a school class from the islands.',
  'The ferry line said that it would look into why the pilot had not waited for the tide.',
]
const met = { states: ['FIN', 'NOR'], source: ['FIN', 'NOR'], date: day('2031-03-09') }

function story(id: string, published: string, outlet: string, extra: string[] = []): Writer {
  const writer = new Writer(id, { published: day(published), outlet }).actors(state('FIN'), state('NOR'))
  for (const sentence of [...STORY, ...extra]) writer.sentence(sentence)
  writer.event('Finland and Norway met on Sunday.', met)
  return writer
}

function documents(...writers: Writer[]) {
  return reconcile(...inputs(...writers), knowledge).record.documents
}

test('a wire copy with small edits is a copy of the earliest', () => {
  const copy = story('a', '2031-03-11', 'The Islander', ['The Islander has no reporter there.'])
  expect(documents(copy, story('b', '2031-03-10', 'Fjord Wire')).map(it => it.copyOf)).toEqual(['b', null])
})

test('the same outlet publishes again: a revision', () => {
  const [first, second] = documents(
    story('a', '2031-03-10', 'Fjord Wire'),
    story('b', '2031-03-11', 'Fjord Wire', ['The line has named the pilot.']),
  )
  expect(first?.revisionOf).toBeNull()
  expect(second).toMatchObject({ copyOf: null, revisionOf: 'a' })
})

test('a longer version of one address on the same day is the later one, as it was fetched', () => {
  const at = (id: string, hour: string, extra: string[]): Writer => {
    const writer = story(id, '2031-03-10', 'Fjord Wire', extra)
    Object.assign(writer.document, {
      url: 'https://fjord.example/ferry',
      retrieved: `2031-03-10T${hour}:00:00Z`,
    })
    return writer
  }
  const more = ['The line has named the pilot.', 'The port opened again in the afternoon.']
  expect(documents(at('a', '18', more), at('b', '09', [])).map(it => it.revisionOf)).toEqual(['b', null])
  expect(documents(at('a', '09', more), at('b', '18', [])).map(it => it.revisionOf)).toEqual([null, 'a'])
  // Half of what was written in the morning stands in the evening.
  const lines = (what: string) =>
    Array.from({ length: 4 }, (_, i) => `Line ${i}: ${what} ${i} times over, as it seems.`)
  const morning = at('a', '09', lines('nobody knew what had happened to the ferry'))
  const evening = at('b', '18', [
    ...lines('the pilot was heard by the court'),
    ...lines('fog lay on the islands'),
  ])
  expect(documents(morning, evening).map(it => it.revisionOf)).toEqual([null, 'a'])
})

test('an excerpt that holds a good part is a copy; the complete one of the same day is the original', () => {
  const brief = new Writer('a', { published: day('2031-03-10'), outlet: 'Brief' })
  for (const sentence of STORY) brief.sentence(sentence)
  const more = Array.from(
    { length: 6 },
    (_, i) => `Line ${i} of what else the wire has to say on that long day at sea.`,
  )
  expect(documents(brief, story('b', '2031-03-10', 'Fjord Wire', more)).map(it => it.copyOf)).toEqual([
    'b',
    null,
  ])
})

test('two reports of one day in their own words are no copies', () => {
  const own = new Writer('a', { published: day('2031-03-10') })
  own.sentence(
    'Fog brought a ferry to grief off Tromsdal, and the port stayed shut while cutters took off those on board.',
  )
  own.sentence(
    'The company promised an inquiry into its pilot, who had sailed before the tide turned on Friday.',
  )
  expect(documents(own, story('b', '2031-03-10', 'Fjord Wire')).map(it => it.copyOf)).toEqual([null, null])
})

test('a copy is found among many texts that share half of their lines with it', () => {
  const half = (id: string, i: number): Writer => {
    const writer = new Writer(id, { published: day('2031-03-10'), outlet: `Outlet ${id}` })
    for (const sentence of STORY) writer.sentence(sentence)
    for (let line = 0; line < 4; line++)
      writer.sentence(
        `Report ${i} has a line ${line} that number ${i * 7 + line} alone could write, on ${i} boats.`,
      )
    return writer
  }
  const many = Array.from({ length: 40 }, (_, i) => half(`h${String(i).padStart(2, '0')}`, i))
  const found = documents(...many, half('z', 23))
  expect(found.filter(it => it.copyOf !== null).map(it => [it.id, it.copyOf])).toEqual([['z', 'h23']])
})

test('copies add passages, not weight; an outlet of its own adds weight', () => {
  const copies = ['a', 'b', 'c'].map(id => story(id, '2031-03-10', `Outlet ${id}`))
  const own = new Writer('d', { published: day('2031-03-10') }).actors(state('FIN'), state('NOR'))
  own.event('A summit of the two was held.', { ...met, head: 'summit' })
  const [three] = reconcile(...inputs(...copies), knowledge).record.events
  const [four] = reconcile(...inputs(...copies, own), knowledge).record.events
  expect(three?.evidence).toHaveLength(3)
  expect(three?.confidence).toBe(0.8)
  expect(four?.confidence).toBeGreaterThan(0.9)
})
