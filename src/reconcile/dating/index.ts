/**
 * Dates of documents that have none. Each tie to a dated event says on which days the document can have been
 * written; the days on which most ties agree are its date, if they are few, if at least two ties agree, and if no
 * other days come near. A wrong date is worse than none.
 */
import { byCodePoint } from '../../record/ids.ts'
import { fromDays, toDays, weekday } from '../../record/interval.ts'
import type { Document, Interval } from '../../record/types.ts'
import type { Context } from '../context.ts'
import type { Events } from '../events/index.ts'
import type { Telling } from '../events/telling.ts'
import { push } from '../lists.ts'
import type { Receipt } from '../types.ts'
import { type Tie, tiesTo } from './ties.ts'
import { type Days, weekdaysIn } from './words.ts'

/** Weight of the ties that must agree, and by how much they must outweigh other days. */
const ENOUGH = 1.2
const LEAD = 0.4
/** A window wider than this dates nothing. */
const WIDEST = 45

export interface Inferred {
  dates: Map<string, Interval>
  receipts(): Receipt[]
}

/** Undated documents that were not understood from an inferred date already. */
function undated(context: Context): Document[] {
  const anchored = new Set(
    context.understandings.flatMap(it => (it.anchor.date === null ? [] : [it.document])),
  )
  return context.documents.filter(({ id, published }) => published === null && !anchored.has(id))
}

export function inferDates(context: Context, events: Events): Inferred {
  const dates = new Map<string, Interval>()
  const used: { document: string; ties: Tie[] }[] = []
  const documents = undated(context)
  if (documents.length > 0) {
    const tellings = new Map<string, Telling[]>()
    for (const { tellings: told } of events.all)
      for (const it of told) push(tellings, it.mention.document, it)
    const ties = tiesTo(events.all, context.knowledge)
    for (const document of documents) {
      const own = tellings.get(document.id) ?? []
      const found = settle(ties.of(own), earliest(own), document.text)
      if (found === null) continue
      dates.set(document.id, found.date)
      used.push({ document: document.id, ties: found.ties })
    }
  }
  return {
    dates,
    receipts: () => used.flatMap(({ document, ties }) => ties.map(tie => receipt(document, tie))),
  }
}

function receipt(about: string, { telling, event, reading }: Tie): Receipt {
  const { from, to } = reading.written
  return {
    about,
    rule: 'document/inferred-date',
    verdict: 'for',
    weight: reading.weight,
    reason: `“${event.event.title}” is told by its ${reading.pattern}, so this was written ${fromDays(from)} to ${fromDays(to)}`,
    between: [telling.mention.id, event.event.id],
    merged: true,
  }
}

/** No document is older than the latest day on which it reports something as done. */
function earliest(tellings: readonly Telling[]): number {
  const days = tellings.flatMap(({ mention, grip, from }) =>
    mention.status === 'reported' && grip === 'fine' ? [from] : [],
  )
  return days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}

interface Window extends Days {
  weight: number
  ties: Tie[]
}

/** Each reading of each mention counts once, whichever events it could be tied to. */
function voteOf(ties: readonly Tie[]): { weight: number; ties: Tie[] } {
  const best = new Map<string, Tie>()
  for (const tie of ties) {
    const key = `${tie.telling.mention.id} ${tie.reading.pattern}`
    const before = best.get(key)
    if (before === undefined || tie.reading.weight > before.reading.weight) best.set(key, tie)
  }
  const weight = [...best.values()].reduce((sum, tie) => sum + Math.round(tie.reading.weight * 100), 0) / 100
  return { weight, ties: [...best.values()] }
}

/** The stretches of days between the ends of all windows, each with the ties that allow it. */
function stretches(ties: readonly Tie[], from: number): Window[] {
  const starts = ties.flatMap(({ reading: { written } }) => [written.from, written.to + 1])
  const cuts = [...new Set([...starts, from].filter(Number.isFinite))].sort((a, b) => a - b)
  return cuts.flatMap((start, i): Window[] => {
    const next = cuts[i + 1]
    if (next === undefined || start < from) return []
    const open = ties.filter(({ reading: { written } }) => written.from <= start && written.to >= next - 1)
    return [{ from: start, to: next - 1, ...voteOf(open) }]
  })
}

/** Neighbouring stretches on which as much agrees are one. */
function joined(windows: readonly Window[]): Window[] {
  const all: Window[] = []
  for (const it of windows) {
    const last = all[all.length - 1]
    if (last !== undefined && last.to + 1 === it.from && last.weight === it.weight) last.to = it.to
    else all.push({ ...it })
  }
  return all
}

function settle(ties: readonly Tie[], from: number, text: string): { date: Interval; ties: Tie[] } | null {
  const windows = joined(stretches(ties, from)).sort((a, b) => b.weight - a.weight || a.from - b.from)
  const [best] = windows
  if (best === undefined || best.weight < ENOUGH || best.to - best.from >= WIDEST) return null
  if (new Set(best.ties.map(tie => `${tie.telling.mention.id} ${tie.reading.pattern}`)).size < 2) return null
  const rival = windows.find(it => it !== best && apart(it, best) && it.weight > best.weight - LEAD)
  if (rival !== undefined) return null
  const { start, end } = freshest(best, text)
  const date: Interval = { start, end, precision: start === end ? 'day' : 'range', basis: 'inferred' }
  return { date, ties: best.ties.sort((a, b) => byCodePoint(a.telling.mention.id, b.telling.mention.id)) }
}

/** Far enough that it would be another date, not the same one less exactly. */
function apart(a: Days, b: Days): boolean {
  return Math.max(a.from - b.to, b.from - a.to) > 7
}

/** Within few days: news is mostly written on the last weekday that it names, or on the day after. */
function freshest({ from, to }: Days, text: string): { start: string; end: string } {
  const named = weekdaysIn(text)
  const all = { start: fromDays(from), end: fromDays(to) }
  if (to - from > 4 || named.size === 0) return all
  const ages: number[] = []
  for (let day = from; day <= to; day++) ages.push(ageOf(day, named))
  const least = Math.min(...ages)
  if (least > 1) return all
  const first = from + ages.indexOf(least)
  return { start: fromDays(first), end: fromDays(Math.min(to, toDays(fromDays(first)) + 1 - least)) }
}

/** Days since the last of the named weekdays. */
function ageOf(day: number, named: ReadonlySet<number>): number {
  const own = weekday(fromDays(day))
  return Math.min(...[...named].map(name => (own - name + 7) % 7))
}
