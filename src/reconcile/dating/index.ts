/**
 * Dates of documents that have none. Each tie to a dated event says on which days the document can have been
 * written; the days on which most ties agree are its date, if they are few, if at least two ties agree, and if no
 * other days come near. A wrong date is worse than none.
 */
import { byCodePoint } from '../../record/ids.ts'
import { fromDays, weekday } from '../../record/interval.ts'
import type { Document, Interval } from '../../record/types.ts'
import type { Context } from '../context.ts'
import type { Events } from '../events/index.ts'
import type { Telling } from '../events/telling.ts'
import { push } from '../lists.ts'
import type { Receipt } from '../types.ts'
import { type Tie, tiesTo } from './ties.ts'
import { type Days, passedSince, weekdaysIn } from './words.ts'

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
    const groups = new Map<string, Telling[][]>()
    for (const { tellings } of events.all) {
      for (const [document, told] of byDocument(tellings)) push(groups, document, told)
    }
    const ties = tiesTo(events.all, context.knowledge)
    for (const document of documents) {
      const own = groups.get(document.id) ?? []
      const found = settle(ties.of(own), earliest(own.flat()), document.text)
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

function byDocument(tellings: readonly Telling[]): Map<string, Telling[]> {
  const told = new Map<string, Telling[]>()
  for (const it of tellings) push(told, it.mention.document, it)
  return told
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

/** For each event of the document the one event elsewhere for which most of its readings speak. */
function voteOf(ties: readonly Tie[]): { weight: number; ties: Tie[] } {
  const byGroup = new Map<readonly Telling[], Map<string, Tie[]>>()
  for (const tie of ties) {
    const events = byGroup.get(tie.group) ?? new Map<string, Tie[]>()
    byGroup.set(tie.group, events)
    push(events, tie.event.event.id, tie)
  }
  const chosen = [...byGroup.values()].flatMap(events => heaviest([...events.values()].map(best)))
  return { weight: weightOf(chosen), ties: chosen }
}

/** Each way of telling a date counts once for an event, however often it is told so. */
function best(ties: readonly Tie[]): Tie[] {
  const byPattern = new Map<string, Tie>()
  for (const tie of ties) if (!byPattern.has(tie.reading.pattern)) byPattern.set(tie.reading.pattern, tie)
  return [...byPattern.values()]
}

function weightOf(ties: readonly Tie[]): number {
  return ties.reduce((sum, tie) => sum + Math.round(tie.reading.weight * 100), 0) / 100
}

function heaviest(options: readonly Tie[][]): Tie[] {
  return options.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a), [])
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

/** A week and a day can still be narrowed by the days of the week that the text names. */
const NAMED_WITHIN = 8
const FEW = 4
/** What is counted up to the day that is told is written within days of it. */
const SOON = 2

/** News is mostly written on the last weekday that it names, or on the day after. */
function freshest(window: Days, text: string): { start: string; end: string } {
  const { from, to } = window.to - window.from <= NAMED_WITHIN ? afterPassed(window, text) : window
  const all = { start: fromDays(from), end: fromDays(to) }
  const named = weekdaysIn(text)
  if (to - from > FEW || named.size === 0) return all
  const ages = Array.from({ length: to - from + 1 }, (_, i) => ageOf(from + i, named))
  const least = Math.min(...ages)
  if (least > 1) return all
  const first = from + ages.indexOf(least)
  return { start: fromDays(first), end: fromDays(Math.min(to, first + 1 - least)) }
}

/** "three days had passed since … Monday" was written on the Thursday or soon after. */
function afterPassed(window: Days, text: string): Days {
  const passed = passedSince(text)
  if (passed === null) return window
  const fits: number[] = []
  for (let day = window.from; day <= window.to; day++) {
    const since = (weekday(fromDays(day)) - passed.weekday + 7) % 7
    if (since >= passed.days && since <= passed.days + SOON) fits.push(day)
  }
  const [from, to] = [fits[0], fits[fits.length - 1]]
  return from === undefined || to === undefined || to - from >= fits.length ? window : { from, to }
}

/** Days since the last of the named weekdays. */
function ageOf(day: number, named: ReadonlySet<number>): number {
  const own = weekday(fromDays(day))
  return Math.min(...[...named].map(name => (own - name + 7) % 7))
}
