/** Reads the document once, group by group, and remembers what each stands for. */
import type { Clause, Entity, NounGroup, Sentence } from '../types.ts'
import { type Description, describe, officesOf } from './describe.ts'
import { Discourse } from './discourse.ts'
import { isPlural, resolvePronoun } from './pronouns.ts'
import type { Registry } from './registry.ts'
import type { Scene } from './scene.ts'
import { leadersInPlay, setWords, statesInPlay } from './sets.ts'

export interface Situation {
  scene: Scene
  registry: Registry
  /** Where the title of a person stands that is named behind its office. */
  titleStarts: ReadonlyMap<number, Entity>
  /** States by how often the document names them. */
  ranked: readonly string[]
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

  constructor(situation: Situation) {
    this.#at = situation
  }

  read(): void {
    for (const sentence of this.#at.scene.sentences) {
      this.#findSpeaker(sentence)
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
    const token = scene.tokensOf(group)[group.head]
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
      toState: (code: string) => registry.state(code),
    }
    const inside = this.#statesInside(group)
    const of = inside.length > 0 ? inside : this.#ofStates(group)
    if (inside.length > 0 && what === 'states') return inside
    if (what === 'leaders') {
      const leaders =
        of.length >= 2
          ? this.#holders(of, 'leader', group)
          : leadersInPlay(group.sentence, entity => this.#isLeader(entity), play)
      if (leaders.length > 0) return leaders
    }
    if (of.length >= 2)
      return what === 'ministers'
        ? of.map(state => registry.described(state.key, 'minister', 'person', this.#at.scene.textOf(group)))
        : of
    const owners = this.#owners(group)
    return statesInPlay(count, group.sentence, new Set(owners.flatMap(owner => owner.state ?? [])), play)
  }

  #described(group: NounGroup, description: Description): Entity[] {
    const { scene, registry, dominant } = this.#at
    const phrase = scene.textOf(group)
    const apposed = this.#holderBehind(group) ?? this.#apposed(group)
    if (apposed !== null) return [apposed]
    const modifiers = this.#modifierStates(group)
    if (description.kind === 'title')
      return this.#titled(group, description.title.title, description.words, description.plural, modifiers)
    const { noun } = description
    if (noun.class === 'state') return this.#stateNoun(group, noun.noun, modifiers)
    if (noun.class === 'set') return []
    if (modifiers.length > 0)
      return modifiers.map(state => registry.described(state.key, noun.key, noun.type, phrase))
    if (noun.class === 'person' || noun.class === 'public')
      return [registry.described(null, noun.key, noun.type, phrase)]
    const again = group.determiner === 'the' ? this.#lastBody(group, noun.key) : undefined
    if (again !== undefined) return [again]
    if (noun.type === 'military' && group.first === group.last && /^forces?$/.test(noun.noun)) return []
    const body = /^(?:court|military|government|party)$/.test(noun.type)
    const safe = body ? (this.#onlyState(group.sentence) ?? dominant) : null
    return [registry.described(safe, noun.key, noun.type, phrase)]
  }

  /** The one state that the sentence names; null where it names none or several. */
  #onlyState(sentence: number): string | null {
    const states = new Set(this.#at.scene.namesOf(sentence).flatMap(name => name.entity?.state ?? []))
    const [state] = states
    return states.size === 1 && state !== undefined ? state : null
  }

  /** "the Japanese government", "his country", "the Moon administration", "the government". */
  #stateNoun(group: NounGroup, noun: string, modifiers: readonly Entity[]): Entity[] {
    const { dominant, registry } = this.#at
    const relative = /^(?:neighbor|neighbour|ally|rival|adversary|partner|power|superpower)$/.test(noun)
    if (modifiers.length > 0 && !relative) return [...modifiers]
    if (relative || isPlural(group, this.#at.scene.tokensOf(group)[group.head]?.lower ?? '')) return []
    if (group.phrases.some(phrase => phrase.preposition === 'of')) return []
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
          (former ? undefined : this.#holder(state.key, title, group)) ??
          registry.described(state.key, key, 'person', scene.textOf(group)),
      )
    }
    if (
      !plural &&
      (group.determiner === 'the' || group.determiner === null || PRONOUN.test(group.determiner))
    ) {
      const last = this.#discourse.last(group.sentence, 40, mention => this.#hasTitle(mention.entity, title))
      if (last !== undefined) return [last.entity]
      const state = group.determiner === 'the' ? dominant : null
      const holder = state === null || former ? undefined : this.#holder(state, title, group)
      if (holder !== undefined) return [holder]
    }
    return [registry.described(null, key, 'person', scene.textOf(group))]
  }

  #holder(state: string, title: string, group: NounGroup): Entity | undefined {
    const { registry, date, scene } = this.#at
    const named = this.#discourse.last(
      group.sentence,
      1000,
      mention => mention.entity.state === state && this.#hasTitle(mention.entity, title),
    )
    if (named !== undefined) return named.entity
    if (date === null) return undefined
    for (const office of officesOf(title)) {
      const [person] = registry.knowledge.people.holders(state, office, date)
      if (person !== undefined)
        return registry.person(person.name, { known: true, partial: false, state }, scene.textOf(group))
    }
    return undefined
  }

  #holders(states: readonly Entity[], title: string, group: NounGroup): Entity[] {
    const found = states.map(state => this.#holder(state.key, title, group))
    return found.every(entity => entity !== undefined) ? found.flatMap(entity => entity ?? []) : [...states]
  }

  #hasTitle(entity: Entity, title: string): boolean {
    if (entity.type !== 'person') return false
    if (
      entity.roles.some(
        role => role.title.toLowerCase().endsWith(title) && !/^(?:former|vice|deputy)\b/i.test(role.title),
      )
    )
      return true
    const { registry, date } = this.#at
    if (!entity.known || date === null || entity.state === null) return false
    return officesOf(title).some(office =>
      registry.knowledge.people
        .holders(entity.state ?? '', office, date)
        .some(
          person =>
            registry.entities.get(entity.key)?.name === person.name || person.names.includes(entity.name),
        ),
    )
  }

