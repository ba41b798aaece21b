/** A value that an account gives: actors by their names, dates as dates. */
import type { Interval, NamesFor } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'

function isInterval(value: object): value is Interval {
  return 'precision' in value && 'basis' in value
}

export function Value({ value, names }: { value: unknown; names: NamesFor }) {
  const { t, language } = useWords()
  if (Array.isArray(value)) return value.map(it => names.actors[String(it)]?.name ?? String(it)).join(', ')
  if (typeof value === 'object' && value !== null)
    return isInterval(value) ? intervalText(value, language, t) : JSON.stringify(value)
  return names.actors[String(value)]?.name ?? String(value)
}
