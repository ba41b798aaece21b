/** The record's names of fields, and their values, in the reader's words. */
import type { Messages } from '../i18n/en.ts'

const isOf = <T extends object>(words: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(words, key)

/** "date", "number of people"; a name that is not known stays as it is. */
export function fieldName(t: Messages, field: string): string {
  const [, counted] = /^number of (.+)$/.exec(field) ?? []
  if (counted !== undefined) return t.fields.number(counted)
  const { number: _, ...names } = t.fields
  return isOf(names, field) ? names[field] : field
}

/** "denied", "minister" in words; null where the field has none. */
export function valueWord(t: Messages, field: string, value: unknown): string | null {
  const words: { readonly [field: string]: { readonly [value: string]: string } } = {
    status: t.status,
    level: t.levels,
  }
  return words[field]?.[String(value)] ?? null
}
