/** Who the speakers of a document are: full name and affiliation, from wherever the document gives them. */
import type { StatementMention } from '../../record/mentions.ts'
import type { Entity, NounGroup } from '../../text/types.ts'
import { type Context, namesIn, textOf } from '../context.ts'
import { sentenceAt } from '../lookup.ts'
import type { Attribution } from './attribution.ts'

type Speaker = StatementMention['speaker']

export interface Resolved {
  speaker: Speaker
  /** A person, by name or described. */
  person: boolean
}

/** "He said" goes back to the last speaker over so many paragraphs. */
const REACH = 2

const DETERMINER = /^(the|a|an|one|another|this|that|these|those|some|his|her|their|its)\s+/i
const NOBODY = /^(it|he|she|they|we|i|you|who|which|that|this|one|there|people|some|many|others|both|each)$/i
const SINGULAR_PRONOUN = /^(he|she)$/i

/** Attributions are to be asked for in the order of the text. */
export class Speakers {
  readonly #context: Context
  #last: (Resolved & { attribution: Attribution }) | null = null

  constructor(context: Context) {
    this.#context = context
  }

  of(attribution: Attribution): Resolved | null {
    const resolved = this.#resolve(attribution)
    const spoken = /^(quote|clause)$/.test(attribution.complement)
    if (resolved?.person === true && spoken) this.#last = { ...resolved, attribution }
    return resolved
  }

  #resolve(attribution: Attribution): Resolved | null {
    const group = attribution.speaker
    if (group === null) return null
    const entity = this.#namedAtEnd(attribution) ?? this.#actorOf(group)
    const words = textOf(this.#context, group.span)
    if (SINGULAR_PRONOUN.test(words)) {
      const carried = this.#carriedOn(attribution, entity)
      if (carried !== null) return { speaker: carried, person: true }
    }
    const name = entity === null || isBetter(words, entity) ? bare(words) : bare(entity.name)
    if (NOBODY.test(name)) return null
    const affiliation = entity === null ? null : affiliationOf(entity)
    return { speaker: { key: entity?.key ?? null, name, affiliation }, person: entity?.type === 'person' }
  }

  #actorOf(group: NounGroup): Entity | null {
    const actors = this.#context.analysis.actorsOf(group)
    return actors.find(actor => actor.type === 'person' && !actor.partial) ?? actors[0] ?? null
  }

  /** "the navy's chief of staff *Jon Lind*", "*the Ministry of Economy, Trade and Industry*": the name is the speaker's own. */
  #namedAtEnd(attribution: Attribution): Entity | null {
    const { source, sentence } = attribution
    if (source === null) return null
    for (const name of namesIn(this.#context.analysis, source)) {
      const before = sentence.tokens[name.first - 1]
      if (name.end !== source[1] || name.entity === null || before === undefined) continue
      const whole = name.start === source[0] || (before.pos === 'DET' && before.start === source[0])
      if (name.type === 'organization' && whole) return name.entity
      if (name.type !== 'person' || before.start < source[0]) continue
      if (!/^(ADP|PART|PUNCT|CCONJ)$/.test(before.pos)) return name.entity
    }
    return null
  }

  /**
   * "he said" after “President Yoon has been restrained”: whoever is only spoken of in the quotation does not
   * speak it. Where nobody else was named outside quotations since, the last speaker goes on.
   */
  #carriedOn(attribution: Attribution, entity: Entity | null): Speaker | null {
    const last = this.#last
    if (last === null || last.speaker.key === entity?.key) return null
    const distance = attribution.sentence.paragraph - last.attribution.sentence.paragraph
    if (distance < 0 || distance > REACH || isPlural(last.attribution, this.#context)) return null
    const from = last.attribution.cue?.[1] ?? last.attribution.content[0]?.[1] ?? 0
    const to = attribution.source?.[0] ?? attribution.sentence.start
    const named = namesIn(this.#context.analysis, [from, to]).filter(name => name.type === 'person')
    return named.every(name => isQuoted(attribution, last.attribution, name.start, this.#context))
      ? last.speaker
      : null
  }
}

/** Inside a quotation, or in words that the last speaker or this one is said to have said. */
function isQuoted(here: Attribution, last: Attribution, offset: number, context: Context): boolean {
  const inside = (one: Attribution) => one.content.some(([start, end]) => start <= offset && offset < end)
  if (inside(here) || inside(last)) return true
  const sentence = sentenceAt(context.analysis, offset)
  return sentence?.tokens.some(token => token.start === offset && token.quoted) === true
}

function isPlural(attribution: Attribution, context: Context): boolean {
  const group = attribution.speaker
  if (group === null) return true
  const words = textOf(context, group.span)
  return (
    group.conjuncts.length > 0 ||
    /^(they|both|many|some|most|several)\b/i.test(words) ||
    /[^s]s$/.test(group.lemma)
  )
}

/** "Analysts" were tied to "experts", "a foreign ministry official" to "an official": the words here say more. */
function isBetter(words: string, entity: Entity): boolean {
  const here = bare(words)
  const head = here.toLowerCase().split(/\s+/).pop() ?? ''
  if (!entity.partial || NOBODY.test(here)) return false
  return !entity.name.toLowerCase().includes(head) || here.length > bare(entity.name).length
}

/** "one Japanese official" → "Japanese official". */
function bare(name: string): string {
  return name.replace(DETERMINER, '')
}

/** The organization of the first role that has one, else the state of a person. */
function affiliationOf(entity: Entity): string | null {
  const role = entity.roles.find(one => one.organization !== null)
  return role?.organization ?? (entity.type === 'person' ? entity.state : null)
}
