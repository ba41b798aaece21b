/** From words to factors: which row of the inventory a side points to, whose it is, and which way it points. */

import type { FactorMatch } from '../../knowledge/factors.ts'
import { slug } from '../../record/ids.ts'
import type { FactorMention } from '../../record/mentions.ts'
import type { Span } from '../../record/types.ts'
import type { Clause, Token, VerbGroup } from '../../text/types.ts'
import { type Context, statesOf, textOf } from '../context.ts'
import type { Side } from './claim.ts'

/** A side with its factor; `direction` is -1 where the words say less of it ("deterioration of trust"). */
export interface Grounded {
  mention: FactorMention
  direction: 1 | -1
  /** The words name the factor, and do not only point to it where nothing else does. */
  strong: boolean
}

export function ground(context: Context, given: Side): Grounded | null {
  const side = bare(given)
  const resolved = antecedent(context, side)
  const tokens = tokensIn(resolved)
  const told = tokens.filter(isTold)
  let match = pointed(context, resolved, told)
  const text = words(context, resolved.span)
  if (match === null && linksStates(context, resolved)) match = context.knowledge.factors.match(['relation'])
  if (text === '' || (match === null && isNoFactor(resolved, tokens))) return null
  const states = match?.factor.ofActor === true ? whose(context, resolved) : []
  const crossed = match === null ? slug(text).slice(0, 60) : [match.factor.id, ...states].join(':')
  if (crossed === '') return null
  const mention: FactorMention = {
    factor: crossed,
    grounded: match !== null,
    name: match === null ? text : nameOf(match.factor.name, states),
    text,
    span: resolved.span,
  }
  // What a pronoun stands for is meant as it happened, however it was put.
  // A clause that no row covers is the factor in its own words, "the rains fail", and not less of it.
  const ownWords = match === null && resolved.clause !== null
  const direction = resolved === side && !ownWords ? directionOf(context, resolved, tokens, match) : 1
  return { mention, direction, strong: match !== null && !match.weak }
}

/** "because the flag is an issue": what is said, without the word that joins it. */
function bare(side: Side): Side {
  const [first, second] = tokensIn(side)
  if (side.clause === null || first === undefined || second === undefined || !JOINING.has(first.lower))
    return side
  return { ...side, span: [second.start, side.span[1]] }
}

const JOINING = new Set('because since as if once when after although though that whether so why'.split(' '))

/** A pronoun that stands for nothing near, or a loose infinitive ("to cooperate", "aimed"), names nothing that could move. */
function isNoFactor({ group, clause, sentence }: Side, tokens: readonly Token[]): boolean {
  const [first] = tokens
  if (first === undefined) return true
  if (group !== null) return sentence.tokens[group.head]?.pos === 'PRON'
  return (
    clause !== null &&
    (first.lower === 'to' || tokens.length === 1) &&
    !tokens.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  )
}

/** "has linked Japan and South Korea": what stands between them. */
function linksStates(context: Context, side: Side): boolean {
  return side.group !== null && statesOf(context.analysis.actorsOf(side.group)).length > 1
}

function nameOf(name: string, states: readonly string[]): string {
  return states.length === 0 ? name : `${name} (${states.join(', ')})`
}

/** "This led to …", "It paved the way": what was told just before. */
function antecedent(context: Context, side: Side): Side {
  const { group, sentence } = side
  const pronoun =
    group !== null && group.first === group.last && /^(this|that|it|which|these|those)$/.test(group.lemma)
  const before = context.analysis.sentences[sentence.index - 1]
  const near = pronoun && !/^(this|that|which)$/.test(group.lemma) ? nearest(context, side) : null
  if (near !== null) return near
  if (!pronoun || before === undefined || before.paragraph < sentence.paragraph - 1) return side
  const main = before.clauses.find(c => c.verb !== null && c.parent === null) ?? before.clauses[0]
  return {
    span: main?.span ?? [before.start, before.end],
    group: null,
    clause: main ?? null,
    sentence: before,
  }
}

