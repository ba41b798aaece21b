import { fromDays } from '../../../record/interval.ts'
import type { Profile } from '../profile.ts'
import { type MergeRule, VETO } from './rule.ts'

/** Accounts of one event may be this many days apart: time zones, the day of a report taken for that of the act. */
const APART = 3
/** News that gives no day tells of the last days. */
const FRESH = 10

function gap(a: Profile, b: Profile): number {
  return Math.max(a.from - b.to, b.from - a.to, 0)
}

function width(profile: Profile): number {
  return profile.to - profile.from + 1
}

function bothFine(a: Profile, b: Profile): number {
  const spread = Math.max(a.latest, b.latest) - Math.min(a.earliest, b.earliest)
  const days = gap(a, b)
  if (days > 0 && spread > APART) return VETO
  if (days === 0) return width(a) <= 3 && width(b) <= 3 ? 0.6 : 0.45
  return days === 1 ? -0.1 : -0.5
}

function coarse(a: Profile, b: Profile): number {
  const days = gap(a, b)
  if (days > 0) return days <= APART && Math.min(width(a), width(b)) <= 31 ? -0.4 : VETO
  const widest = Math.max(width(a), width(b))
  const narrowest = Math.min(width(a), width(b))
  if (widest <= 31) return 0.3
  // "the 2018 ruling" twice is a landmark that both name by its year; a day within the year is weaker.
  if (a.toldBy === 'what' || a.toldBy === 'any') return narrowest > 100 ? 0.3 : 0.1
  // There are several meetings in a year, and as many launches; but what may be within a year has its own limit.
  const wide = width(a) > width(b) ? a : b
  return narrowest > 100 ? 0 : wide.statuses.has('reported') ? -0.5 : 0.1
}

/** `weak` has no day of its own, at most a bound. */
function oneWeak(firm: Profile, weak: Profile, within: boolean): number {
  if (gap(firm, weak) > 1) return VETO
  const heard = weak.to
  if (!Number.isFinite(heard) || weak.statuses.has('planned')) return 0
  const age = heard - firm.to
  if (age <= FRESH) return 0.2
  // A ruling or a treaty is recalled without its date after years; a meeting is not.
  if (within || firm.toldBy === 'what') return 0
  return age > 365 ? -0.2 : age > 60 ? -0.1 : 0
}

/** The day of the document, as far as the bounds show it: a plan is bounded from below. */
function heard(profile: Profile): number {
  return profile.statuses.has('reported') || !Number.isFinite(profile.from) ? profile.to : profile.from
}

/** "talks since 2008" and "meetings since 1999". */
function otherSeries(a: Profile, b: Profile): boolean {
  return a.since !== null && b.since !== null && Math.abs(a.since - b.since) > 31
}

function bothWeak(a: Profile, b: Profile, within: boolean): number {
  if (gap(a, b) > 1 || otherSeries(a, b)) return VETO
  const apart = Math.abs(heard(a) - heard(b))
  if (within || !Number.isFinite(apart)) return 0
  return apart <= 5 ? 0.2 : apart > 30 ? -0.3 : 0
}

function show(profile: Profile): string {
  const from = Number.isFinite(profile.from) ? fromDays(profile.from) : '…'
  const to = Number.isFinite(profile.to) ? fromDays(profile.to) : '…'
  return `${from}–${to}${profile.grip === 'weak' ? ' (only bounded)' : ''}`
}

/** Two summits a month apart are two: dates that cannot be one day veto, whatever else is alike. */
export const dates: MergeRule = {
  name: 'event/dates',
  reason: 'the days on which it may have been',
  most: 0.6,
  weigh(a, b, { within }) {
    if (a.grip === 'weak' || b.grip === 'weak') {
      if (a.grip === 'weak' && b.grip === 'weak') return bothWeak(a, b, within)
      return a.grip === 'weak' ? oneWeak(b, a, within) : oneWeak(a, b, within)
    }
    return a.grip === 'fine' && b.grip === 'fine' ? bothFine(a, b) : coarse(a, b)
  },
  say: (a, b) => `${show(a)} and ${show(b)}`,
}
