/**
 * Which clusters are worth comparing. A dated event is looked for under its states and the days around it, an
 * undated one around the day on which it was told and under its matter; so the work grows with the documents,
 * not with their square.
 */
import type { IssueFamilies } from '../../knowledge/issue-families.ts'
import { makeLargeMap } from '../large-map.ts'
import { sorted } from '../lists.ts'
import { isReciprocal, type Profile } from './profile.ts'

const SPAN = 5
/** An event that news tells without a date was mostly in the days before. */
const BACK = 11
const AHEAD = 3
/** Who took part, where, or what it was about finds it further back. */
const RECALL = 60
const LONG_SPAN = 32
/** A plan without a date is for the months to come. */
const SOON = 200
const SLACK = 3
/** Up to two months, days can be listed; beyond, years are. */
const LISTED = 62
/** An item that grows is mostly among the last that a key has; further back it may stand twice. */
const LATELY = 8

export interface Blocks<T> {
  /** May be called again for an item that has grown. */
  add(item: T, profile: Profile): void
  /** Each item once, in the order of adding. */
  near(profile: Profile): T[]
}

/** Kinds that nothing else can be need no other key; the rest is found by its words or by its type. */
const OWN = ['meeting', 'call', 'exercise', 'launch', 'ruling']

function families(profile: Profile): string[] {
  const own = OWN.filter(name => profile.classes.has(name))
  const open = own.length === 0 || profile.classes.has('incident')
  return open ? [...profile.classes, ...profile.types] : own
}

interface StateKeys {
  at: string[]
  ask: string[]
}

/** Under its states together, with and without the host; where sides may be left out, under each. */
function together(profile: Profile, states: readonly string[]): StateKeys {
  const guests = states.filter(state => !profile.hosts.has(state))
  const all = sorted([states.join('+'), ...(guests.length > 1 ? [guests.join('+')] : [])])
  const some = states.map(state => `some ${state}`)
  return { at: [...all, ...some], ask: states.length === 1 ? [...all, ...some] : [...all, ...states] }
}

/** Under the side that does it; what nobody is told to have done is found under every state. */
function oneSided(profile: Profile, states: readonly string[]): StateKeys {
  const by = sorted(profile.doerStates).map(state => `by ${state}`)
  const done = states.map(state => `done ${state}`)
  const nobody = states.map(state => `nobody ${state}`)
  return by.length > 0
    ? { at: [...by, ...done], ask: [...by, ...nobody] }
    : { at: nobody, ask: [...nobody, ...done] }
}

function stateKeys(profile: Profile): StateKeys {
  const states = sorted(profile.states)
  return isReciprocal(profile) ? together(profile, states) : oneSided(profile, states)
}

/** Keys are numbers, since there are millions: two that fall together only cost a comparison. */
function mix(a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(b ^ (b >>> 15), 0x2c1b3c6d), 0x297a2d39)
  return (h ^ (h >>> 13)) >>> 0
}

const hashes = new Map<string, number>()

function hash(text: string): number {
  const known = hashes.get(text)
  if (known !== undefined) return known
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  hashes.set(text, h >>> 0)
  return h >>> 0
}

function steps(from: number, to: number, span: number, label: number): number[] {
  const keys: number[] = []
  for (let at = Math.floor(from / span); at <= Math.floor(to / span); at++) keys.push(mix(label, at))
  return keys
}

interface Days {
  from: number
  to: number
}

/** Told as still to come, from the day of its document on. */
function isPlan({ grip, from, statuses }: Profile): boolean {
  return grip === 'weak' && Number.isFinite(from) && !statuses.has('reported')
}

/** Where it lies in time; null where that cannot be listed by days. */
function lies(profile: Profile): Days | null {
  const { grip, from, to } = profile
  if (grip === 'fine') return { from: from - SLACK, to: to + SLACK }
  if (grip === 'coarse') return to - from <= LISTED ? { from, to } : null
  return isPlan(profile) ? { from, to: from } : Number.isFinite(to) ? { from: to, to } : null
}

