/** Intervals as a person of each language reads them; nothing is said that the interval does not. */
import type { Interval } from '../api.ts'
import type { Messages } from './en.ts'
import type { Language } from './index.tsx'

const LOCALES: { readonly [L in Language]: string } = { en: 'en-GB', ja: 'ja-JP', ko: 'ko-KR' }

/** A calendar day at noon UTC, so that no time zone moves it. */
const dayOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

const made = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' })
  made.set(key, known)
  return known
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const MONTH: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' }
const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' }
const MONTH_ALONE: Intl.DateTimeFormatOptions = { month: 'short' }

function isWhole(start: string, end: string, unit: 'month' | 'year'): boolean {
  const after = dayOf(end)
  after.setUTCDate(after.getUTCDate() + 1)
  const next = after.toISOString().slice(0, 10)
  return unit === 'month'
    ? start.endsWith('-01') && next.endsWith('-01')
    : start.endsWith('-01-01') && next.endsWith('-01-01')
}

export function intervalText(it: Interval | null, language: Language, t: Messages): string {
  const { common } = t
  if (it === null || (it.start === null && it.end === null)) return common.undated
  // As fine as it was told: "since 2020".
  const open = it.precision === 'year' ? YEAR : it.precision === 'month' ? MONTH : DAY
  const end = (date: string) => formatter(language, open).format(dayOf(date))
  if (it.start === null) return common.until(end(it.end ?? ''))
  if (it.end === null) return common.since(end(it.start))
  const options = isWhole(it.start, it.end, 'year') ? YEAR : isWhole(it.start, it.end, 'month') ? MONTH : DAY
  const form = formatter(language, options)
  const [from, to] = [dayOf(it.start), dayOf(it.end)]
  // Japanese ranges of months have strokes in them, where a month by itself has its word.
  const isStroked = options === MONTH && language === 'ja' && form.format(from) !== form.format(to)
  const text = isStroked ? `${form.format(from)}～${form.format(to)}` : form.formatRange(from, to)
  return it.precision === 'unknown' ? common.about(text) : text
}

const TICKS = {
  year: YEAR,
  month: MONTH,
  'month of many': MONTH_ALONE,
  day: { day: 'numeric', month: 'short' },
} as const satisfies { [step: string]: Intl.DateTimeFormatOptions }

/** A day of the axis, by the step between labels; of months over years January has the year's name. */
export function tickText(date: Date, step: keyof typeof TICKS, language: Language): string {
  const isNewYear = step === 'month of many' && date.getUTCMonth() === 0
  return formatter(language, isNewYear ? YEAR : TICKS[step]).format(date)
}