/** "…the wartime labor issue since it's the main impediment": the last thing of the same sentence that is a factor. */
function nearest(context: Context, side: Side): Side | null {
  const { sentence, span } = side
  const candidates = sentence.groups.filter(g => g.span[1] <= span[0] && !g.temporal && g.possessor === null)
  for (let i = candidates.length - 1; i >= 0; i--) {
    const group = candidates[i]
    if (group === undefined || sentence.tokens[group.head]?.pos === 'PRON') continue
    const lemmas = sentence.tokens.slice(group.first, group.last + 1).map(token => token.lemma)
    if (context.knowledge.factors.match(lemmas) !== null)
      return { span: group.whole, group, clause: null, sentence }
  }
  return null
}

/** Up to a comparison: "than any communique" says nothing of what is moved. */
function tokensIn({ span, sentence }: Side): Token[] {
  const tokens = sentence.tokens.filter(token => token.start >= span[0] && token.end <= span[1])
  const than = tokens.findIndex(token => token.lower === 'than')
  return than > 0 ? tokens.slice(0, than) : tokens
}

/** For a noun phrase the words up to its head decide, for a clause those up to its object; what hangs on it only if they say nothing. */
function focus(side: Side, told: readonly Token[]): readonly Token[] {
  const { group, clause, sentence } = side
  let last = group?.head ?? clause?.objects[0]?.head ?? clause?.predicate?.group?.head ?? clause?.verb?.last
  if (last === undefined) return told
  // "cannot give way": the adverb belongs to the verb.
  if (last === clause?.verb?.last && sentence.tokens[last + 1]?.pos === 'ADV') last++
  const end = sentence.tokens[last]?.end ?? 0
  return told.slice(0, Math.max(1, told.filter(token => token.end <= end).length))
}

/** What the focus points to, in as many words as the whole has of it: "pressure", "pressure from farmers". */
function pointed(context: Context, side: Side, told: readonly Token[]) {
  const whole = matched(context, told)
  const focused = focus(side, told)
  const head = side.sentence.tokens[side.group?.head ?? side.clause?.objects[0]?.head ?? -1]
  const beyond =
    head !== undefined && LIGHT.has(head.lemma) ? matched(context, told.slice(focused.length)) : null
  const near = beyond ?? matched(context, focused)
  if (near === null || whole === null) return whole
  return (near.weak && !whole.weak) || whole.term.startsWith(`${near.term} `) ? whole : near
}

/** Nouns that say how there is something: what it is comes behind them, "plans for a summit", "the loss of trust". */
const LIGHT = new Set(
  'plan hope prospect chance risk danger likelihood possibility idea question issue kind form level degree number series wave lack loss freedom readiness willingness effort attempt step discovery supply talk need desire wish demand call sense state air matter cost burden weight impact foundation basis'.split(
    ' ',
  ),
)

/** "Protests forced them": a noun at the head of a sentence is often taken for a name, which has no lemma. */
function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : /[^s]s$/.test(name) ? name.slice(0, -1) : name
}

function matched({ knowledge }: Context, told: readonly Token[]) {
  return knowledge.factors.match(
    told.map(token => (token.pos === 'PROPN' ? singular(token.lower) : token.lemma)),
    told.map(token => token.lower),
  )
}

/** Terms stand without the words that only point: "close their borders" is "close border". */
function isTold(token: Token): boolean {
  return token.pos !== 'PUNCT' && !POINTING.has(token.lower)
}

const POINTING = new Set('the a an its their his her our my your this that these those'.split(' '))

function whose(context: Context, side: Side): string[] {
  const groups = side.sentence.groups.filter(
    group => group.span[0] >= side.span[0] && group.span[1] <= side.span[1],
  )
  const states = new Set<string>()
  for (const group of groups)
    for (const state of statesOf(context.analysis.actorsOf(group))) states.add(state)
  if (side.clause?.subject != null)
    for (const state of statesOf(context.analysis.actorsOf(side.clause.subject))) states.add(state)
  return [...states].slice(0, 1)
}

