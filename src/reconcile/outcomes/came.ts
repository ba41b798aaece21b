/** What the record reports to have come about, to be looked up by states and by what was done. */

import { stemOf } from '../../knowledge/answers.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { Assembled } from '../events/assemble.ts'
import type { Telling } from '../events/telling.ts'
import { push } from '../lists.ts'
import { contentOf, isSmall } from './words.ts'

export interface Came {
  readonly it: Assembled
  readonly from: number
  readonly to: number
  readonly doerStates: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  /** Classes of `answers.tsv` and of `event-heads.tsv`. */
  readonly deeds: ReadonlySet<string>
  readonly heads: ReadonlySet<string>
  /** Stems of the words that say what was done, those that name the deed left out. */
  readonly content: ReadonlySet<string>
}

/** A day that is told before it has come is a plan, whatever its tense: "when he lands on Sunday". */
function isBorneOut({ mention, source, from, to }: Telling): boolean {
  if (mention.status !== 'reported' || mention.date.basis === 'publication' || source.published === null)
    return false
  return Number.isFinite(from) ? source.published >= from : Number.isFinite(to) && source.published >= to
}

export function peopleOf({ tellings }: Assembled): Set<string> {
  return new Set(tellings.flatMap(it => it.people))
}

export function headsOf({ tellings }: Assembled): Set<string> {
  return new Set(tellings.map(it => it.class.name))
}

/** They say that something is done, the verb behind them what. */
const LIGHT = new Set([
  'decide',
  'choose',
  'resolve',
  'begin',
  'start',
  'continue',
  'move',
  'make',
  'take',
  'hold',
])

/** What was done: the head of each telling, with the words behind it that belong to its name ("suspend … the end"). */
function deedsOf(
  tellings: readonly Telling[],
  { answers }: Knowledge,
): { classes: Set<string>; used: Set<string> } {
  const all = { classes: new Set<string>(), used: new Set<string>() }
  for (const { mention } of tellings) {
    const words = contentOf(mention.title).filter(word => !isSmall(word))
    const head = words.findIndex(word => stemOf(word) === stemOf(mention.head))
    const from = LIGHT.has(mention.head) ? head + 1 : head
    const { classes, used } = answers.at(head < 0 ? [mention.head, ...words] : words.slice(from))
    for (const name of classes) all.classes.add(name)
    for (const stem of used) all.used.add(stem)
  }
  return all
}

function cameOf(it: Assembled, knowledge: Knowledge): Came | null {
  const { status, date } = it.event
  if (status !== 'reported' || date.start === null || date.end === null || date.basis === 'publication')
    return null
  const borne = it.tellings.filter(isBorneOut)
  const from = Math.max(...borne.map(telling => telling.from))
  const to = Math.min(...borne.map(telling => telling.to))
  if (borne.length === 0 || !Number.isFinite(from) || !Number.isFinite(to)) return null
  const words = borne.flatMap(({ mention }) => contentOf(mention.title))
  const { classes, used } = deedsOf(borne, knowledge)
  return {
    it,
    from,
    to: Math.max(from, to),
    doerStates: new Set(borne.flatMap(telling => telling.doerStates)),
    people: peopleOf(it),
    deeds: classes,
    heads: headsOf(it),
    content: new Set(words.map(stemOf).filter(stem => !used.has(stem))),
  }
}

export interface Record {
  of(event: string): Came | undefined
  /** What involves this state and is of this class of deeds or heads, by first day. */
  list(state: string, deed: string): readonly Came[]
}

export function recordOf(all: readonly Assembled[], knowledge: Knowledge): Record {
  const byId = new Map<string, Came>()
  const byKey = new Map<string, Came[]>()
  for (const it of all) {
    const came = cameOf(it, knowledge)
    if (came === null) continue
    byId.set(it.event.id, came)
    for (const state of it.event.states)
      for (const deed of new Set([...came.deeds, ...came.heads])) push(byKey, `${state} ${deed}`, came)
  }
  for (const list of byKey.values()) list.sort((a, b) => a.from - b.from)
  return { of: event => byId.get(event), list: (state, deed) => byKey.get(`${state} ${deed}`) ?? [] }
}

/** Those of the list, sorted by first day, that lie within the days. */
export function* within(list: readonly Came[], from: number, to: number): Generator<Came> {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  for (let i = low; i < list.length; i++) {
    const came = list[i]
    if (came === undefined || came.from > to) return
    if (came.to <= to) yield came
  }
}