  #isLeader(entity: Entity): boolean {
    const { knowledge } = this.#at.registry
    if (
      entity.roles.some(
        role => knowledge.titles.levelOf(role.title) === 'leader' && !/^(?:former|ex)/i.test(role.title),
      )
    )
      return true
    return (
      /^(?:president|prime minister|chancellor|leader)$/.test('leader') && this.#hasTitle(entity, 'leader')
    )
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

  /** States that a description belongs to: possessor, adjectives, "of", "its". */
  #modifierStates(group: NounGroup): Entity[] {
    const { registry } = this.#at
    const codes = new Set<string>()
    for (const owner of this.#owners(group)) if (owner.state !== null) codes.add(owner.state)
    for (const state of this.#statesInside(group)) codes.add(state.key)
    if (codes.size === 0) for (const state of this.#ofStates(group)) codes.add(state.key)
    return [...codes].map(code => registry.state(code))
  }

  /** "the *South Korean* side", "*Japanese* companies", "the *Moon* administration". */
  #statesInside(group: NounGroup): Entity[] {
    const { scene, registry } = this.#at
    const codes = new Set<string>()
    for (const name of scene.namesIn(group, group.first, group.head - 1)) {
      if (group.possessor !== null && name.last <= group.possessor.last) continue
      const state = name.entity?.state
      if (
        state != null &&
        name.entity !== null &&
        (name.type !== 'organization' || /^(?:government|party|military|court)$/.test(name.entity.type))
      )
        codes.add(state)
    }
    return [...codes].map(code => registry.state(code))
  }

  /** "the leaders *of the two countries*", "the court *in Seoul*". */
  #ofStates(group: NounGroup): Entity[] {
    const { scene, registry } = this.#at
    const codes = new Set<string>()
    for (const phrase of group.phrases) {
      if (phrase.object === null || !/^(?:of|in|from|for|between)$/.test(phrase.preposition)) continue
      if (phrase.preposition === 'of' || phrase.preposition === 'from' || phrase.preposition === 'between') {
        for (const actor of this.actorsOf(phrase.object)) if (actor.state !== null) codes.add(actor.state)
      }
      const names = scene.namesIn(phrase.object)
      for (const name of names) {
        const place =
          name.type === 'place'
            ? (name.entity?.state ?? registry.knowledge.places.byName(name.text)?.state)
            : null
        if (place != null) codes.add(place)
      }
    }
    return [...codes].map(code => registry.state(code))
  }

  /** Who possesses: "Japan’s", "its", "his". */
  #owners(group: NounGroup): Entity[] {
    if (group.possessor !== null) return this.actorsOf(group.possessor)
    const { determiner } = group
    if (determiner === null || !/^(?:its|his|her|their|our|my)$/.test(determiner)) return []
    const { scene, registry } = this.#at
    const token = scene.tokensOf(group)[group.first]
    return resolvePronoun(
      {
        word: determiner,
        sentence: group.sentence,
        start: group.span[0],
        quoted: token?.quoted ?? false,
        clause: undefined,
        speaker: this.#speakers.get(group.sentence),
      },
      this.#discourse,
      registry.knowledge,
      code => registry.state(code),
    )
  }

  #lastBody(group: NounGroup, key: string): Entity | undefined {
    return this.#discourse.last(
      group.sentence,
      6,
      mention =>
        mention.entity.key.endsWith(`/${key}`) || (mention.entity.type === 'court' && key === 'court'),
    )?.entity
  }

  /** The subject outside the marks of a sentence with quoted words speaks them. */
  #findSpeaker(sentence: Sentence): void {
    const before = this.#speakers.get(sentence.index - 1)
    if (!sentence.tokens.some(token => token.quoted)) return
    const clause = sentence.clauses.find(each => !each.quoted && isReport(each) && each.subject !== null)
    const [speaker] = clause?.subject == null ? [] : this.actorsOf(clause.subject)
    const carried = sentence.tokens[1]?.quoted === true && clause === undefined ? before : undefined
    if (speaker !== undefined) this.#speakers.set(sentence.index, speaker)
    else if (carried !== undefined) this.#speakers.set(sentence.index, carried)
  }

  /** What the group brings into play, for those that follow. */
  #remember(group: NounGroup): void {
    const { scene } = this.#at
    const actors = this.actorsOf(group)
    const clause = scene.clauseOfSubject(group)
    const token = scene.tokensOf(group)[group.head]
    const quoted = token?.quoted ?? false
    const start = group.span[0]
    for (const entity of actors) {
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
        this.#discourse.mention({
          entity,
          sentence: sentence.index,
          start: name.start,
          subject: false,
          quoted: false,
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
      actors.filter(actor => actor.type === 'person' && this.#isLeader(actor)),
      sentence,
    )
  }
}

const REPORT =
  /^(?:say|tell|add|ask|argue|warn|note|state|explain|insist|claim|write|declare|reply|stress|announce|believe|think|suggest|point|agree|predict|remark|observe|recall|comment|acknowledge|admit|continue|conclude|urge|vow|pledge)$/

function isReport(clause: Clause): boolean {
  return clause.verb !== null && REPORT.test(clause.verb.lemma)
}
