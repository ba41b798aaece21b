import type { Clause, Entity, NounGroup, Prepositional } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { isExpected, TOPICAL, takesUpClause } from './content.ts'
import { complementOf } from './frames.ts'
import { groundOf } from './ground.ts'
import { NamedSides } from './named-sides.ts'
import { Prominence } from './prominence.ts'
import { rolesOf } from './roles.ts'
import {
  carried,
  JOINT_PREPOSITIONS,
  meaningful,
  OWNER_PREPOSITIONS,
  PLACING,
  SOURCE_PREPOSITIONS,
  split,
  statesOf,
  TARGET_PREPOSITIONS,
  tells,
  unique,
  withoutCompany,
  withoutMoved,
  withoutOwnEnvoys,
} from './sides.ts'
import type { Reading } from './types.ts'

export interface Parties {
  source: Entity[]
  target: Entity[]
}

const NOBODY: Parties = { source: [], target: [] }

/** Who takes part in an event, from the noun groups of its clause. */
export class PartyFinder {
  readonly #context: Context
  readonly named: NamedSides
  readonly #modifiers = new Map<NounGroup, Clause[]>()
  readonly #prominence: Prominence

  constructor(context: Context) {
    this.#context = context
    this.#prominence = new Prominence(context.analysis)
    this.named = new NamedSides(context)
    for (const sentence of context.analysis.sentences) {
      for (const clause of sentence.clauses) {
        if (clause.modifies === null) continue
        const before = this.#modifiers.get(clause.modifies)
        if (before === undefined) this.#modifiers.set(clause.modifies, [clause])
        else before.push(clause)
      }
    }
  }