/** Where what it may be one with lies. */
function asks(profile: Profile, back: number): Days | null {
  const { grip, from, to } = profile
  if (grip !== 'weak') return lies(profile)
  if (isPlan(profile)) return { from: from - back, to: from + SOON }
  return Number.isFinite(to) ? { from: to - back, to: to + AHEAD } : null
}

/** People count together only: a president is in half of what his state does. */
function mattersOf({ issues, places, people }: Profile): string[] {
  const pair = people.size > 1 ? [`with ${sorted(people).join(' ')}`] : []
  return sorted([...issues, ...pair, ...[...places].map(place => `at ${place.toLowerCase()}`)])
}

const DAY = hash('day')
const YEAR = hash('year')

function years({ grip, from, to }: Profile): number[] {
  return grip === 'weak' ? [] : steps(from, to, 365.25, YEAR)
}

/** Acts that texts name without a date long after; who said what to whom is soon forgotten. */
const RECALLED = [
  'deal',
  'ruling',
  'breach',
  'invasion',
  'curb',
  'relief',
  'seizure',
  'incident',
  'announcement',
]

function isRecalled({ classes }: Profile): boolean {
  return RECALLED.some(name => classes.has(name))
}

/** What recalls a landmark: its matter, also under a broader name, and the court or force that did it. */
function recallOf({ issues, bodies }: Profile, families: IssueFamilies): string[] {
  return sorted([...[...issues].flatMap(issue => families.of(issue)), ...bodies])
}

function timeKeys(profile: Profile, asked: boolean, families: IssueFamilies): number[] {
  const near = asked ? asks(profile, BACK) : lies(profile)
  const far = asked ? asks(profile, RECALL) : lies(profile)
  const weak = profile.grip === 'weak'
  const keys = near === null ? [] : steps(near.from, near.to, SPAN, DAY)
  const matters = mattersOf(profile).map(hash)
  if (far !== null && (weak || !asked)) {
    for (const it of matters) keys.push(...steps(far.from, far.to, LONG_SPAN, it))
  }
  // A landmark is recalled by its matter after any time; so is all that a document without a date tells.
  const recalls = weak && (near === null || isRecalled(profile))
  if (recalls || (!asked && !weak)) keys.push(...recallOf(profile, families).map(hash))
  if (near === null || (!asked && !weak)) keys.push(...matters)
  if (!asked || near === null) keys.push(...years(profile))
  return keys
}

function keysOf(profile: Profile, asked: boolean, issues: IssueFamilies): number[] {
  const { at, ask } = stateKeys(profile)
  const times = timeKeys(profile, asked, issues)
  const keys: number[] = []
  for (const family of families(profile)) {
    for (const states of asked ? ask : at) {
      const base = mix(hash(family), hash(states))
      for (const time of times) keys.push(mix(base, time))
    }
  }
  return keys
}

export function makeBlocks<T>(issues: IssueFamilies): Blocks<T> {
  const items: T[] = []
  const places = new Map<T, number>()
  /** Most keys have one item, which then stands without a list. */
  const byKey = makeLargeMap<number | number[]>()
  /** For each item when it was last found, so that a search needs no set. */
  const seen: number[] = []
  let search = 0
  return {
    add(item, profile) {
      const index = places.get(item) ?? items.length
      if (index === items.length) {
        items.push(item)
        places.set(item, index)
      }
      for (const key of keysOf(profile, false, issues)) {
        const held = byKey.get(key)
        if (held === undefined) byKey.set(key, index)
        else if (typeof held === 'number') {
          if (held !== index) byKey.set(key, [held, index])
        } else if (!held.includes(index, Math.max(0, held.length - LATELY))) held.push(index)
      }
    },
    near(profile) {
      search++
      const found: number[] = []
      const take = (index: number): void => {
        if (seen[index] === search) return
        seen[index] = search
        found.push(index)
      }
      for (const key of keysOf(profile, true, issues)) {
        const held = byKey.get(key)
        if (typeof held === 'number') take(held)
        else held?.forEach(take)
      }
      return found.sort((a, b) => a - b).flatMap(index => items[index] ?? [])
    },
  }
}
