/** Pronouns by number, gender, recency, subjects first. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Gender } from '../../knowledge/names.ts'
import type { Clause, Entity, NounGroup } from '../types.ts'
import type { Discourse, Mention } from './discourse.ts'

export interface Asked {
  /** Lower case: "he", "its", "they". */
  word: string
  sentence: number
  start: number
  quoted: boolean
  /** The clause whose subject the pronoun is. */
  clause: Clause | undefined
  /** The subject's actors, where the pronoun is the object: "him" is somebody else, "himself" is nobody else. */
  doers: readonly Entity[]
  /** Who asks for what the pronoun's clause tells: "demanded that *it* withdraw" is of somebody else. */
  askers: readonly Entity[]
  /** Who speaks the quoted words of this sentence, where that is known. */
  speaker: Entity | undefined
}

export function resolvePronoun(
  asked: Asked,
  discourse: Discourse,
  knowledge: Knowledge,
  toState: (code: string) => Entity,
): Entity[] {
  if (asked.doers.length > 0 && /sel(?:f|ves)$/.test(asked.word)) return [...asked.doers]
  switch (asked.word) {
    case 'he':
    case 'him':
    case 'his':
    case 'himself':
      return person(asked, 'm', discourse, knowledge)
    case 'she':
    case 'her':
    case 'hers':
    case 'herself':
      return person(asked, 'f', discourse, knowledge)
    case 'it':
    case 'its':
    case 'itself':
      return thing(asked, discourse, knowledge)
    case 'they':
    case 'them':
    case 'their':
    case 'theirs':
    case 'themselves':
      return several(asked, discourse, toState)
    case 'i':
    case 'me':
    case 'my':
      return asked.quoted && asked.speaker !== undefined ? [asked.speaker] : []
    case 'we':
    case 'us':
    case 'our':
    case 'ours':
      return own(asked, toState)
    default:
      return []
  }
}

/** "We will respond": an official speaks for the state, anybody else for themselves. */
function own(asked: Asked, toState: (code: string) => Entity): Entity[] {
  if (!asked.quoted || asked.speaker === undefined) return []
  return asked.speaker.state !== null ? [toState(asked.speaker.state)] : []
}

/** How many sentences back "he" and "she" reach. */
const REACH = 4

function person(asked: Asked, gender: Gender, discourse: Discourse, knowledge: Knowledge): Entity[] {
  const fits = (mention: Mention): boolean =>
    mention.entity.type === 'person' &&
    mention.start < asked.start &&
    !mention.plural &&
    !asked.doers.includes(mention.entity) &&
    mayBe(mention.entity, gender, knowledge) &&
    !(asked.quoted && mention.entity === asked.speaker)
  // "…," he said: outside the marks those are meant who are named outside.
  const outside = asked.quoted
    ? undefined
    : latest(asked, discourse, mention => !mention.quoted && fits(mention))
  const found = outside ?? latest(asked, discourse, fits)
  return found === undefined ? [] : [found.entity]
}

/** The subject of this sentence, then of the one before, and so on; any person of a sentence before its elders. */
function latest(
  asked: Asked,
  discourse: Discourse,
  fits: (mention: Mention) => boolean,
): Mention | undefined {
  for (let back = 0; back <= REACH; back++) {
    const here = (mention: Mention): boolean => mention.sentence === asked.sentence - back && fits(mention)
    // The sentence's own subject before what its relative clauses tell, the named before the described.
    const found =
      discourse.last(asked.sentence, back, m => here(m) && m.subject && !m.relative) ??
      discourse.last(asked.sentence, back, m => here(m) && !m.relative && isNamed(m)) ??
      discourse.last(asked.sentence, back, m => here(m) && !m.relative) ??
      discourse.last(asked.sentence, back, here)
    if (found !== undefined) return found
  }
  return undefined
}

function isNamed(mention: Mention): boolean {
  return mention.entity.key.startsWith('person/')
}

export function mayBe(entity: Entity, gender: Gender, knowledge: Knowledge): boolean {
  const found = genderOf(entity, knowledge)
  return found === null || found === 'both' || found === gender
}

function genderOf(entity: Entity, knowledge: Knowledge): Gender | null {
  for (const role of entity.roles) {
    if (/woman\b|\bqueen\b|\bprincess\b|\bmrs\b|\bms\b|\blady\b/i.test(role.title)) return 'f'
    if (/\w(?<!wo)man\b|\bking\b|\bprince\b|\bmr\b|\bemperor\b/i.test(role.title)) return 'm'
  }
  if (!entity.key.startsWith('person/')) return describedGender(entity.name)
  const words = entity.name.split(/[\s-]+/)
  if (words.length < 2) return null
  const [first = ''] = words
  const eastern = knowledge.givenNames.familyOf(first).some(each => /korean|chinese|vietnamese/.test(each))
  return eastern && !knowledge.givenNames.isGiven(first) ? null : knowledge.givenNames.gender(first)
}

