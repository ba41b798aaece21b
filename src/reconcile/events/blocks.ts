/**
 * Which clusters are worth comparing. A dated event is looked for under its states and the days around it, an
 * undated one around the day on which it was told and under its matter; so the work grows with the documents,
 * not with their square.
 */
import { sorted } from '../lists.ts'
import { isReciprocal, type Profile } from './profile.ts'

const SPAN = 16
/** An event told without a date was mostly in the weeks before. */
const BACK = 45
const AHEAD = 20
const SLACK = 3

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

/** Under its states together and, where sides may be left out, under each. */
function stateKeys(profile: Profile): { at: string[]; ask: string[] } {
  const states = sorted(profile.states)
  const all = states.join('+')
  if (!isReciprocal(profile)) return { at: states, ask: states }
  const some = states.map(state => `some ${state}`)
  return { at: [all, ...some], ask: states.length === 1 ? [all, ...some] : [all, ...states] }
}

function days(from: number, to: number): number[] {
  const keys: number[] = []
  for (let at = Math.floor(from / SPAN); at <= Math.floor(to / SPAN); at++) keys.push(at)
  return keys
}

function timesOf(profile: Profile): number[] {
  if (profile.grip === 'fine') return days(profile.from - SLACK, profile.to + SLACK)
  if (profile.grip === 'coarse' && profile.to - profile.from <= 62) return days(profile.from, profile.to)
  if (profile.grip === 'coarse') return []
  return Number.isFinite(profile.to) ? days(profile.to, profile.to) : []
}

function timesAsked(profile: Profile): number[] {
  if (profile.grip !== 'weak') return timesOf(profile)
  if (!Number.isFinite(profile.to)) {
    return Number.isFinite(profile.from) ? days(profile.from - SLACK, profile.from + BACK) : []
  }
  return days(profile.to - BACK, profile.to + AHEAD)
}

/** Years that it may lie in: for dates too wide for days, and for what recalls a landmark by its matter. */
function yearsOf(profile: Profile): string[] {
  if (profile.grip === 'weak') return ['any']
  const keys = ['any']
  for (let at = Math.floor(profile.from / 365.25); at <= Math.floor(profile.to / 365.25); at++)
    keys.push(`y${at}`)
  return keys
}

function keysOf(profile: Profile, asked: boolean): string[] {
  const { at, ask } = stateKeys(profile)
  const keys: string[] = []
  const wide = profile.grip === 'coarse' && profile.to - profile.from > 62
  const matters = sorted([
    ...profile.issues,
    ...[...profile.places].map(place => `at ${place.toLowerCase()}`),
  ])
  for (const family of families(profile)) {
    for (const states of asked ? ask : at) {
      const base = `${family} ${states}`
      for (const time of asked ? timesAsked(profile) : timesOf(profile)) keys.push(`${base} ${time}`)
      const years = yearsOf(profile)
      for (const year of wide || !asked ? years.slice(1) : []) keys.push(`${base} ${year}`)
      const undated =
        profile.grip === 'weak' && (!asked || !Number.isFinite(profile.from) || !Number.isFinite(profile.to))
      for (const matter of matters) if (!asked || undated) keys.push(`${base} ${matter}`)
    }
  }
  return keys
}

export function makeBlocks<T>(): Blocks<T> {
  const items: T[] = []
  const places = new Map<T, number>()
  const byKey = new Map<string, Set<number>>()
  return {
    add(item, profile) {
      const index = places.get(item) ?? items.length
      if (index === items.length) {
        items.push(item)
        places.set(item, index)
      }
      for (const key of keysOf(profile, false)) {
        const held = byKey.get(key)
        if (held === undefined) byKey.set(key, new Set([index]))
        else held.add(index)
      }
    },
    near(profile) {
      const found = new Set<number>()
      for (const key of keysOf(profile, true)) for (const index of byKey.get(key) ?? []) found.add(index)
      return [...found].sort((a, b) => a - b).flatMap(index => items[index] ?? [])
    },
  }
}
