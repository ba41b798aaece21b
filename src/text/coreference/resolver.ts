/** Reads the document once, group by group, and remembers what each stands for. */
import type { Entity, NounGroup, Sentence } from '../types.ts'
import {
  type Belonging,
  modifierStates,
  onlyState,
  owners,
  phrasesBehind,
  statesBehind,
  statesInside,
} from './belonging.ts'
import { type Description, describe } from './describe.ts'
import { Discourse } from './discourse.ts'
import { Offices } from './offices.ts'
import { isPlural, resolvePronoun } from './pronouns.ts'
import type { Registry } from './registry.ts'
import type { Scene } from './scene.ts'
import { leadersInPlay, ministersInPlay, setWords, statesInPlay, twins } from './sets.ts'
import { findSpeaker, isSetting } from './speakers.ts'

export interface Situation {
  scene: Scene
  registry: Registry
  /** Where the title of a person stands that is named behind its office. */
  titleStarts: ReadonlyMap<number, Entity>
  /** States by how often the document names them. */
  ranked: readonly string[]
  /** How often the document names a state. */
  weight(state: string): number
  dominant: string | null
  date: string | null
}

/** What stands between the names of one list. */
const JOINED = /^(?:-|\u2013| & |,? and (?:the )?|, (?:the )?)$/
const PRONOUN =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|i|me|my|we|us|our|ours)$/
/** Behind these a capital is a place: "in Seoul", "at Washington". */
const PLACE_PREPOSITION = /^(?:in|at|near|inside|outside|across|around|throughout|within|over)$/

export class Resolver {
  readonly #at: Situation
  readonly #discourse = new Discourse()
  readonly #own = new Map<NounGroup, Entity[]>()
  readonly #open = new Set<NounGroup>()
  readonly #speakers = new Map<number, Entity>()
  readonly #offices: Offices
  readonly #by: Belonging

