import { byCodePoint } from '../../record/ids.ts'
import type { Clause, Entity, NounGroup, Prepositional } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Reading } from './reading.ts'

export interface Parties {
  source: Entity[]
  target: Entity[]
}

/** Prepositions of a noun that names a meeting or a deed, by the side that their noun is on. */
const JOINT_PREPOSITIONS = new Set([
  'between',
  'among',
  'with',
  'of',
  'by',
  'from',
  'involving',
  'to',
  'alongside',
])
const SOURCE_PREPOSITIONS = new Set(['by', 'of', 'from', 'between', 'among'])
const TARGET_PREPOSITIONS = new Set([
  'to',
  'against',
  'on',
  'with',
  'from',
  'at',
  'for',
  'of',
  'over',
  'toward',
  'towards',
  'into',
  'upon',
  'in',
  'by',
  'about',
  'near',
])

/** Who takes part in an event, from the noun groups of its clause. */
export class PartyFinder {
  readonly #context: Context
  readonly #byState = new Map<string, Entity>()

  constructor(context: Context) {
    this.#context = context
    for (const entity of context.analysis.entities) {
      if (entity.type === 'state' && entity.state !== null) this.#byState.set(entity.state, entity)
    }
  }

  /** Actors of a group; where it stands for none, those of its possessor, its adjectives and its phrases. */
  actors(group: NounGroup | null, prepositions: ReadonlySet<string> = TARGET_PREPOSITIONS): Entity[] {
    if (group === null) return []
    const { analysis } = this.#context
    const own = analysis.actorsOf(group)
    if (own.length > 0) return own
    const found: Entity[] = []
    for (const member of [group, ...group.conjuncts]) {
      if (member !== group) found.push(...analysis.actorsOf(member))
      if (member.possessor !== null) found.push(...this.actors(member.possessor))
      found.push(...this.statesNamed(member))
      for (const phrase of member.phrases) {
        if (found.length === 0 || phrase.preposition === 'between' || phrase.preposition === 'with') {
          found.push(...this.#phrase(phrase, prepositions))
        }
      }
    }
    return unique(found)
  }

  #phrase(phrase: Prepositional, prepositions: ReadonlySet<string>): Entity[] {
    if (!prepositions.has(phrase.preposition) || phrase.object === null || phrase.object.temporal) return []
    return this.actors(phrase.object, prepositions)
  }

  /** States named inside a group: "the *Japan-U.S.* summit", "*South Korean* and *Japanese* officials". */
  statesNamed(group: NounGroup): Entity[] {
    const { analysis } = this.#context
    const sentence = analysis.sentences[group.sentence]
    const found: Entity[] = []
    for (let i = group.first; sentence !== undefined && i <= group.last; i++) {
      for (let last = Math.min(group.last, i + 3); last >= i; last--) {
        const words = analysis.text.slice(sentence.tokens[i]?.start, sentence.tokens[last]?.end)
        const states = this.#statesOf(words)
        if (states.length === 0) continue
        found.push(...states)
        i = last
        break
      }
    }
    return unique(found)
  }