function words(context: Context, span: Span): string {
  return textOf(context, span)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:"\u201c]+|[\s,;:."\u201d]+$/g, '')
}

/** Words that say more or less of the factor; those that name it say nothing ("tension" is the factor, not less of it). */
function directionOf(
  context: Context,
  side: Side,
  tokens: readonly Token[],
  match: FactorMatch | null,
): 1 | -1 {
  const named = new Set((match?.term ?? '').split(' '))
  let direction: 1 | -1 = 1
  const flip = (value: 1 | -1 | null) => {
    if (value === -1) direction = direction === 1 ? -1 : 1
  }
  const verb = side.clause?.verb ?? null
  // "cannot give way": the verb names the factor, and there is less of it all the same.
  if (verb !== null && named.has(verb.lemma)) flip(verb.negated ? -1 : null)
  else if (side.clause !== null) flip(verbDirection(context, side.clause))
  for (const token of tokens) {
    if (named.has(token.lemma) || named.has(token.lower)) continue
    // "the worst crisis" is more of it, "the worst relations" less.
    if (match?.factor.ill && BAD.test(token.lower)) continue
    if (token.lower === 'no' && side.clause !== null) flip(-1)
    const noun = token.pos === 'NOUN' ? token.lemma : isOpening(side, token) ? singular(token.lower) : null
    const less = noun === null || side.clause !== null ? null : context.knowledge.valence.of(noun, 'n')
    if (less !== null) flip(less)
    else if (isBefore(side, token)) flip(participleDirection(context, token))
    else if (
      (token.pos === 'ADJ' || token.pos === 'DET') &&
      (side.clause === null || isPredicate(side.clause, side, token) || FEW.test(token.lower))
    )
      flip(context.knowledge.valence.of(token.lower, 'a'))
  }
  return direction
}

/** A word between the determiner and the head of the side's own noun. The first of a sentence is often taken for a name: "Low". */
function isBefore(side: Side, token: Token): boolean {
  const { group, sentence } = side
  const head = group === null ? undefined : sentence.tokens[group.head]
  if (head === undefined || token.end > head.start) return false
  return /^(ADJ|VERB)$/.test(token.pos) || isOpening(side, token)
}

function isOpening({ sentence }: Side, token: Token): boolean {
  return token.pos === 'PROPN' && token === sentence.tokens[0]
}

/** "strained relations", "falling ratings": more or less of them by the verb, unless the adjective says it itself. */
function participleDirection({ knowledge }: Context, token: Token): 1 | -1 | null {
  const adjective = knowledge.valence.of(token.lower, 'a')
  if (adjective !== null || !/(?:ing|ed|en)$/.test(token.lower)) return adjective
  for (const { lemma } of knowledge.verbForms.readingsOf(token.lower)) {
    const value = knowledge.valence.of(lemma, 'v')
    if (value !== null) return value
  }
  return null
}

const BAD = /^(bad|worse|worst|severe|dire|grave|bitter|sour|tense|frosty|icy|dangerous|hostile)$/

const FEW = /^(few|fewer|little|less|no)$/

function isPredicate(clause: Clause, side: Side, token: Token): boolean {
  const adjective = clause.predicate?.adjective
  return adjective != null && side.sentence.tokens[adjective] === token
}

function verbDirection(context: Context, clause: Clause): 1 | -1 | null {
  const { verb } = clause
  if (verb === null) return null
  const inner = clause.complement
  const value =
    ownDirection(context, verb) ??
    (inner?.verb != null && !inner.verb.finite ? ownDirection(context, inner.verb) : null)
  if (!verb.negated) return value
  return value === -1 ? 1 : -1
}

/** "tone down" before "tone". */
function ownDirection({ knowledge }: Context, { lemma, particle }: VerbGroup): 1 | -1 | null {
  const whole = particle === null ? null : knowledge.valence.of(`${lemma} ${particle}`, 'v')
  return whole ?? knowledge.valence.of(lemma, 'v')
}
