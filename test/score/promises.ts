/** What the README of the sample dossier on Seoul and Tokyo says can be seen in its record. */
import type { Document, Event, Record } from '../../src/record/types.ts'

export interface Promised {
  name: string
  kept(record: Record): boolean
}

function documentOf(record: Record, number: string): Document {
  const document = record.documents.find(({ source }) =>
    source.slice(source.lastIndexOf('/') + 1).startsWith(number),
  )
  if (document === undefined) throw new Error(`the record has no document ${number}`)
  return document
}

/** The event that is told at these words of a document. */
function eventAt(record: Record, number: string, words: string): Event | null {
  const { id, text } = documentOf(record, number)
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`document ${number} has no “${words}”`)
  const holds = (event: Event) =>
    event.evidence.some(
      ({ document, start, end }) => document === id && start < at + words.length && at < end,
    )
  return record.events.find(holds) ?? null
}

/** Told in both places, as one event or as two. */
function together(record: Record, one: [string, string], other: [string, string]): boolean | null {
  const [a, b] = [eventAt(record, ...one), eventAt(record, ...other)]
  return a === null || b === null ? null : a.id === b.id
}

const outcomeOf = (record: Record, words: string) =>
  record.forecasts.find(({ text }) => text.includes(words))?.outcome ?? null

export const PROMISES: readonly Promised[] = [
  {
    name: 'the text under another outlet’s name is a copy',
    kept: record => documentOf(record, '018').copyOf === documentOf(record, '017').id,
  },
  {
    name: 'the undated text is dated by the visit that it looks forward to',
    kept: record => {
      const { published } = documentOf(record, '019')
      return (published?.start ?? '') >= '2023-05-01' && (published?.end ?? '9') <= '2023-05-06'
    },
  },
  {
    name: 'the damaged file is read to its end',
    kept: record => {
      const { text } = documentOf(record, '015')
      return text.split('\n\n').length === 7 && text.endsWith('before the end of March.')
    },
  },
  {
    name: 'the meetings in Seoul and in Hiroshima are two',
    kept: record =>
      together(
        record,
        ['021', 'held a summit of 35 minutes'],
        ['021', 'Two weeks after they met in Seoul'],
      ) === false,
  },
  {
    name: 'the summit in Tokyo is one in three texts',
    kept: record =>
      together(record, ['017', 'The talks at Kishida’s office'], ['019', 'Yoon went to Tokyo']) === true &&
      together(record, ['017', 'The talks at Kishida’s office'], ['020', 'Yoon’s trip to Tokyo']) === true,
  },
  {
    name: 'a summit that may follow and the one that did are one',
    kept: record =>
      together(
        record,
        ['008', 'A summit between Moon Jae-in'],
        ['009-pacific-wire-feed.xml#pw-3177', 'The 45-minute meeting took place'],
      ) === true,
  },
  {
    name: 'the summit that was planned for Washington took place at Camp David',
    kept: record =>
      together(record, ['021', 'A summit of the three in Washington'], ['024', 'at the first summit']) ===
      true,
  },
  {
    name: 'the hearing had some 300 people, or about 200',
    kept: record => {
      const hearing = eventAt(record, '013', 'Some 300 people came to the hearing')
      return (hearing?.accounts ?? []).some(({ values }) => values.length === 2)
    },
  },
  {
    name: 'the radar is alleged by Japan and disputed by South Korea',
    kept: record => {
      const lockOn = eventAt(record, '003', 'locked on to the P-1 aircraft')
      const states = (ids: string[]) =>
        ids.map(id => record.actors.find(actor => actor.id === id)?.state ?? id)
      return (
        states(lockOn?.claimedBy ?? []).includes('JPN') && states(lockOn?.disputedBy ?? []).includes('KOR')
      )
    },
  },
  {
    name: 'the forecast of Tokyo’s list of August 2019 came true',
    kept: record => outcomeOf(record, 'expects Tokyo to strike South Korea from its list') === 'happened',
  },
  {
    name: 'the forecast that a summit may follow came true',
    kept: record => outcomeOf(record, 'A summit between Moon Jae-in and Abe may follow') === 'happened',
  },
  {
    name: 'the forecast that the pact would lapse did not',
    kept: record => outcomeOf(record, 'South Korea will let the pact expire') === 'did-not-happen',
  },
]