  /** Actors of a group; where it stands for none, those of its possessor, its adjectives, its phrases and what modifies it. */
  actors(
    group: NounGroup | null,
    prepositions: ReadonlySet<string> = OWNER_PREPOSITIONS,
    within: Clause | null = null,
  ): Entity[] {
    if (group === null || group.temporal) return []
    const own = this.#context.analysis.actorsOf(group)
    if (own.length > 0) return [...own, ...this.#unnamed(group.conjuncts)]
    const found: Entity[] = []
    for (const member of [group, ...group.conjuncts]) {
      if (member !== group) found.push(...this.#context.analysis.actorsOf(member))
      if (member.possessor !== null) found.push(...this.actors(member.possessor))
      found.push(...this.named.statesNamed(member))
      if (found.length > 0) continue
      for (const phrase of member.phrases)
        if (prepositions.has(phrase.preposition) && !this.#befalls(member, phrase))
          found.push(...this.actors(phrase.object))
      if (found.length === 0) found.push(...this.#modified(member, within))
    }
    return unique(found)
  }

  /** "the invasion *of Kuwait*": whose it is stands behind "by". */
  #befalls(group: NounGroup, { preposition }: Prepositional): boolean {
    return preposition === 'of' && this.#context.knowledge.eventNouns.find(group.lemma)?.befalls === true
  }

  /** "Mori and *US* Deputy Secretary Sherman": a member whom nobody knows stands for its state. */
  #unnamed(members: readonly NounGroup[]): Entity[] {
    return members
      .filter(it => this.#context.analysis.actorsOf(it).length === 0)
      .flatMap(it => this.named.statesNamed(it))
  }

  /** "restrictions *imposed by both countries*", "an agreement *negotiated with Tokyo*". */
  #modified(group: NounGroup, within: Clause | null): Entity[] {
    const found: Entity[] = []
    for (const clause of this.#modifiers.get(group) ?? []) {
      if (clause.kind !== 'participle' && clause.kind !== 'relative') continue
      if (clause === within) continue
      const roles = rolesOf(clause)
      for (const other of [roles.agent, roles.patient, ...roles.phrases.map(phrase => phrase.object)]) {
        if (other !== null && other !== group && !other.temporal)
          found.push(...this.#context.analysis.actorsOf(other))
      }
    }
    return found
  }

  /** "the *Madrid* summit", "the *Minsk* accords": one capital before a meeting is where it was. */
  #namedIn(group: NounGroup, joint: boolean): Entity[] {
    const found = this.named.statesNamed(group)
    const sentence = this.#context.analysis.sentences[group.sentence]
    const before = sentence?.tokens[group.head - 1]?.text ?? ''
    const placed =
      joint && found.length === 1 && this.#context.knowledge.states.byCapital(before) !== undefined
    return placed && this.#context.knowledge.states.byName(before) === undefined ? [] : found
  }

  /** The states that the whole document is most about, for "trilateral" and "the two sides". */
  mainStates(count: number): Entity[] {
    return this.#prominence.main(count).flatMap(state => this.named.get(state) ?? [])
  }

  /** The two that the document is about, by far; nobody where the clause names a third. */
  pair({ clause }: Reading, besides: readonly string[] = []): Entity[] {
    const pair = clause === null ? [] : this.#prominence.pair(clause.span, besides)
    return pair.flatMap(state => this.named.get(state) ?? [])
  }

  /** Both sides of a noun: "talks *between X and Y*", "*X's* ruling *against Y*". */
  ofNoun(group: NounGroup, joint: boolean, clause: Clause | null = null, isMeeting = false): Parties {
    // "*her* talks with him"; whose "its concessions" are is no news.
    const owners = isMeeting ? this.#context.analysis.ownersOf(group) : []
    const possessor = group.possessor === null ? owners : this.actors(group.possessor)
    const sources: Entity[] = [...possessor, ...this.#namedIn(group, joint)]
    const targets: Entity[] = []
    for (const phrase of group.phrases) {
      if (phrase.object === null || phrase.object.temporal || tells(phrase)) continue
      if (this.#befalls(group, phrase)) targets.push(...this.actors(phrase.object))
      else if (
        joint ? JOINT_PREPOSITIONS.has(phrase.preposition) : SOURCE_PREPOSITIONS.has(phrase.preposition)
      ) {
        sources.push(...carried(group, phrase, this.actors(phrase.object)))
      } else if (TARGET_PREPOSITIONS.has(phrase.preposition)) {
        // "a summit *on Sudan*": what is talked about takes no part.
        const topic = isMeeting && /^(?:on|about|over)$/.test(phrase.preposition)
        targets.push(...this.actors(phrase.object).filter(it => !topic || it.type !== 'state'))
      }
    }
    const words = this.#context.analysis.text.slice(...group.span)
    const three = /\b(?:trilateral|three-way|tripartite)\b/i.test(words)
    const withSome = group.phrases.some(phrase => phrase.preposition === 'with')
    // "was in Tokyo for talks *with* Mori": who was there talked.
    if (joint && clause !== null && clause.subject !== group && (withSome || statesOf(sources) === 0))
      sources.unshift(...this.actors(clause.subject))
    if (joint && three && statesOf(sources) < 2) sources.push(...this.mainStates(3))
    return split(joint ? meaningful(sources) : unique(sources), unique(targets), joint)
  }

  /** Parties of a noun that names none: those of the clause it stands in ("agreed during a *summit*"). */
  around(clause: Clause | null, group: NounGroup): Entity[] {
    for (let at = clause, steps = 0; at !== null && steps < 3; at = at.parent, steps++) {
      const found = at.subject === group ? [] : this.actors(at.subject)
      if (new Set(found.map(it => it.state)).size > 1) return found
    }
    return []
  }

  /** Both sides of what a clause tells. */
  ofReading(reading: Reading): Parties {
    if (reading.clause === null)
      return reading.noun === null ? NOBODY : this.ofNoun(reading.noun.group, reading.joint)
    if (isExpected(reading)) return this.ofReading(reading.inner)
    const source = this.#doers(reading)
    const noun = this.#ofObject(reading)
    const joint = reading.joint || (reading.type === 'AGREE' && statesOf(source) > 1)
    const targets = this.#targets(reading, noun, source)
    // "agreed to postpone the repayment of *Cuban* debts": with those whom it befalls.
    const promises = reading.type === 'AGREE' && reading.clause?.complement != null
    const alone = joint && promises && statesOf([...source, ...noun.source]) === 1
    const met =
      alone && reading.inner === null ? this.#complement(reading).filter(it => it.state !== null) : []
    if (met.length > 0 && statesOf([...source, ...met]) > 1) return split(source, met, false)
    if (joint)
      return split(meaningful([...source, ...noun.source, ...(reading.joint ? targets : [])]), [], true)
    // "Peru rejected Chile's offer": the noun's own doer is the other side, unless the verb has none.
    if (source.length === 0) {
      // "flights between the two capitals resumed"
      const { agent, patient } = reading.roles
      const nobody =
        agent === null && patient !== null && this.#context.analysis.actorsOf(patient).length === 0
      const shared = nobody && SHARED.has(reading.type)
      return split(noun.source, targets, shared && statesOf([...noun.source, ...targets]) > 1)
    }
    // "Peru *downgraded relations* in May", "*recalled its ambassador*": done to the other of the two.
    const talks = reading.mode === 'discontinue' && reading.roles.patient !== null
    const ofTwo = reading.type === 'SANCTION' && (reading.contexts.includes('diplomatic') || talks)
    if (reading.head === 'summon' || (ofTwo && noun.source.length === 0))
      return this.#betweenTwo(source, targets)
    return split(source, unique([...targets, ...noun.source]), false)
  }

  /** Both sides of the noun that a verb works on; "suspended the treaty *that it had concluded with Madrid*". */
  #ofObject({ noun, joint, inner, clause }: Reading): Parties {
    if (noun === null) return NOBODY
    const found = this.ofNoun(noun.group, joint, null, noun.entry.type === 'CONSULT')
    if (inner?.type !== 'AGREE' || found.source.length + found.target.length > 0) return found
    return { source: this.#modified(noun.group, clause), target: [] }
  }

  #doers(reading: Reading): Entity[] {
    const { agent, patient, phrases } = reading.roles
    const found = this.actors(agent, OWNER_PREPOSITIONS, reading.clause)
    if (reading.joint && agent !== null && statesOf(found) < 2) {
      // "Hamada of Japan and Lee of South Korea met".
      for (const phrase of agent.phrases)
        if (phrase.preposition === 'of') found.push(...this.actors(phrase.object))
    }
    // "students marched in Seoul": of whose state they are is said by where they march.
    if (reading.type === 'PROTEST' && statesOf(found) === 0)
      return [...found, ...this.#placed([...(agent?.phrases ?? []), ...phrases])]
    if (found.length > 0 || reading.clause?.verb?.voice !== 'passive') return found
    // "was summoned *to the Greek ministry*".
    if (reading.head === 'summon')
      return phrases.filter(it => it.preposition === 'to').flatMap(it => this.actors(it.object))
    const own = OWN_FORCES.has(reading.type) && reading.head !== 'conscript'
    if (reading.joint || own || reading.head === 'expect') return this.actors(patient)
    // "was received *in Hanoi*": by its hosts.
    if (reading.type === 'CONSULT' && HOSTING.test(reading.head)) return this.#placed(phrases, true)
    // "assets *in Korea* were seized": by whom is not said; it was done where it was done.
    return LOCAL.has(reading.type)
      ? this.#placed([...(patient?.phrases ?? []), ...reading.roles.phrases])
      : []
  }

  /** An ambassador is summoned by his hosts: where one side's state is not said, it is the other of the two. */
  #betweenTwo(source: readonly Entity[], target: readonly Entity[]): Parties {
    const [hosts, known] = [statesOf(source), new Set([...source, ...target].map(it => it.state))]
    known.delete(null)
    // "The European Union suspended aid to Kosovo": it did so itself.
    const outside = source.some(it => it.type === 'international-organization')
    if (known.size !== 1 || outside) return split(source, target, false)
    const other = this.mainStates(2).filter(it => !known.has(it.state))
    if (other.length !== 1) return split(source, target, false)
    return hosts === 0
      ? split([...source, ...other], target, false)
      : split(source, [...target, ...other], false)
  }

  /** States where it was; `hosted`: a capital stands for its state too. */
  #placed(phrases: readonly Prepositional[], hosted = false): Entity[] {
    for (const phrase of phrases) {
      if (phrase.preposition !== 'in' || phrase.object === null) continue
      const states = this.#context.analysis.actorsOf(phrase.object).filter(it => it.type === 'state')
      if (states.length > 0) return states
      if (!hosted) continue
      const words = this.#context.analysis.text.slice(...phrase.object.span)
      const seat = this.#context.knowledge.states.byCapital(words)
      if (seat !== undefined) return [this.named.state(seat.iso3, words)]
    }
    return []
  }

  #targets(reading: Reading, noun: Parties, source: readonly Entity[]): Entity[] {
    const doers = new Set(source.map(it => it.key))
    const { patient, others, phrases } = reading.roles
    const nounGroup = reading.noun?.group ?? null
    // "condemned the invasion of Kuwait by Iraq": not who suffered it.
    const named = reading.noun ?? reading.inner?.noun
    const blames = BLAMING.has(reading.type) && named?.entry.befalls === true
    const found: Entity[] = blames ? [] : [...noun.target]
    if (takesUpClause(reading)) return this.#complement(reading)
    // "the leaders discussed Chad": a topic takes no part.
    // "set up a commission": what is made takes no part in the making.
    const made = reading.joint && MAKING.test(reading.head)
    const topical = made || TOPICAL.test(reading.head) || (nounGroup !== null && nounGroup === patient)
    const objects = topical ? [] : [patient, ...others]
    for (const group of objects)
      if (group !== null && group !== nounGroup)
        found.push(...this.actors(group, OWNER_PREPOSITIONS, reading.clause))
    for (const phrase of phrases) {
      if (blames && named !== undefined && named !== null && this.#befalls(named.group, phrase)) continue
      const asked = phrase === reading.phrase
      const placed = reading.mode === 'visit' && PLACING.has(phrase.preposition)
      if (asked || placed || TARGET_PREPOSITIONS.has(phrase.preposition))
        found.push(...this.#phrase(phrase, reading, asked))
    }
    const sides = found.filter(it => !doers.has(it.key))
    if (sides.every(it => it.state === null || source.some(by => by.state === it.state)))
      sides.push(
        ...groundOf(this.#context, reading, (iso3, words) => this.named.state(iso3, words)).filter(
          it => !source.some(by => by.state === it.key),
        ),
      )
    if (sides.length > 0)
      return withoutOwnEnvoys(source, withoutMoved(reading, withoutCompany(unique(sides))))
    if (reading.inner !== null) {
      const inner = this.ofReading(reading.inner)
      // "demanded that *Oslo* lift the embargo on Lima": who is to act is asked, not whom it befalls.
      const asked = reading.operator === 'request' && statesOf(inner.source) > 0
      const found = asked || blames ? inner.source : unique([...inner.target, ...inner.source])
      const named = reading.type !== 'THREATEN' || found.some(it => !doers.has(it.key))
      return named ? found : this.#conditioned(reading, doers)
    }
    return reading.joint ? [] : this.#complement(reading)
  }

  /** "threatened to cut off the gas *if Madrid sold it on*": who is to do or leave something is threatened. */
  #conditioned({ clause }: Reading, doers: ReadonlySet<string>): Entity[] {
    const sentence = clause === null ? undefined : this.#context.analysis.sentences[clause.sentence]
    const condition = sentence?.clauses.find(it => /^(?:if|unless|until|should)$/.test(it.marker ?? ''))
    if (condition === undefined) return []
    return this.actors(condition.subject).filter(it => it.state !== null && !doers.has(it.key))
  }

  #phrase(phrase: Prepositional, reading: Reading, asked: boolean): Entity[] {
    const { object, preposition } = phrase
    if (object === null || object.temporal || preposition === 'as' || tells(phrase)) return []
    // "telephoned him from Oslo"
    if (preposition === 'from' && reading.mode === 'phone') return []
    // "made a visit to the US", "met in Vienna": only a visit's place is a party.
    if (PLACING.has(preposition) && reading.mode !== 'visit' && !(asked && !reading.joint)) return []
    return this.actors(object)
  }

  /** "ruled that *Japanese companies* must pay": whom the content of a ruling or demand concerns. */
  #complement(reading: Reading): Entity[] {
    const clause = reading.clause
    const sentence = clause === null ? undefined : this.#context.analysis.sentences[clause.sentence]
    const inner = clause === null || sentence === undefined ? null : complementOf(clause, sentence)
    if (inner !== null) {
      const roles = rolesOf(inner)
      return unique([...this.actors(roles.agent), ...this.actors(roles.patient)])
    }
    // "…, something Tokyo welcomed": what is welcomed is what the clause around it tells.
    if (clause?.kind === 'relative' && clause.parent !== null) return this.actors(clause.parent.subject)
    return []
  }
}

/** What nobody does alone. */
const SHARED: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])
/** Aimed at who did what it is about. */
const BLAMING: ReadonlySet<string> = new Set(['ACCUSE', 'SANCTION', 'REQUEST', 'PROTEST'])
/** "the navy was put on alert": by its own state. */
const OWN_FORCES: ReadonlySet<string> = new Set(['MOBILIZE'])
const MAKING = /^(?:set-up|establish|create|form|launch|found|open|build)$/
const HOSTING = /^(?:receive|welcome|host|greet)$/
const LOCAL: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'ACCUSE'])
