/** Who is meant by a common noun: "a Japanese official", "the court", "his country", "the president". */
import type { Entity, NounGroup } from '../types.ts'
import { describedBefore } from './again.ts'
import {
  type Belonging,
  isInternational,
  modifierStates,
  onlyState,
  owners,
  phrasesBehind,
} from './belonging.ts'
import type { Description } from './describe.ts'
import type { Discourse } from './discourse.ts'
import { hasSecretaries } from './home.ts'
import type { Offices } from './offices.ts'
import { isPlural } from './pronouns.ts'
import { isPronoun, type Situation } from './situation.ts'

/** Before a title: whoever it is, not the one in office. "Acting" and "outgoing" ones are. */
const OTHER_THAN_HOLDER =
  /\b(?:former|ex|late|then|ousted|future|next|previous|vice|deputy|assistant|associate|junior|retired)\b/

/** A text is on two states that it names so many times more often than any third. */
const CLEARLY = 2

export class Descriptions {
  readonly #at: Situation
  readonly #discourse: Discourse
  readonly #offices: Offices
  readonly #by: Belonging

  constructor(situation: Situation, discourse: Discourse, offices: Offices, by: Belonging) {
    this.#at = situation
    this.#discourse = discourse
    this.#offices = offices
    this.#by = by
  }