  #statesOf(words: string): Entity[] {
    const { states } = this.#context.knowledge
    const whole = states.find(words)
    if (whole !== undefined) return this.#entity(whole.state.iso3)
    if (words.includes(' ')) return []
    const parts = words.split(/[-–—/]/)
    if (parts.length < 2) return []
    return parts.flatMap(part => {
      const state = states.find(part)?.state.iso3
      return state === undefined ? this.#person(part) : this.#entity(state)
    })
  }

  #entity(iso3: string): Entity[] {
    const known = this.#byState.get(iso3)
    return known === undefined ? [] : [known]
  }

  /** "the *Yoon-Kishida* meeting": people by the last part of their name. */
  #person(word: string): Entity[] {
    const people = this.#context.analysis.entities.filter(
      it =>
        it.type === 'person' &&
        it.state !== null &&
        [it.name, ...it.aliases].some(name => name.split(' ').includes(word)),
    )
    return people.length === 1 ? people : []
  }

  /** The states that the whole document is most about, for "trilateral" and "bilateral". */
  mainStates(count: number): Entity[] {
    const { analysis } = this.#context
    const counts = new Map<string, number>()
    for (const name of analysis.names) {
      const state = name.entity?.state
      if (state) counts.set(state, (counts.get(state) ?? 0) + 1)
    }
    const order = [...counts].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0])).slice(0, count)
    return order.length < count ? [] : order.flatMap(([state]) => this.#entity(state))
  }

  /** Both sides of a noun: "talks *between X and Y*", "*X's* ruling *against Y*". */
  ofNoun(group: NounGroup, joint: boolean): Parties {
    const modifiers = this.statesNamed(group)
    const possessor = group.possessor === null ? [] : this.actors(group.possessor)
    const sources: Entity[] = [...possessor]
    const targets: Entity[] = []
    for (const phrase of group.phrases) {
      if (phrase.object === null || phrase.object.temporal) continue
      const actors = this.actors(phrase.object)
      if (joint ? JOINT_PREPOSITIONS.has(phrase.preposition) : SOURCE_PREPOSITIONS.has(phrase.preposition))
        sources.push(...actors)
      else if (TARGET_PREPOSITIONS.has(phrase.preposition)) targets.push(...actors)
    }
    if (possessor.length === 0) sources.push(...modifiers)
    if (joint && unique(sources).length < 3) sources.push(...this.#counted(group))
    return split(unique(sources), unique(targets), joint)
  }

  /** "trilateral summits": the three states of the document. */
  #counted(group: NounGroup): Entity[] {
    const words = this.#context.analysis.text.slice(...group.span).toLowerCase()
    if (/\b(?:trilateral|three-way|tripartite)\b/.test(words)) return this.mainStates(3)
    return []
  }

  /** Both sides of what a clause tells. */
  ofReading(reading: Reading): Parties {
    if (reading.clause === null)
      return reading.noun === null ? NOBODY : this.ofNoun(reading.noun.group, reading.joint)
    const { agent, patient, others, phrases } = reading.roles
    const source = this.actors(agent, SOURCE_PREPOSITIONS)
    const noun = reading.noun === null ? NOBODY : this.ofNoun(reading.noun.group, reading.joint)
    const nounGroup = reading.noun?.group ?? null
    const targets: Entity[] = [...noun.target]
    for (const group of [patient, ...others]) {
      if (group !== null && group !== nounGroup) targets.push(...this.actors(group))
    }
    for (const phrase of phrases)
      if (phrase !== undefined) targets.push(...this.#target(phrase, reading, targets))
    if (targets.length === 0 && reading.inner !== null) {
      const inner = this.ofReading(reading.inner)
      targets.push(...inner.target, ...inner.source)
    }
    const ownSide = source.length > 0 ? source : noun.source
    if (!reading.joint) {
      const sourceKeys = new Set(ownSide.map(it => it.key))
      const extra = source.length > 0 ? noun.source.filter(it => !sourceKeys.has(it.key)) : []
      return split(ownSide, unique([...targets, ...extra]), false)
    }
    return split(unique([...source, ...noun.source, ...targets]), [], true)
  }

  #target(phrase: Prepositional, reading: Reading, found: Entity[]): Entity[] {
    const { preposition, object } = phrase
    if (object === null || object.temporal || !TARGET_PREPOSITIONS.has(preposition)) return []
    // "met in Vienna": a place is no party, save where nothing else says whom it concerns.
    if (preposition === 'in' || preposition === 'at' || preposition === 'near') {
      return reading.joint || reading.mode === 'visit' || found.length > 0
        ? this.#visited(phrase, reading)
        : this.actors(object)
    }
    return this.actors(object)
  }

  /** "arrived in Tunis": whom a visit goes to. */
  #visited(phrase: Prepositional, reading: Reading): Entity[] {
    return reading.mode === 'visit' && phrase === reading.phrase ? this.actors(phrase.object) : []
  }
}

const NOBODY: Parties = { source: [], target: [] }

function unique(actors: readonly Entity[]): Entity[] {
  const seen = new Set<string>()
  return actors.filter(actor => !seen.has(actor.key) && seen.add(actor.key))
}

function split(source: Entity[], target: Entity[], joint: boolean): Parties {
  if (joint) return { source: unique([...source, ...target]), target: [] }
  const keys = new Set(source.map(it => it.key))
  return { source, target: target.filter(it => !keys.has(it.key)) }
}

/** The clause's own words without those of the clauses inside it. */
export function innermost(clauses: readonly Clause[], offset: number): Clause | null {
  let best: Clause | null = null
  for (const clause of clauses) {
    if (clause.span[0] > offset || clause.span[1] <= offset) continue
    if (best === null || clause.span[1] - clause.span[0] <= best.span[1] - best.span[0]) best = clause
  }
  return best
}
