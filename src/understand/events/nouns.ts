import type { EventNoun, NounSense } from '../../knowledge/event-nouns.ts'
import type { NounWish } from '../../knowledge/frames.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { ActorType } from '../../record/types.ts'
import type { Analysis, Name, NounGroup, Sentence } from '../../text/types.ts'
import { BEFALLEN, MEASURES, SPELLS } from './measures.ts'

/** What is known of the nouns of one document, worked out once a group. */
export interface Nouns {
  /** Classes of object-classes.tsv, by the head and by the words up to it. */
  classesOf(group: NounGroup): ReadonlySet<string>
  /** The event that the group's head names: "summit", "air strike". */
  eventOf(group: NounGroup): EventNoun | null
  /** True for a name, a pronoun or a noun for people or their bodies. */
  isActor(group: NounGroup): boolean
  fits(group: NounGroup | null, wish: NounWish): boolean
  sentenceOf(group: NounGroup): Sentence | undefined
}

const PERSONAL = new Set([
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'who',
  'whom',
  'we',
  'us',
  'it',
  'each other',
  'one another',
  'i',
  'me',
  'you',
])
const PEOPLE = [
  'person',
  'official',
  'state',
  'group',
  'company',
  'army',
  'citizen',
  'troop',
  'court',
  'police',
  'parliament',
  'media',
  'crowd',
  'organisation',
]

const JOINT = /\b(?:joint|combined|bilateral|trilateral|multinational)\b/i
const CLASSES: { readonly [type in ActorType]?: readonly string[] } = {
  state: ['state'],
  government: ['state', 'authority'],
  person: ['person', 'official'],
  court: ['court', 'authority'],
  military: ['force', 'army', 'troop'],
  company: ['company'],
  party: ['party', 'group'],
  organization: ['organisation', 'group'],
  'international-organization': ['treatybody', 'organisation'],
}

/** The tagger leaves the plural of what it takes for a name: "Rebels captured the town". */
function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** The words of a group that end in its head, the longest first: "air strike", "strike". */
function endings(sentence: Sentence, group: NounGroup, longest: number): string[] {
  const found: string[] = []
  const head = sentence.tokens[group.head]
  if (head === undefined) return found
  const one = singular(head.lower)
  const from = Math.max(group.first, group.head - longest + 1)
  const glue = sentence.tokens[group.head - 1]?.lower.endsWith('-') ? '' : ' '
  let before = ''
  for (let i = group.head - 1; i >= from; i--) {
    const word = sentence.tokens[i]?.lower ?? ''
    before = before === '' ? word : `${word} ${before}`
    found.push(`${before}${glue}${head.lower}`, `${before}${glue}${one}`)
  }
  return [...found.reverse(), head.lower, head.lemma, one]
}

/** "sent *$100,000* to them" */
function isMoney(sentence: Sentence, group: NounGroup): boolean {
  const number = sentence.tokens[group.head]?.pos === 'NUM'
  return number && sentence.tokens.slice(group.first, group.head).some(token => /[$€£¥]$/.test(token.text))
}

/** "a state *of siege*". */
function innerOf(group: NounGroup): NounGroup | null {
  return group.phrases.find(it => it.preposition === 'of')?.object ?? null
}

/** `isParty`: groups that are known to be a side, whatever they are (the pair task). */
export function createNouns(
  analysis: Analysis,
  knowledge: Knowledge,
  isParty: (group: NounGroup) => boolean,
): Nouns {
  const reader = new GroupReader(analysis, knowledge, isParty)
  return {
    classesOf: group => reader.classesOf(group),
    eventOf: group => reader.eventOf(group),
    isActor: group => reader.isActor(group),
    fits: (group, wish) => reader.fits(group, wish),
    sentenceOf: group => reader.sentenceOf(group),
  }
}

/** What the noun groups of one document are: their classes, the events they name, whether they act. */
class GroupReader {
  readonly #analysis: Analysis
  readonly #knowledge: Knowledge
  readonly #isParty: (group: NounGroup) => boolean
  readonly #classes = new Map<NounGroup, ReadonlySet<string>>()
  readonly #events = new Map<NounGroup, EventNoun | null>()
  readonly #longest: number
  readonly #names: Map<number, Name>
  readonly #starts: Map<number, Name>

  constructor(analysis: Analysis, knowledge: Knowledge, isParty: (group: NounGroup) => boolean) {
    this.#analysis = analysis
    this.#knowledge = knowledge
    this.#isParty = isParty
    this.#longest = Math.max(knowledge.nounClasses.longest, knowledge.eventNouns.longest)
    this.#names = nameEnds(analysis)
    this.#starts = new Map(analysis.names.map(name => [name.start, name]))
  }

