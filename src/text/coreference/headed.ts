import type { States } from '../../knowledge/states.ts'

/** Names of states have up to four words: "the Democratic Republic of Congo". */
const LONGEST = 4

/** States that a title names, each once: by name, capital or adjective ("India, Canada ties", "Seoul’s offer"). */
export function statesHeaded(title: string | null | undefined, states: States): string[] {
  const words = (title ?? '').match(/[\p{L}.]+/gu) ?? []
  const found = new Set<string>()
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i] ?? '')) continue
    for (let n = Math.min(LONGEST, words.length - i); n > 0; n--) {
      const state = states.find(words.slice(i, i + n).join(' '))?.state
      if (state === undefined) continue
      found.add(state.iso3)
      i += n - 1
      break
    }
  }
  return [...found]
}