/** "a spokeswoman", "the widow": the noun tells. */
function describedGender(phrase: string): Gender | null {
  if (/woman$|\b(?:queen|princess|lady|widow|mother|sister|daughter|wife|actress|girl)$/i.test(phrase))
    return 'f'
  if (/(?<!wo)man$|\b(?:king|prince|widower|father|brother|son|husband|actor|boy)$/i.test(phrase)) return 'm'
  return null
}

/** "it": the subject before, if that is one actor and no person. */
function thing(asked: Asked, discourse: Discourse, knowledge: Knowledge): Entity[] {
  if (asked.clause !== undefined && isExpletive(asked.clause)) return []
  if (asked.askers.length > 0) return addressee(asked, discourse)
  for (let i = discourse.subjects.length - 1; i >= 0; i--) {
    const subject = discourse.subjects[i]
    if (subject === undefined || subject.sentence < asked.sentence - 1) return []
    if (subject.start >= asked.start || (subject.quoted && !asked.quoted) || subject.plural) continue
    const [actor] = subject.actors
    // "Somalia tore *it* up": not Somalia, and nothing that the subject's own clause names.
    if (actor !== undefined && asked.doers.includes(actor)) {
      if (subject.sentence === asked.sentence) continue
      return []
    }
    if (actor === undefined) {
      // "The deal … It": what it stands for is no actor.
      if (subject.sentence === asked.sentence && asked.word === 'its') continue
      // "Tokyo's reaction was tough. It expelled …": what no reaction does, its owner did.
      const [owner, ...others] = subject.owners
      const acts = knowledge.verbClasses.has(asked.clause?.verb?.lemma ?? '', 'agentive')
      return acts && owner !== undefined && others.length === 0 && owner.type !== 'person' ? [owner] : []
    }
    if (subject.actors.length === 1 && actor.type !== 'person') return [actor]
  }
  return []
}

/** "Lin accused Tokyo … and demanded that *it* …": the state named last in this sentence or the one before that is not the asker's. */
function addressee({ askers, sentence, start }: Asked, discourse: Discourse): Entity[] {
  const own = new Set(askers.map(it => it.state))
  const found = discourse.last(
    sentence,
    1,
    ({ entity, start: at }) => at < start && entity.type === 'state' && !own.has(entity.state),
  )
  return found === undefined ? [] : [found.entity]
}

/** "It is clear that", "it took years", "it seems": stands for nothing. */
function isExpletive(clause: Clause): boolean {
  const lemma = clause.verb?.lemma ?? ''
  if (/^(?:be|seem|appear|take|become|rain|happen|turn|follow|matter)$/.test(lemma)) {
    return clause.predicate?.group === null || clause.predicate === null || clause.complement !== null
  }
  return clause.verb?.voice === 'passive' && clause.complement !== null
}

/** "they": the last plural subject, or the set last put together. */
function several(asked: Asked, discourse: Discourse, toState: (code: string) => Entity): Entity[] {
  const both = bothNamed(asked, discourse)
  if (both.length === 2) return both
  for (let i = discourse.subjects.length - 1; i >= 0; i--) {
    const subject = discourse.subjects[i]
    if (subject === undefined || subject.sentence < asked.sentence - 2) break
    if (subject.start >= asked.start) continue
    // "Both broke ties and restored *them*"
    if (subject.actors.length > 0 && subject.actors.every(actor => asked.doers.includes(actor))) continue
    if (subject.actors.length >= 2) return [...subject.actors]
    if (subject.plural && subject.actors.length === 1) return [...subject.actors]
    if (asked.word === 'their' && subject.sentence === asked.sentence && subject.actors.length === 1)
      return [...subject.actors]
  }
  const set = discourse.sets[discourse.sets.length - 1]
  return set !== undefined && set.sentence >= asked.sentence - 1 ? set.states.map(toState) : []
}

/** "Ruiz will raise it with Berg *when they meet*": the two whom the sentence has named so far. */
function bothNamed({ clause, sentence, start, word }: Asked, { mentions, subjects }: Discourse): Entity[] {
  if (word !== 'they' || clause?.kind !== 'adverbial') return []
  for (let i = subjects.length - 1; i >= 0 && subjects[i]?.sentence === sentence; i--)
    if ((subjects[i]?.actors.length ?? 0) > 1) return []
  const found: Entity[] = []
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]
    if (mention === undefined || mention.sentence < sentence) break
    if (mention.start < start && isNamed(mention) && !found.includes(mention.entity))
      found.unshift(mention.entity)
  }
  return new Set(found.map(it => it.state)).size === found.length ? found : []
}

/** Plural by its head: conjuncts, a plural noun, "both", "two". */
export function isPlural(group: NounGroup, headText: string): boolean {
  return (
    group.conjuncts.length > 0 ||
    (/[^s]s$/.test(headText) && headText !== group.lemma) ||
    /^(?:they|we|both|two|three|police|people)$/.test(headText)
  )
}
