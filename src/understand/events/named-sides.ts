/** States and people that stand inside a noun group: "the *Japan-U.S.* summit", "a *Japanese* plane". */
import type { Entity, NounGroup } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { peopleNamed } from '../lookup.ts'
import { unique } from './sides.ts'

export class NamedSides {
  readonly #context: Context
  readonly #byState = new Map<string, Entity>()

  constructor(context: Context) {
    this.#context = context
    for (const entity of context.analysis.entities)
      if (entity.type === 'state' && entity.state !== null) this.#byState.set(entity.state, entity)
  }

  /** By its ISO 3166-1 alpha-3 code, if the document names it. */
  get(iso3: string): Entity | undefined {
    return this.#byState.get(iso3)
  }

  /** States and people named inside a group: "the *Japan-U.S.* summit", "*South Korean* and *Japanese* officials". */
  statesNamed(group: NounGroup): Entity[] {
    const { analysis, knowledge } = this.#context
    const sentence = analysis.sentences[group.sentence]
    const found: Entity[] = []
    for (let i = group.first; sentence !== undefined && i <= group.last; i++) {
      if (!isCapital(sentence.tokens[i]?.text)) continue
      // "the South China Sea", "the Korean Peninsula": waters and lands are nobody's side.
      let run = i
      while (run < group.last && isCapital(sentence.tokens[run + 1]?.text)) run++
      if (WATERS.test(sentence.tokens[run]?.text ?? '')) {
        i = run
        continue
      }
      for (let last = Math.min(group.last, i + 3); last >= i; last--) {
        if (!isCapital(sentence.tokens[last]?.text)) continue
        const words = analysis.text.slice(sentence.tokens[i]?.start, sentence.tokens[last]?.end)
        const state = knowledge.states.find(words)?.state.iso3
        const entity = state === undefined ? this.#person(words) : this.state(state, words)
        if (entity === undefined) continue
        found.push(entity)
        i = last
        break
      }
    }
    return unique(found)
  }

  /** A state that only its adjective names ("a Japanese plane") joins the document's actors here. */
  state(iso3: string, words: string): Entity {
    const known = this.#byState.get(iso3)
    if (known !== undefined) return known
    const { analysis, knowledge } = this.#context
    const name = knowledge.states.get(iso3)?.name ?? words
    const entity: Entity = {
      key: iso3,
      type: 'state',
      name,
      aliases: [words],
      state: iso3,
      roles: [],
      known: true,
      partial: false,
    }
    analysis.entities.push(entity)
    this.#byState.set(iso3, entity)
    return entity
  }

  /** "the *Yoon-Kishida* meeting": people by the part of their name that stands before the hyphen. */
  #person(word: string): Entity | undefined {
    if (!/^\p{Lu}\p{L}+$/u.test(word)) return undefined
    const people = peopleNamed(this.#context.analysis, word).filter(it => it.state !== null)
    return people.length === 1 ? people[0] : undefined
  }
}

/** Names of states begin with a capital; asking only for those spares most lookups. */
function isCapital(word: string | undefined): boolean {
  const code = word?.charCodeAt(0) ?? 0
  return (code >= 65 && code <= 90) || code >= 192
}

const WATERS = /^(?:Sea|Ocean|Gulf|Straits?|Peninsula|Channel|Basin|River)$/
