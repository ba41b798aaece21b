/** Reads the document once, group by group, and remembers what each stands for. */
import type { Clause, Entity, Name, NounGroup, Sentence } from '../types.ts'
import { type Belonging, owners, statesBehind, statesInside } from './belonging.ts'
import { describe } from './describe.ts'
import { Descriptions } from './descriptions.ts'
import { Discourse } from './discourse.ts'
import { Offices } from './offices.ts'
import { partitive } from './partitives.ts'
import { isPlural, resolvePronoun } from './pronouns.ts'
import { leadersInPlay, ministersInPlay, type SetWords, setWords, statesInPlay, twins } from './sets.ts'
import { isPronoun, type Situation } from './situation.ts'
import { findSpeaker, isSetting } from './speakers.ts'

/** What stands between the names of one list. */
const JOINED = /^(?:-|\u2013| & |,? and (?:the )?|, (?:the )?)$/
const AIMED = /^(?:on|upon|with|to|against|at)$/
const PRONOUN = /^(?:its|his|her|their)$/
/** Behind these a capital is a place: "in Seoul", "at Washington". */
const PLACE_PREPOSITION = /^(?:in|at|near|inside|outside|across|around|throughout|within|over)$/

const ASKING = /^(?:demand|urge|ask|request|insist|require|propose|recommend)$/

export class Resolver {
  readonly #at: Situation
  readonly #discourse = new Discourse()
  readonly #own = new Map<NounGroup, Entity[]>()
  readonly #open = new Set<NounGroup>()
  /** Whom "her", "its", "their" before a noun meant where it stood. */
  readonly #owners = new Map<NounGroup, Entity[]>()
  /** What was found with all conjuncts, once the whole document has been read; null before. */
  #final: Map<NounGroup, Entity[]> | null = null
  readonly #speakers = new Map<number, Entity>()
  readonly #offices: Offices
  readonly #by: Belonging
  readonly #descriptions: Descriptions

