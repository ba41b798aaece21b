/** What a file holds, before it is known to be what it should be. */

export type Mapping = { readonly [key: string]: unknown }

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A finite number, written as one or in text; null for anything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON holds nothing; who asks says what was expected.
    return undefined
  }
}
