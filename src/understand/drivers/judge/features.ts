/** What a sentence shows to the model that says whether it states a cause. Names of features are what the weights are kept by. */
import type { CausalClasses } from '../../../knowledge/causal-classes.ts'
import type { Clause, Sentence, Token } from '../../../text/types.ts'
import type { Claim, Side } from '../claim.ts'
import { classesOf, isHappening, objectAt, type WordClass } from './classes.ts'
import { type Sign, signsOf } from './signs.ts'

export interface Shown {
  signs: readonly Sign[]
  /** With what each of them adds to the features. */
  claims: readonly { claim: Claim; features: readonly string[] }[]
  features: readonly string[]
}

/** `claims` are those that the patterns found in this sentence. */
export function show(
  sentence: Sentence,
  claims: readonly Claim[],
  isDeed: (claim: Claim) => boolean,
  known: CausalClasses,
): Shown {
  const classes = classesOf(sentence, known)
  const signs = signsOf(sentence, classes)
  const features = new Set<string>()
  const shown = claims.map(claim => ({ claim, features: ofClaim(claim, isDeed(claim), sentence, classes) }))
  for (const claim of shown) for (const feature of claim.features) features.add(feature)
  if (claims.length > 0) features.add('claim')
  if (claims.length > 1) features.add('claims2')
  if (claims.length > 2) features.add('claims3')
  for (const sign of signs) for (const feature of ofSign(sign)) features.add(feature)
  sentence.tokens.forEach((token, at) => {
    if (token.pos !== 'PUNCT') features.add(`w:${wordOf(token)}`)
    if (token.pos === 'VERB') ofVerb(sentence, classes, at, features)
    const name = classes[at] ?? null
    if (isHappening(name)) features.add(`k=${name}`)
  })
  for (const clause of sentence.clauses) ofClause(clause, features)
  return { signs, claims: shown, features: [...features] }
}

/** The pattern, and what stands on its sides: "protest" brings "disrupt". */
export function ofClaim(
  claim: Claim,
  isDeed: boolean,
  sentence: Sentence,
  classes: readonly WordClass[],
): string[] {
  const [form = ''] = claim.pattern.split(':')
  const kind = isDeed ? 'deed' : form
  const cause = sideClass(claim.cause, sentence, classes)
  const effect = sideClass(claim.effect, sentence, classes)
  return [
    `c:${claim.pattern}`,
    `cf:${kind}`,
    `cf:${kind} C=${cause}`,
    `cf:${kind} E=${effect}`,
    `cf:${kind} C=${cause} E=${effect}`,
  ]
}

/** The class of the head of a side, or of its verb. */
function sideClass(side: Side, sentence: Sentence, classes: readonly WordClass[]): string {
  if (side.sentence !== sentence) return 'before'
  const at = side.group?.head ?? side.clause?.verb?.head
  return (at === undefined ? null : classes[at]) ?? '-'
}

/** From the broad to the narrow, so that what is rare leans on what is common. */
export function ofSign({ kind, verb, noun, right, object }: Sign): string[] {
  const features = [
    `s:${kind}`,
    `s:${kind} R=${right}`,
    `s:${kind} L=${verb}`,
    `s:${kind} l=${noun}`,
    `s:${kind} L=${verb} R=${right}`,
    `s:${kind} l=${noun} R=${right}`,
  ]
  if (object !== null) features.push(`s:${kind} O=${object}`, `s:${kind} R=${right} O=${object}`)
  return features
}

/** Names and numbers all count as one word: a cause has nothing to do with who it is. */
function wordOf({ pos, lemma }: Token): string {
  return pos === 'PROPN' || pos === 'NUM' ? pos : lemma
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])

/** Who does what, and what is done to what: "attack>harm", "harm>n". */
function ofVerb(sentence: Sentence, classes: readonly WordClass[], at: number, features: Set<string>): void {
  const { tokens } = sentence
  const form = tokens[at]?.form
  const passive =
    (form === 'participle' || form === 'past-or-participle') && (isBe(tokens[at - 1]) || isBe(tokens[at - 2]))
  const verb = `${passive ? 'p' : ''}${classes[at] ?? 'v'}`
  const subject = subjectOf(sentence, classes, at)
  const object = objectAt(sentence, classes, at + 1) ?? '-'
  features.add(`pv:${verb}`)
  features.add(`sv:${subject}>${verb}`)
  features.add(`vo:${verb}>${object}`)
}

function isBe(token: Token | undefined): boolean {
  return token?.pos === 'AUX' && BE.has(token.lower)
}

function subjectOf(sentence: Sentence, classes: readonly WordClass[], verb: number): string {
  for (let i = verb - 1; i >= 0 && i >= verb - 6; i--) {
    const pos = sentence.tokens[i]?.pos
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON') return classes[i] ?? 'n'
    if (pos === 'VERB' || pos === 'PUNCT') return '-'
  }
  return '-'
}

function ofClause({ kind, marker, verb }: Clause, features: Set<string>): void {
  features.add(`cl:${kind}:${marker ?? ''}`)
  if (verb === null) return
  features.add(`cl:${kind}:${verb.tense}:${verb.voice}`)
  if (kind === 'participle' || marker === 'to') features.add(`cl:${kind}:${marker ?? ''}:${verb.lemma}`)
}
