/** Who and where: names in a question, matched with the record's actors and the states that are known. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { View } from '../view.ts'
import type { Party, Word } from './types.ts'

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)
const JOINS = new Set(['of', 'and', 'the', '&'])
/** Words of a name that say nothing of whose it is. */
const TITLES =
  /^(?:President|Prime|Minister|Premier|Chancellor|Foreign|Defen[cs]e|Finance|King|Queen|Mr|Mrs|Ms|Dr|Emperor)$/

/** Actors by each word of their names, so that a surname finds them. */
function actorIndex(view: View): (name: string) => Set<string> {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f.]/g, '')
      .toLowerCase()
  const byWord = new Map<string, Set<string>>()
  const names = new Map<string, string[]>()
  for (const actor of view.actors.values()) {
    const all = [actor.name, ...actor.aliases].map(plain)
    names.set(actor.id, all)
    for (const word of all.flatMap(name => name.split(/[^\p{L}\p{N}]+/u))) {
      const own = byWord.get(word) ?? new Set()
      byWord.set(word, own.add(actor.id))
    }
  }
  return name => {
    const wanted = plain(name)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const [first = ''] = wanted.split(' ')
    const holds = (all: string): boolean =>
      ` ${all} `.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(` ${wanted} `)
    return new Set([...(byWord.get(first) ?? [])].filter(id => names.get(id)?.some(holds)))
  }
}

/** The longest form of a state that begins at a word: "South Korean", "Tokyo". */
function stateAt(words: readonly Word[], at: number, text: string, { states }: Knowledge) {
  for (let length = 4; length > 0; length--) {
    const last = words[at + length - 1]
    const first = words[at]
    if (last === undefined || first === undefined) continue
    const form = text.slice(first.start, last.end).replace(/['’]s?$/, '')
    const found = isCapital(form) ? states.find(form) : undefined
    if (found !== undefined && found.form !== 'loose') return { state: found.state.iso3, length, form }
  }
  return null
}

/** How many words from `at` on are one name in capitals. */
function nameLength(words: readonly Word[], at: number): number {
  let length = 0
  for (let i = at; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || /^['’]s$|^\?$/.test(word.text)) break
    if (isCapital(word.text)) length = i - at + 1
    else if (!JOINS.has(word.lower) || !isCapital(words[i + 1]?.text ?? '')) break
    if (word.lower === 'and') break
  }
  return length
}

export function partiesIn(
  words: readonly Word[],
  text: string,
  view: View,
  knowledge: Knowledge,
  busy: ReadonlySet<number>,
): { party: Party; first: number; last: number }[] {
  const idsOf = actorIndex(view)
  const found: { party: Party; first: number; last: number }[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (
      word === undefined ||
      busy.has(i) ||
      !isCapital(word.text) ||
      (i === 0 && /^(?:W[Hh]|How|Did|Does|Do|Has|Have|Is|Are|Was|Were|Will)/.test(word.text))
    )
      continue
    const length = nameLength(words, i)
    const plain = words.slice(i, i + length).filter(it => !TITLES.test(it.text))
    const [first, last] = [plain[0], plain.at(-1)]
    const name =
      first === undefined || last === undefined
        ? word.text
        : text.slice(first.start, last.end).replace(/['’]s?$/, '')
    const ids = idsOf(name)
    const state = stateAt(words, i, text, knowledge)
    if (state !== null && (length <= state.length || ids.size === 0)) {
      const party = {
        text: state.form,
        state: state.state,
        isState: true,
        actors: new Set([state.state]),
        start: word.start,
      }
      found.push({ party, first: i, last: i + state.length - 1 })
      i += state.length - 1
    } else if (length > 0) {
      const [id] = ids
      const party = {
        text: name,
        state: id === undefined ? null : (view.actors.get(id)?.state ?? null),
        isState: false,
        actors: ids,
        start: word.start,
      }
      found.push({ party, first: i, last: i + length - 1 })
      i += length - 1
    }
  }
  return found
}