  actors(group: NounGroup, description: Description): Entity[] {
    const { scene, registry, dominant, home } = this.#at
    const phrase = scene.textOf(group)
    const all = this.#allApposed(group)
    if (all !== null) return all
    const apposed = this.#holderBehind(group) ?? this.#apposed(group)
    if (apposed !== null) {
      this.#takeState(apposed, group, description)
      return [apposed]
    }
    const setting = description.kind === 'noun' && /^(?:journalist|expert)$/.test(description.noun.key)
    const modifiers = modifierStates(group, this.#by, !setting)
    if (description.kind === 'title')
      return this.#titled(group, description.title.title, description.words, description.plural, modifiers)
    const { noun } = description
    if (noun.class === 'state') return this.#stateNoun(group, noun.noun, modifiers)
    if (noun.class === 'set') return []
    // "Public opposition could grow": a feeling, not the party.
    if (noun.noun === 'opposition' && group.determiner === null && modifiers.length === 0) return []
    if (noun.key === 'office' && owners(group, this.#by).length === 0) return []
    if (modifiers.length > 0)
      return modifiers.map(state => registry.described(state.key, noun.key, noun.type, phrase, noun.isOne))
    if (noun.key === 'bloc' && group.determiner === 'the') {
      const named = this.#discourse.last(
        group.sentence,
        8,
        it => it.entity.type === 'international-organization',
      )
      if (named !== undefined) return [named.entity]
    }
    const office = scene
      .namesIn(group, group.first, group.head - 1)
      .find(name => name.type === 'organization')?.entity
    // "Hamas officials", "EU diplomats" speak and act for the organization.
    if (noun.class === 'person' && office != null) return [office]
    if (noun.class === 'person' || noun.class === 'public') {
      const known =
        noun.class === 'person' ? this.#describedBefore(group, noun.key, description.plural) : null
      return [known ?? registry.described(null, noun.key, noun.type, phrase)]
    }
    const only = onlyState(group.sentence, this.#by)
    const again = group.determiner === 'the' && only === null ? this.#lastBody(group, noun.key) : undefined
    if (again !== undefined) return [again]
    if (noun.type === 'military' && group.first === group.last && /^forces?$/.test(noun.noun)) return []
    const body = /^(?:court|military|government|party)$/.test(noun.type)
    // "The foreign ministry protested to Japan": the state that the sentence names is the other one.
    const atHome =
      /(?:ministry|parliament|cabinet|office|presid|prime-minister|ruling|opposition|supreme|constitutional)/
    const own = atHome.test(noun.key) ? (home ?? only) : (only ?? home)
    const safe = body && !isInternational(group, this.#by) ? (own ?? dominant) : null
    return [registry.described(safe, noun.key, noun.type, phrase, noun.isOne)]
  }

  /** "his finance minister, Hans Moe": the owner's state is the minister's. */
  #takeState(entity: Entity, group: NounGroup, description: Description): void {
    if (entity.type !== 'person' || entity.state !== null) return
    if (description.kind !== 'title' || description.title.kind !== 'political') return
    // "the *American* ambassador in Pristina, Ana Ruiz": of America.
    const states = new Set([
      ...owners(group, this.#by).flatMap(owner => owner.state ?? []),
      ...modifierStates(group, this.#by, false).map(state => state.key),
    ])
    if (states.size === 1) entity.state = [...states][0] ?? null
  }

  /** "the Japanese government", "his country", "the Moon administration", "the government". */
  #stateNoun(group: NounGroup, noun: string, modifiers: readonly Entity[]): Entity[] {
    const { dominant, registry, home } = this.#at
    const relative = /^(?:neighbor|neighbour|ally|rival|adversary|foe|partner)$/.test(noun)
    if (relative) return this.#relative(group)
    if (/^(?:power|superpower)$/.test(noun)) return []
    if (modifiers.length > 0) return [...modifiers]
    if (noun === 'capital') return []
    if (isPlural(group, this.#at.scene.tokensOf(group)[group.head]?.lower ?? '')) return []
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
    const state =
      noun === 'cabinet' ? (home ?? last?.entity.state ?? dominant) : (last?.entity.state ?? home ?? dominant)
    return state === null || state === undefined ? [] : [registry.state(state)]
  }

  /** "its ally", "China's neighbour": the other state, where the last sentences leave one alone. */
  #relative(group: NounGroup): Entity[] {
    const { scene, registry } = this.#at
    if (isPlural(group, scene.tokensOf(group)[group.head]?.lower ?? '')) return []
    const of = owners(group, this.#by).flatMap(owner => owner.state ?? [])
    if (of.length !== 1) return []
    for (const back of [0, 1, 2]) {
      const others = this.#discourse.statesSince(group.sentence - back, new Set(of))
      if (others.length === 1) return others.map(state => registry.state(state))
      if (others.length > 1) break
    }
    // Of a text on two states it is the other one of them.
    const { ranked, weight } = this.#at
    const [first, second, third] = ranked
    const other = first === of[0] ? second : second === of[0] ? first : undefined
    if (other === undefined || (third !== undefined && weight(third) * CLEARLY > weight(other))) return []
    return [registry.state(other)]
  }

  /** "The official": the one described before, where nothing in the group says another. */
  #describedBefore(group: NounGroup, key: string, plural: boolean): Entity | undefined {
    const { scene } = this.#at
    if (!/^(?:the|that|this|these|those)$/.test(group.determiner ?? '')) return undefined
    const of = phrasesBehind(group, scene).some(({ preposition }) => /^(?:of|from|at)$/.test(preposition))
    const other = scene
      .tokensOf(group)
      .slice(group.first, group.head)
      .some(
        token => /^(?:other|another|second|third|former|same)$/.test(token.lower) && token.lower !== 'same',
      )
    if (of || other) return undefined
    return describedBefore(key, group.sentence, plural, this.#discourse)
  }

  /** "the president", "Japan’s prime minister": who was named so, who held the office then, or nobody by name. */
  #titled(
    group: NounGroup,
    title: string,
    words: string,
    plural: boolean,
    modifiers: readonly Entity[],
  ): Entity[] {
    const { registry, dominant, home, scene } = this.#at
    const before = words.slice(0, Math.max(0, words.length - title.length))
    const other = OTHER_THAN_HOLDER.test(before) || /\b(?:former|ex-?|late)\b/.test(scene.textOf(group))
    const key = words.replaceAll(' ', '-')
    if (modifiers.length > 0) {
      return modifiers.map(
        state =>
          (other ? undefined : this.#offices.holder(state.key, title, scene.textOf(group))) ??
          registry.described(state.key, key, 'person', scene.textOf(group)),
      )
    }
    if (!plural && (group.determiner === 'the' || group.determiner === null || isPronoun(group.determiner))) {
      const last = this.#discourse.last(group.sentence, 40, mention =>
        this.#offices.has(mention.entity, other ? words : title),
      )
      if (last !== undefined) return [last.entity]
      const same = plural ? undefined : describedBefore(key, group.sentence, false, this.#discourse)
      if (same !== undefined && group.determiner === 'the' && !other) return [same]
      // "the defense minister" in an American paper: who holds the like of it there is a secretary.
      const abroad = /\bminister$/.test(title)
      const near = [dominant, home].find(it => it !== null && !(abroad && hasSecretaries(it))) ?? null
      const state = group.determiner === 'the' ? near : null
      const holder =
        state === null || other ? undefined : this.#offices.holder(state, title, scene.textOf(group))
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

  /** "Ana Ruiz, a professor": the apposition says who it is. */
  #apposed(group: NounGroup): Entity | null {
    // Of several whose states are not known none stands for all.
    if (group.apposition === null || group.apposition.conjuncts.length > 0) return null
    const name = this.#at.scene.nameAtHead(group.apposition)
    return name?.type === 'person' || name?.type === 'organization' ? name.entity : null
  }

  /** "The foreign ministers, Ana Ruiz and Ivo Berg": both, where it is known whose they are. */
  #allApposed({ apposition }: NounGroup): Entity[] | null {
    if (apposition === null || apposition.conjuncts.length === 0) return null
    const named = [apposition, ...apposition.conjuncts].map(
      it => this.#at.scene.nameAtHead(it)?.entity ?? null,
    )
    const people = named.flatMap(it => (it?.type === 'person' && it.state !== null ? it : []))
    return people.length === named.length ? people : null
  }

  #lastBody(group: NounGroup, key: string): Entity | undefined {
    return this.#discourse.last(
      group.sentence,
      6,
      mention =>
        mention.entity.key.endsWith(`/${key}`) || (mention.entity.type === 'court' && key === 'court'),
    )?.entity
  }
}
