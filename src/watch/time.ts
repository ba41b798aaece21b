/** Moments as feeds and servers write them. On these depend waits and the order of fetching alone, never a fact. */

/** Milliseconds since 1970; null where nobody can tell. */
export function instant(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null
  const at = Date.parse(text.trim())
  return Number.isNaN(at) ? null : at
}

/** ISO 8601, in UTC. */
export const isoAt = (milliseconds: number): string => new Date(milliseconds).toISOString()

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const DAY = 24 * 60 * MINUTE

/** `Retry-After`: seconds, or a date. In milliseconds from now, at least none and at most a day. */
export function retryWait(text: string | null, now: number): number | null {
  if (text === null) return null
  const seconds = /^\s*(\d{1,9})\s*$/.exec(text)?.[1]
  const at = seconds === undefined ? instant(text) : now + Number(seconds) * SECOND
  return at === null ? null : Math.min(DAY, Math.max(0, at - now))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day that a stamp names, as written, whatever its zone: "Mon, 14 Nov 2022 23:00:00 +0900" is 2022-11-14. */
export function dayOf(stamp: string | null): string | null {
  if (stamp === null) return null
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(stamp)?.[1]
  if (iso !== undefined) return iso
  const [, day, month = '', year] = /\b(\d{1,2})\s([A-Za-z]{3})[a-z]{0,6}\s(\d{4})\b/.exec(stamp) ?? []
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  if (day === undefined || year === undefined || number === 0) return null
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}