  sentenceOf(group: NounGroup): Sentence | undefined {
    return this.#analysis.sentences[group.sentence]
  }

  classesOf(group: NounGroup): ReadonlySet<string> {
    const known = this.#classes.get(group)
    if (known !== undefined) return known
    const found = new Set<string>()
    const sentence = this.sentenceOf(group)
    // "the European *Union*" is no trade union.
    const named = this.#isBody(group)
    for (const ending of sentence === undefined ? [] : this.#terms(sentence, group)) {
      if (named && ending === 'union') continue
      for (const name of this.#knowledge.nounClasses.classesOf(ending)) found.add(name)
      found.add(ending)
    }
    if (sentence !== undefined && isMoney(sentence, group)) found.add('money')
    for (const name of this.#actorClasses(group)) found.add(name)
    for (const name of this.#measured(group)) found.add(name)
    for (const name of this.#titled(group)) found.add(name)
    for (const name of this.#suffered(group)) found.add(name)
    if (found.has('exercise') && JOINT.test(this.#analysis.text.slice(...group.span)))
      found.add('jointexercise')
    this.#classes.set(group, found)
    return found
  }

  /** "*displaced* Afghans", "*jailed* editors": what befell people says what they are. */
  #suffered(group: NounGroup): string[] {
    const sentence = this.sentenceOf(group)
    const found: string[] = []
    for (let i = group.first; i < group.head; i++) {
      const name = BEFALLEN.get(sentence?.tokens[i]?.lower ?? '')
      if (name !== undefined) found.push(name)
    }
    return found
  }

  #isBody(group: NounGroup): boolean {
    if (this.sentenceOf(group)?.tokens[group.head]?.pos !== 'PROPN') return false
    return this.#analysis
      .actorsOf(group)
      .some(it => it.type === 'international-organization' || it.type === 'state')
  }

  /** The words up to the head, and what it is of where that is known: "a *state of siege*". */
  #terms(sentence: Sentence, group: NounGroup): string[] {
    const terms = endings(sentence, group, this.#longest)
    const of = innerOf(group)
    const head = sentence.tokens[group.head]
    if (of === null || head === undefined) return terms
    const whole = `${head.lower} of ${sentence.tokens[of.head]?.lower ?? ''}`
    const known =
      this.#knowledge.eventNouns.find(whole) !== undefined ||
      this.#knowledge.nounClasses.classesOf(whole).size > 0
    return known ? [whole, ...terms] : terms
  }

  /** "*Ambassador* Lee Su-hoon": the title says what the person is. */
  #titled(group: NounGroup): string[] {
    const sentence = this.sentenceOf(group)
    if (sentence?.tokens[group.head]?.pos !== 'PROPN') return []
    const found: string[] = []
    for (let i = group.first; i < group.head; i++) {
      const classes = this.#knowledge.nounClasses.classesOf(sentence.tokens[i]?.lower ?? '')
      for (const name of ['diplomat', 'official', 'soldier', 'person', 'ship', 'warship'])
        if (classes.has(name)) found.push(name)
    }
    return found
  }

  /** "13 tons of *medicine*", "a team of *doctors*": what is counted decides too. */
  #measured(group: NounGroup): Iterable<string> {
    const phrase = MEASURES.has(group.lemma) ? group.phrases.find(it => it.preposition === 'of') : undefined
    return phrase?.object && phrase.object !== group ? this.classesOf(phrase.object) : []
  }

  /** What is known of the actors it names: "Tokyo" is a state, "Kishida" a person who can visit one. */
  #actorClasses(group: NounGroup): string[] {
    const found: string[] = []
    for (const actor of this.#analysis.actorsOf(group)) found.push(...(CLASSES[actor.type] ?? []))
    const head = this.sentenceOf(group)?.tokens[group.head]
    if (found.length === 0 && head?.pos === 'PROPN') {
      const text = this.#analysis.text.slice(group.span[0], group.span[1])
      if (this.#knowledge.states.find(text) !== undefined) found.push('state')
      // "fifty *Haitians*"
      if (head.lower.endsWith('s') && this.#knowledge.states.byDemonym(head.text) !== undefined)
        found.push('citizen', 'person')
    }
    return found
  }

  /** A quick no for the many groups whose head ends no event's name. */
  #mayName(sentence: Sentence, group: NounGroup): boolean {
    const head = sentence.tokens[group.head]
    if (head === undefined) return false
    // "a show of force"
    if (innerOf(group) !== null) return true
    const last = head.lower.slice(head.lower.lastIndexOf('-') + 1)
    const { endsOne } = this.#knowledge.eventNouns
    return endsOne(last) || endsOne(singular(last)) || endsOne(head.lemma)
  }

  eventOf(group: NounGroup): EventNoun | null {
    const known = this.#events.get(group)
    if (known !== undefined) return known
    const sentence = this.sentenceOf(group)
    let found: EventNoun | null = null
    for (const ending of sentence === undefined || !this.#mayName(sentence, group)
      ? []
      : this.#terms(sentence, group)) {
      found = this.#sense(group, ending) ?? this.#knowledge.eventNouns.find(ending) ?? null
      if (found !== null) break
    }
    const counted = SPELLS.has(group.lemma) ? innerOf(group) : null
    if (counted !== null && counted !== group) found = this.eventOf(counted) ?? found
    if (found === null && sentence !== undefined) found = this.#namedEvent(group)
    if (
      found?.type === 'MOBILIZE' &&
      found.mode === 'troops' &&
      sentence !== undefined &&
      JOINT.test(this.#analysis.text.slice(...group.span))
    ) {
      found = this.#knowledge.eventNouns.find('joint exercise') ?? found
    }
    this.#events.set(group, found)
    return found
  }

  /** "the dispatch *of medics*", "an attack *on the plan*": what is in its phrase says what the noun names. */
  #sense(group: NounGroup, term: string): EventNoun | undefined {
    const holds = (object: NounGroup | null, { classes, types }: NounSense) => {
      if (object === null || object === group || object.temporal) return false
      const found = this.classesOf(object)
      if (classes.some(name => found.has(name))) return true
      const event = types.length === 0 ? null : this.eventOf(object)
      return event !== null && types.includes(event.type)
    }
    const senses = this.#knowledge.eventNouns.senses(term)
    if (senses.length === 0) return undefined
    const clause = this.sentenceOf(group)?.clauses.find(it => it.objects.includes(group))
    const phrases = [...group.phrases, ...(clause?.phrases ?? [])]
    return senses.find(sense => phrases.some(it => holds(it.object, sense)))?.entry
  }

  /** "the General Security of Military Information *Agreement*": the last word of a long name says what it is. */
  #namedEvent(group: NounGroup): EventNoun | null {
    const sentence = this.sentenceOf(group)
    if (sentence?.tokens[group.head]?.pos !== 'PROPN') return null
    const inner = group.phrases.find(it => it.preposition === 'of')?.object
    if (inner && inner !== group && /^[A-Z]/.test(sentence.tokens[inner.head]?.text ?? '')) {
      const entry = this.#knowledge.eventNouns.find(sentence.tokens[inner.head]?.lower ?? '')
      if (entry?.type === 'AGREE') return entry
    }
    const name =
      this.#starts.get(this.sentenceOf(group)?.tokens[group.head]?.start ?? -1) ??
      this.#starts.get(group.span[0])
    if (name === undefined || name.end <= group.span[1] || name.type === 'person') return null
    const last = name.text.slice(name.text.lastIndexOf(' ') + 1).toLowerCase()
    const entry = this.#knowledge.eventNouns.find(last) ?? null
    return entry?.type === 'AGREE' ? entry : null
  }

  isActor(group: NounGroup): boolean {
    if (PERSONAL.has(group.lemma)) return true
    // "welcomed *the ceasefire*": a side that is an event is nobody.
    if (this.eventOf(group) !== null) return false
    if (this.#isParty(group)) return true
    if ((this.#names.get(group.span[1])?.start ?? -1) >= group.span[0]) return true
    const head = this.sentenceOf(group)?.tokens[group.head]
    if (head?.pos === 'PROPN' && /^[A-Z]/.test(head.text) && !group.temporal) return true
    const found = this.classesOf(group)
    return PEOPLE.some(name => found.has(name))
  }

  fits(group: NounGroup | null, wish: NounWish): boolean {
    if (group === null) return wish.none
    if (wish.any || (wish.actor && this.isActor(group))) return true
    const found = this.classesOf(group)
    if (wish.classes.some(name => found.has(name))) return true
    if (wish.types.length === 0) return false
    const event = this.eventOf(group)
    return event !== null && wish.types.includes(event.type)
  }
}

/** "the ROK navy" ends in no name, "President Yoon" does: a group that ends with one is an actor. */
function nameEnds(analysis: Analysis): Map<number, Name> {
  const ends = new Map<number, Name>()
  for (const name of analysis.names) ends.set(name.end, name)
  return ends
}