  constructor(situation: Situation) {
    this.#at = situation
    const { scene, registry, date } = situation
    this.#offices = new Offices(registry, this.#discourse, date)
    this.#by = {
      scene,
      registry,
      actorsOf: group => this.actorsOf(group),
      ownersByPronoun: (group, word) => this.#pronoun(group, word),
    }
  }

  read(): void {
    for (const sentence of this.#at.scene.sentences) {
      findSpeaker(sentence, this.#speakers, group => this.actorsOf(group))
      const groups = [...sentence.groups].sort((a, b) => a.first - b.first || b.last - a.last)
      const names = this.#nameReader(sentence)
      for (const group of groups) {
        names(group.span[0])
        if (!this.#own.has(group)) this.#resolve(group)
        this.#remember(group)
      }
      names(Number.POSITIVE_INFINITY)
    }
  }

  actorsOf(group: NounGroup): Entity[] {
    const actors = [...this.#ownOf(group)]
    for (const conjunct of group.conjuncts) actors.push(...this.#ownOf(conjunct))
    return [...new Set(actors)]
  }

  statesIn(group: NounGroup): Entity[] {
    const found = new Set<Entity>()
    for (const name of this.#at.scene.namesIn(group)) {
      const state = name.entity?.state
      if (state != null) found.add(this.#at.registry.state(state))
    }
    for (const actor of this.#ownOf(group))
      if (actor.state !== null) found.add(this.#at.registry.state(actor.state))
    return [...found]
  }

  #ownOf(group: NounGroup): Entity[] {
    return this.#own.get(group) ?? this.#resolve(group)
  }

  #resolve(group: NounGroup): Entity[] {
    if (this.#open.has(group)) return []
    this.#open.add(group)
    const actors = this.#actors(group)
    this.#open.delete(group)
    this.#own.set(group, actors)
    return actors
  }

  #actors(group: NounGroup): Entity[] {
    const { scene, registry } = this.#at
    const tokens = scene.tokensOf(group)
    const head = tokens[group.head]
    if (head === undefined) return []
    if (group.first === group.last && PRONOUN.test(head.lower) && head.text !== 'US')
      return this.#pronoun(group, head.lower)
    const both = twins(head.lower)
    if (both !== undefined) return both.map(code => registry.state(code))
    const named = this.#named(group)
    if (named !== null) return named
    const set = setWords(group, tokens)
    if (set !== null) return this.#set(group, set.count, set.what)
    const description = describe(group, tokens, registry.knowledge)
    return description === null ? [] : this.#described(group, description)
  }

  /** The head is a name: a person, a body, a state; null where it is none. */
  #named(group: NounGroup): Entity[] | null {
    const { scene, registry } = this.#at
    const name = scene.nameAtHead(group)
    if (name === undefined) return null
    const entity = name.entity
    if (entity === null) return []
    if (name.type === 'other' && entity.type === 'state') {
      const plural =
        registry.knowledge.states.find(name.text)?.form === 'people' ||
        group.determiner === 'the' ||
        group.determiner === null
      return plural ? [registry.described(entity.key, 'public', 'public', scene.textOf(group))] : [entity]
    }
    const preposition = scene.prepositionOf(group)
    if (entity.type === 'state' && preposition !== undefined && PLACE_PREPOSITION.test(preposition)) {
      if (
        registry.knowledge.states.byCapital(name.text) !== undefined &&
        registry.knowledge.states.byName(name.text) === undefined
      )
        return []
    }
    // "Yoon-Kishida", "Seoul and Tokyo" written as one group: all names of the head's compound.
    const others = scene
      .namesIn(group, group.first, name.first - 1)
      .filter(other => scene.text.slice(other.end, name.start) === '-')
    return [...others.flatMap(other => other.entity ?? []), entity]
  }

  #pronoun(group: NounGroup, word: string): Entity[] {
    const { scene, registry } = this.#at
    const token = scene.tokensOf(group)[group.first]
    return resolvePronoun(
      {
        word,
        sentence: group.sentence,
        start: group.span[0],
        quoted: token?.quoted ?? false,
        clause: scene.clauseOfSubject(group),
        speaker: this.#speakers.get(group.sentence),
      },
      this.#discourse,
      registry.knowledge,
      code => registry.state(code),
    )
  }

  #set(group: NounGroup, count: number, what: 'states' | 'leaders' | 'ministers'): Entity[] {
    const { registry, ranked } = this.#at
    const play = {
      discourse: this.#discourse,
      knowledge: registry.knowledge,
      ranked,
      weight: this.#at.weight,
      toState: (code: string) => registry.state(code),
    }
    const inside = statesInside(group, this.#by)
    const of = inside.length > 0 ? inside : statesBehind(group, this.#by)
    if (inside.length > 0 && what === 'states') return inside
    if (what === 'leaders') {
      const leaders =
        of.length >= 2
          ? this.#leadersOf(of, group)
          : leadersInPlay(group.sentence, entity => this.#offices.isLeader(entity), play)
      if (leaders.length > 0) return leaders
    }
    if (what === 'ministers' && of.length === 0) {
      const ministers = ministersInPlay(
        group.sentence,
        entity => this.#offices.isMinister(entity),
        this.#discourse,
      )
      if (ministers.length > 0) return ministers
    }
    if (of.length >= 2)
      return what === 'ministers'
        ? of.map(state => registry.described(state.key, 'minister', 'person', this.#at.scene.textOf(group)))
        : of
    const except = owners(group, this.#by)
    return statesInPlay(count, group.sentence, new Set(except.flatMap(owner => owner.state ?? [])), play)
  }

  /** The leaders of the states where all are known, else the states themselves. */
  #leadersOf(states: readonly Entity[], group: NounGroup): Entity[] {
    const phrase = this.#at.scene.textOf(group)
    const found = states.map(state => this.#offices.holder(state.key, 'leader', phrase))
    return found.every(entity => entity !== undefined) ? found.flatMap(entity => entity ?? []) : [...states]
  }

  #described(group: NounGroup, description: Description): Entity[] {
    const { scene, registry, dominant } = this.#at
    const phrase = scene.textOf(group)
    const apposed = this.#holderBehind(group) ?? this.#apposed(group)
    if (apposed !== null) return [apposed]
    const setting = description.kind === 'noun' && /^(?:journalist|expert)$/.test(description.noun.key)
    const modifiers = modifierStates(group, this.#by, !setting)
    if (description.kind === 'title')
      return this.#titled(group, description.title.title, description.words, description.plural, modifiers)
    const { noun } = description
    if (noun.class === 'state') return this.#stateNoun(group, noun.noun, modifiers)
    if (noun.class === 'set') return []
    if (modifiers.length > 0)
      return modifiers.map(state => registry.described(state.key, noun.key, noun.type, phrase))
    const office = scene
      .namesIn(group, group.first, group.head - 1)
      .find(name => name.type === 'organization')?.entity
    // "Hamas officials", "EU diplomats" speak and act for the organization.
    if (noun.class === 'person' && office != null) return [office]
    if (noun.class === 'person' || noun.class === 'public')
      return [registry.described(null, noun.key, noun.type, phrase)]
    const only = onlyState(group.sentence, this.#by)
    const again = group.determiner === 'the' && only === null ? this.#lastBody(group, noun.key) : undefined
    if (again !== undefined) return [again]
    if (noun.type === 'military' && group.first === group.last && /^forces?$/.test(noun.noun)) return []
    const body = /^(?:court|military|government|party)$/.test(noun.type)
    const safe = body ? (only ?? dominant) : null
    return [registry.described(safe, noun.key, noun.type, phrase)]
  }

  /** "the Japanese government", "his country", "the Moon administration", "the government". */
  #stateNoun(group: NounGroup, noun: string, modifiers: readonly Entity[]): Entity[] {
    const { dominant, registry } = this.#at
    const relative = /^(?:neighbor|neighbour|ally|rival|adversary|partner|power|superpower)$/.test(noun)
    if (modifiers.length > 0 && !relative) return [...modifiers]
    if (relative || isPlural(group, this.#at.scene.tokensOf(group)[group.head]?.lower ?? '')) return []
    if (phrasesBehind(group, this.#at.scene).some(phrase => phrase.preposition === 'of')) return []
    if (group.determiner !== 'the' && group.determiner !== 'this' && group.determiner !== null) return []
    if (group.determiner === null && !/^(?:government|authorities|authority)$/.test(noun)) return []
    const last = this.#discourse.last(
      group.sentence,
      2,
      mention =>
        mention.entity.state !== null &&
        (mention.subject || dominant === null || mention.entity.state === dominant),
    )
    const state = last?.entity.state ?? dominant
    return state === null || state === undefined ? [] : [registry.state(state)]
  }

  /** "the president", "Japan’s prime minister": who was named so, who held the office then, or nobody by name. */
  #titled(
    group: NounGroup,
    title: string,
    words: string,
    plural: boolean,
    modifiers: readonly Entity[],
  ): Entity[] {
    const { registry, dominant, scene } = this.#at
    const former =
      /^(?:former|ex|late|then|ousted|future|next|previous)\b/.test(words) ||
      /\b(?:former|ex-?|late)\b/.test(scene.textOf(group))
    const key = words.replaceAll(' ', '-')
    if (modifiers.length > 0) {
      return modifiers.map(
        state =>
          (former ? undefined : this.#offices.holder(state.key, title, scene.textOf(group))) ??
          registry.described(state.key, key, 'person', scene.textOf(group)),
      )
    }
    if (
      !plural &&
      (group.determiner === 'the' || group.determiner === null || PRONOUN.test(group.determiner))
    ) {
      const last = this.#discourse.last(group.sentence, 40, mention =>
        this.#offices.has(mention.entity, title),
      )
      if (last !== undefined) return [last.entity]
      const state = group.determiner === 'the' ? dominant : null
      const holder =
        state === null || former ? undefined : this.#offices.holder(state, title, scene.textOf(group))
      if (holder !== undefined) return [holder]
    }
    return [registry.described(null, key, 'person', scene.textOf(group))]
  }

  /** "US Deputy Secretary | of State Wendy Sherman": the group is the beginning of a person's title. */
  #holderBehind(group: NounGroup): Entity | null {
    const { scene, titleStarts } = this.#at
    const tokens = scene.tokensOf(group)
    for (let i = group.first; i <= group.last; i++) {
      const entity = titleStarts.get(tokens[i]?.start ?? -1)
      if (entity !== undefined) return entity
    }
    return null
  }

  /** "Dan Pinkston, a professor": the apposition says who it is. */
  #apposed(group: NounGroup): Entity | null {
    if (group.apposition === null) return null
    const name = this.#at.scene.nameAtHead(group.apposition)
    return name?.type === 'person' || name?.type === 'organization' ? name.entity : null
  }

  #lastBody(group: NounGroup, key: string): Entity | undefined {
    return this.#discourse.last(
      group.sentence,
      6,
      mention =>
        mention.entity.key.endsWith(`/${key}`) || (mention.entity.type === 'court' && key === 'court'),
    )?.entity
  }

  /** What the group brings into play, for those that follow. */
  #remember(group: NounGroup): void {
    const { scene } = this.#at
    const actors = this.actorsOf(group)
    const clause = scene.clauseOfSubject(group)
    const token = scene.tokensOf(group)[group.head]
    const quoted = token?.quoted ?? false
    const start = group.span[0]
    const setting = /^(?:in|at|near)$/.test(scene.prepositionOf(group) ?? '')
    for (const entity of actors) {
      if (setting && entity.type === 'state') continue
      this.#discourse.mention({
        entity,
        sentence: group.sentence,
        start,
        subject: clause !== undefined,
        quoted,
      })
    }
    if (actors.length > 1) this.#put(actors, group.sentence)
    if (clause === undefined) return
    if (
      token !== undefined &&
      /^(?:it|this|that|there|which|who|what)$/.test(token.lower) &&
      actors.length === 0
    )
      return
    const plural = isPlural(group, token?.lower ?? '')
    this.#discourse.subject({ group, actors, sentence: group.sentence, start, plural, quoted })
  }

  /** Names in modifiers are in play too, and hyphens and commas make sets: "Seoul-Tokyo ties", "Japan, Korea and the US". */
  #nameReader(sentence: Sentence): (until: number) => void {
    const { scene } = this.#at
    const names = scene.namesOf(sentence.index)
    let next = 0
    let chain: Entity[] = []
    let end = -1
    return until => {
      for (let name = names[next]; name !== undefined && name.start < until; name = names[++next]) {
        const { entity } = name
        if (entity === null) continue
        const joined = end >= 0 && JOINED.test(scene.text.slice(end, name.start))
        chain = joined ? [...chain, entity] : [entity]
        end = name.end
        if (entity.type !== 'person' && entity.type !== 'state') continue
        if (isSetting(name, sentence)) continue
        const quoted = sentence.tokens[name.first]?.quoted ?? false
        this.#discourse.mention({
          entity,
          sentence: sentence.index,
          start: name.start,
          subject: false,
          quoted,
        })
        this.#put(chain, sentence.index)
      }
    }
  }

  #put(actors: readonly Entity[], sentence: number): void {
    this.#discourse.set(
      actors.flatMap(actor => actor.state ?? []),
      sentence,
    )
    this.#discourse.leaders(
      actors.filter(actor => actor.type === 'person' && this.#offices.isLeader(actor)),
      sentence,
    )
  }
}
