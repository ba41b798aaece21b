/** Values out of JSON that comes from anywhere: each asks before it takes. */
export type JsonObject = { readonly [key: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path of keys, undefined where the path breaks off. */
export function at(value: unknown, ...path: string[]): unknown {
  let current = value
  for (const key of path) {
    if (!isObject(current)) return undefined
    current = current[key]
  }
  return current
}

/** A string that is not blank, else null. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The first of several fields that holds a string. */
export function firstText(value: unknown, keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = text(at(value, key))
    if (found !== null) return found
  }
  return null
}

/** A list as it is, one value as a list of one, nothing as none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}
