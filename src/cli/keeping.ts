/** What is worked out once, for as long as what it follows from is the same. */
export interface Keeping<T> {
  (key: string): Promise<T>
  /** Takes a value that is there already for that of a key. */
  put(key: string, value: T): void
  /** Has it made anew when it is next asked for. */
  forget(): void
}

/** Keeps one value as long as its key stays the same; one that could not be made is tried again when next asked for. */
export function keeping<T>(make: (key: string) => Promise<T>): Keeping<T> {
  let held: { key: string; value: Promise<T> } | null = null
  const get = (key: string): Promise<T> => {
    if (held?.key === key) return held.value
    const value = make(key)
    held = { key, value }
    value.catch(() => {
      if (held?.value === value) held = null
    })
    return value
  }
  const put = (key: string, value: T) => {
    held = { key, value: Promise.resolve(value) }
  }
  const forget = () => {
    held = null
  }
  return Object.assign(get, { put, forget })
}
