/** The date of an event from what its tellings say: the finest stated, that most independent documents agree on. */
import { byCodePoint } from '../../record/ids.ts'
import { overlap, width } from '../../record/interval.ts'
import type { Basis, Interval } from '../../record/types.ts'
import { isLent, type Telling } from './telling.ts'

const BASIS: { readonly [basis in Basis]: number } = { stated: 0, relative: 1, inferred: 2, publication: 3 }

function key(it: Interval): string {
  return `${it.start ?? ''} ${it.end ?? ''}`
}

interface Option {
  date: Interval
  origins: Set<string>
}

function optionsOf(tellings: readonly Telling[]): Option[] {
  const byDays = new Map<string, Option>()
  for (const { mention, source } of tellings) {
    const option = byDays.get(key(mention.date)) ?? { date: mention.date, origins: new Set() }
    option.origins.add(source.origin)
    // Of equal days the best known: one states them, another works them out.
    if (BASIS[mention.date.basis] < BASIS[option.date.basis]) option.date = mention.date
    byDays.set(key(mention.date), option)
  }
  return [...byDays.values()]
}

function days(it: Interval): number {
  return width(it) ?? Number.POSITIVE_INFINITY
}

/** Origins that give these days or a part of them; a whole year agrees with any of its days and so counts for none. */
function support(option: Option, all: readonly Option[]): number {
  const origins = new Set(option.origins)
  for (const other of all) {
    const finer = days(other.date) <= 10 && overlap(other.date, option.date)
    if (finer) for (const origin of other.origins) origins.add(origin)
  }
  return origins.size
}

/** Prefers what tellings that report it say to what plans said, and words to surroundings. */
export function bestDate(all: readonly Telling[]): Interval {
  const worded = all.filter(({ mention }) => !isLent(mention))
  const tellings = worded.some(({ mention }) => mention.date.basis !== 'publication') ? worded : all
  const told = tellings.filter(({ mention }) => mention.status === 'reported')
  const firm = (list: readonly Telling[]) =>
    list.filter(({ mention }) => mention.date.basis !== 'publication')
  const sound = soundOf(told, firm(told), firm(tellings))
  const options = optionsOf(sound.length > 0 ? sound : tellings)
  const finest = Math.min(...options.map(option => days(option.date)))
  const fine = options.filter(option => days(option.date) === finest || days(option.date) <= 1)
  const [best] = fine.sort(
    (a, b) =>
      support(b, options) - support(a, options) ||
      BASIS[a.date.basis] - BASIS[b.date.basis] ||
      byCodePoint(key(a.date), key(b.date)),
  )
  if (best === undefined) throw new RangeError('an event without tellings')
  return surest(best.date, tellings)
}

/** The same days, as the telling that knows them best has them. */
function surest(date: Interval, tellings: readonly Telling[]): Interval {
  const same = tellings.map(({ mention }) => mention.date).filter(other => key(other) === key(date))
  return same.reduce((a, b) => (BASIS[b.basis] < BASIS[a.basis] ? b : a), date)
}

/** What reports give counts before plans; where it is no more than a year or a month, the plan's day within it does. */
function soundOf(
  told: readonly Telling[],
  reported: readonly Telling[],
  firm: readonly Telling[],
): readonly Telling[] {
  if (told.length === 0) return firm
  if (reported.length === 0) return planned(told, firm)
  if (reported.some(({ grip }) => grip === 'fine')) return reported
  const within = firm.filter(
    it => it.grip === 'fine' && reported.every(a => a.from <= it.from && it.to <= a.to),
  )
  return within.length > 0 ? within : reported
}

/** Where the reports give no date, a plan's date holds if it had come when they were written. */
function planned(told: readonly Telling[], firm: readonly Telling[]): readonly Telling[] {
  const latest = Math.max(...told.map(it => it.to))
  return firm.filter(it => it.from <= latest)
}