  constructor(situation: Situation) {
    this.#at = situation
    const { scene, registry, date } = situation
    this.#offices = new Offices(registry, this.#discourse, date)
    this.#by = {
      scene,
      registry,
      actorsOf: group => this.actorsOf(group),
      ownersByPronoun: (group, word) => this.#ownersBy(group, word),
    }
    this.#descriptions = new Descriptions(situation, this.#discourse, this.#offices, this.#by)
  }

  read(): void {
    for (const sentence of this.#at.scene.sentences) {
      findSpeaker(sentence, this.#speakers, group => this.actorsOf(group))
      const groups = [...sentence.groups].sort((a, b) => a.first - b.first || b.last - a.last)
      const names = this.#nameReader(sentence)
      for (const group of groups) {
        names(group.span[0])
        if (!this.#own.has(group)) this.#resolve(group)
        if (PRONOUN.test(group.determiner ?? '')) this.#owners.set(group, owners(group, this.#by))
        this.#remember(group)
      }
      names(Number.POSITIVE_INFINITY)
    }
    this.#final = new Map()
  }

  actorsOf(group: NounGroup): Entity[] {
    const known = this.#final?.get(group)
    if (known !== undefined) return known
    let actors = this.#ownOf(group)
    if (group.conjuncts.length > 0)
      actors = [...new Set([...actors, ...group.conjuncts.flatMap(conjunct => this.#ownOf(conjunct))])]
    this.#final?.set(group, actors)
    return actors
  }

  ownersOf(group: NounGroup): Entity[] {
    return group.possessor === null ? (this.#owners.get(group) ?? []) : this.actorsOf(group.possessor)
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
    if (group.first === group.last && isPronoun(head.lower) && head.text !== 'US')
      return this.#pronoun(group, head.lower)
    const both = twins(head.lower)
    if (both !== undefined) return both.map(code => registry.state(code))
    const named = this.#named(group)
    if (named !== null) return named
    const part = partitive(group, tokens, scene)
    if (part !== null) {
      const inner = this.actorsOf(part.inner)
      // "One of the two leaders": it isn't said which.
      if (inner.length > 0) return part.single && inner.length > 1 ? [] : inner
      if (!part.company) return []
    }
    const set = setWords(group, tokens)
    // "expelled *two Chilean diplomats*": any two of Chile's.
    const anyTwo = set?.what === 'ministers' && group.determiner === null && head.lower !== 'both'
    if (set !== null && !(anyTwo && statesInside(group, this.#by).length === 1)) return this.#set(group, set)
    const description = describe(group, tokens, registry.knowledge)
    const described = description === null ? [] : this.#descriptions.actors(group, description)
    // "her counterpart, *Wang Yi*,": who is described by what he is to another is named beside it.
    const beside = described.length === 0 ? group.apposition : null
    return beside === null ? described : (this.#named(beside) ?? [])
  }

  /** The head is a name: a person, a body, a state; null where it is none. */
  #named(group: NounGroup): Entity[] | null {
    const { scene, registry } = this.#at
    const name = scene.nameAtHead(group)
    if (name === undefined) return null
    if (name.entity === null) return []
    const entity = this.#owned(group, name, name.entity)
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

  /** "its Supreme Court", "his Interior Ministry": a body takes its state from the pronoun. */
  #owned(group: NounGroup, name: Name, entity: Entity): Entity {
    if (!/^(?:its|his|her|their)$/.test(group.determiner ?? '')) return entity
    if (!/^(?:government|court|military|party)$/.test(entity.type) || name.first <= group.first) return entity
    const states = new Set(owners(group, this.#by).flatMap(owner => owner.state ?? []))
    const [state] = states
    if (state === undefined || states.size > 1 || state === entity.state) return entity
    name.entity = this.#at.registry.organization(entity.name, entity.type, state, false, name.text)
    return name.entity
  }

  /** "Norway said a fund under its ministry": a described body of no state is no owner where a state is the subject. */
  #ownersBy(group: NounGroup, word: string): Entity[] {
    const found = this.#pronoun(group, word)
    if (word !== 'its' || !found.every(entity => entity.key.startsWith('some/'))) return found
    const state = this.#discourse.last(
      group.sentence,
      0,
      mention => mention.subject && mention.entity.type === 'state',
    )
    return state === undefined ? found : [state.entity]
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
        doers: group.first === group.last ? this.#doersTo(group) : [],
        askers: word === 'it' ? this.#askersOf(scene.clauseOfSubject(group)) : [],
        speaker: this.#speakers.get(group.sentence),
      },
      this.#discourse,
      registry.knowledge,
      code => registry.state(code),
    )
  }

  /** "Lin demanded that it reflect": Lin. */
  #askersOf(clause: Clause | undefined): readonly Entity[] {
    const outer = clause?.kind === 'complement' ? clause.parent : null
    if (outer?.verb == null || outer.subject === null || !ASKING.test(outer.verb.lemma)) return []
    return this.actorsOf(outer.subject).filter(it => it.state !== null)
  }

  /** "Maduro received *him*", "suspended its aid *to it*": who acts on the group. */
  #doersTo(group: NounGroup): readonly Entity[] {
    const { scene } = this.#at
    const aimed = this.#aimedAt(group)
    // "objected *to it*": where nothing else is the object, it may well be a thing.
    return this.#actsIn(
      group,
      scene.clauseOfObject(group) ?? (aimed?.objects.length === 0 ? undefined : aimed),
    )
  }

  /** "Oslo called on *both countries*", "*the two governments* urged Kosovo to …": who acts is none of those whom it befalls. */
  #acrossFrom(group: NounGroup): readonly Entity[] {
    const { scene } = this.#at
    const own = scene.clauseOfSubject(group)
    if (own !== undefined)
      return own.objects.flatMap(it => scene.nameAtHead(it)?.entity ?? []).filter(it => it.state !== null)
    return this.#actsIn(group, scene.clauseOfObject(group) ?? this.#aimedAt(group))
  }

  /** The clause in which the group stands behind "on", "to" and their like. */
  #aimedAt(group: NounGroup): Clause | undefined {
    const { scene } = this.#at
    return AIMED.test(scene.prepositionOf(group) ?? '') ? scene.clauseAround(group) : undefined
  }

  #actsIn(group: NounGroup, clause: Clause | undefined): readonly Entity[] {
    const subject = clause?.subject ?? null
    return subject === null || subject === group ? [] : this.actorsOf(subject)
  }

  #set(group: NounGroup, { count, what, bare }: SetWords): Entity[] {
    const { scene, registry, ranked } = this.#at
    const play = {
      discourse: this.#discourse,
      knowledge: registry.knowledge,
      ranked,
      weight: this.#at.weight,
      paragraph: this.#paragraphOf(group.sentence),
      toState: (code: string) => registry.state(code),
    }
    // "Austin, Hamada and Lee met. The three …": those who were named together, be they persons or states.
    const together = bare ? this.#discourse.together(count, group.sentence) : undefined
    if (together !== undefined) return [...together]
    // "the two former Soviet republics" are no longer what they were.
    const were = scene
      .tokensOf(group)
      .slice(group.first, group.head)
      .some(({ lower }) => lower === 'former')
    const inside = were ? [] : statesInside(group, this.#by)
    const of = inside.length > 0 ? inside : statesBehind(group, this.#by)
    if (inside.length > 0 && what === 'states') return inside
    if (what === 'leaders') {
      const leaders =
        of.length >= 2
          ? this.#leadersOf(of, group)
          : leadersInPlay(count, group.sentence, entity => this.#offices.isLeader(entity), play)
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
    const except = [...owners(group, this.#by), ...this.#acrossFrom(group)]
    return statesInPlay(count, group.sentence, new Set(except.flatMap(owner => owner.state ?? [])), play)
  }

  /** The first sentence of the paragraph that holds `sentence`. */
  #paragraphOf(sentence: number): number {
    const { sentences } = this.#at.scene
    let first = sentence
    while (first > 0 && sentences[first - 1]?.paragraph === sentences[sentence]?.paragraph) first--
    return first
  }

  /** The leaders of the states where all are known, else the states themselves. */
  #leadersOf(states: readonly Entity[], group: NounGroup): Entity[] {
    const phrase = this.#at.scene.textOf(group)
    const found = states.map(state => this.#offices.holder(state.key, 'leader', phrase))
    return found.every(entity => entity !== undefined) ? found.flatMap(entity => entity ?? []) : [...states]
  }

  /** What the group brings into play, for those that follow. */
  #remember(group: NounGroup): void {
    const { scene } = this.#at
    const actors = this.actorsOf(group)
    const clause = scene.clauseOfSubject(group)
    if (actors.length === 0 && clause === undefined) return
    const token = scene.tokensOf(group)[group.head]
    const quoted = token?.quoted ?? false
    const start = group.span[0]
    const setting = /^(?:in|at|near)$/.test(scene.prepositionOf(group) ?? '')
    const opening = this.#opensSentence(group)
    const relative = scene.inRelative(group)
    const plural = isPlural(group, token?.lower ?? '') && scene.nameAtHead(group) === undefined
    for (const entity of actors) {
      if (setting && entity.type === 'state') continue
      this.#discourse.mention({
        entity,
        sentence: group.sentence,
        start,
        subject: clause !== undefined || opening,
        quoted,
        plural,
        relative,
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
    const several = isPlural(group, token?.lower ?? '')
    const owners = actors.length === 0 ? this.ownersOf(group) : []
    this.#discourse.subject({
      group,
      actors,
      owners,
      sentence: group.sentence,
      start,
      plural: several,
      quoted,
    })
  }

  /** "Park Sun-ja, 84, who …, met": the name that opens a sentence is what it is about. */
  #opensSentence(group: NounGroup): boolean {
    const { scene } = this.#at
    return (
      scene.sentences[group.sentence]?.groups[0] === group &&
      scene.nameAtHead(group)?.type === 'person' &&
      scene.prepositionOf(group) === undefined
    )
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
          plural: false,
          relative: scene.relativeAt(sentence.index, name.first),
        })
        this.#put(chain, sentence.index)
      }
    }
  }

  #put(actors: readonly Entity[], sentence: number): void {
    this.#discourse.group(actors, sentence)
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
