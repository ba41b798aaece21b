/** Verbs that look like nouns, found by the clause that has no other. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { VerbReading } from '../../knowledge/verb-forms.ts'
import type { Token } from '../types.ts'
import { governorOf } from './forms.ts'

/** Behind these a clause follows, with a finite verb of its own. */
const SUBORDINATORS = new Set(
  'because if though although unless whereas while when whenever until whether once'.split(' '),
)
/** These open a clause where they are tagged so. */
const SOMETIMES = new Set(['as', 'after', 'before', 'since', 'so', 'than'])
const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'where', 'that', 'what', 'how', 'why'])

/** A clause that must have a finite verb and has none takes the noun that could be one. */
export function missingVerbs(tokens: Token[], knowledge: Knowledge): void {
  if (!tokens.some((token, i) => mayBeFinite(token) && governorOf(tokens, i) !== 'to')) {
    headlineVerb(tokens, knowledge)
    return
  }
  const from = mainClauseAt(tokens)
  const to = boundaryFrom(tokens, from)
  if (lacksVerb(tokens, from, to) && isWhole(tokens, to)) takeVerb(tokens, from, to, knowledge)
  for (let i = 0; i < tokens.length; i++) {
    if (!opensClause(tokens, i)) continue
    const end = tokens[i]?.lower === 'as' ? phraseEnd(tokens, i + 1) : clauseEnd(tokens, i + 1)
    if (end - i > 3 && !anyVerb(tokens, i + 1, end)) takeVerb(tokens, i + 1, end, knowledge)
  }
}

function mayBeFinite(token: Token): boolean {
  return (
    token.pos === 'AUX' || (token.pos === 'VERB' && token.form !== 'gerund' && token.form !== 'participle')
  )
}

function anyVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.pos === 'VERB' || tokens[i]?.pos === 'AUX') return true
  return false
}

function opensClause(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || token.pos === 'NOUN') return false
  return SUBORDINATORS.has(token.lower) || (token.lower === 'as' && isNounLike(tokens[i + 1]))
}

function isNounLike(token: Token | undefined): boolean {
  return token !== undefined && /^(NOUN|PROPN|DET|ADJ)$/.test(token.pos)
}

/** Where the main clause begins: behind the comma of a clause that stands in front of it. */
function mainClauseAt(tokens: readonly Token[]): number {
  const word = tokens[0]?.lower ?? ''
  if (!SUBORDINATORS.has(word) && !SOMETIMES.has(word) && !RELATIVES.has(word)) return 0
  const comma = tokens.findIndex(token => token.lower === ',')
  return comma < 0 ? tokens.length : comma + 1
}

function boundaryFrom(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || i === from) continue
    const { lower, pos } = token
    if (SUBORDINATORS.has(lower) || RELATIVES.has(lower) || (SOMETIMES.has(lower) && pos === 'SCONJ'))
      return i
    if (lower === 'as' && i > from + 2) return i
    if (pos === 'PUNCT' && lower !== ',' && lower !== '-' && lower !== '.') return i
  }
  return tokens.length
}

/** Does the clause end at `to`, and not go on behind an aside? Each clause that opens there has its own verb. */
function isWhole(tokens: readonly Token[], to: number): boolean {
  if (to >= tokens.length) return true
  const { lower = '', pos } = tokens[to] ?? {}
  if (lower === 'that' || lower === 'whose' || pos === 'PUNCT') return false
  let opened = 0
  let finite = 0
  for (let i = to; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? ''
    if (SUBORDINATORS.has(word) || RELATIVES.has(word) || SOMETIMES.has(word)) opened++
    if (finiteAt(tokens, i)) finite++
  }
  return finite <= opened
}

function clauseEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || token.pos === 'PUNCT') return i
    if (SUBORDINATORS.has(token.lower) || RELATIVES.has(token.lower)) return i
  }
  return tokens.length
}

/** "as mobs plunder the stores", and not "as broker in talks with rebels": the verb stands behind the first noun. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  const end = clauseEnd(tokens, from)
  for (let i = from; i < end; i++) if (tokens[i]?.pos === 'ADP') return Math.min(end, i + 1)
  return end
}

function lacksVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (finiteAt(tokens, i)) return false
  return to - from > 2
}

/** A verb that may be finite where it stands: no infinitive, and no "seized" before its noun or with its agent. */
function finiteAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || !mayBeFinite(token)) return false
  if (token.pos === 'AUX') return !/^(be|been|being|having)$/.test(token.lower)
  const before = tokens[i - 1]
  if (before?.pos === 'AUX' || (token.form === 'base' && before?.lower === 'to')) return false
  if (token.form !== 'past-or-participle') return true
  return tokens[i + 1]?.lower !== 'by' && !(before?.pos === 'VERB' && before.form === 'base')
}

function takeVerb(tokens: Token[], from: number, to: number, knowledge: Knowledge): void {
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]
    const reading = headlineReading(tokens, i, knowledge)
    if (token === undefined || reading === null || !agrees(tokens, i, reading)) continue
    if (token.text !== token.lower) continue
    const after = tokens[i + 1]
    const phrase = after?.pos === 'ADP' && !/^(over|up|off|out|back|down)$/.test(after.lower)
    if (phrase && knowledge.verbClasses.has(reading.lemma, 'ambiguous')) continue
    // "security forces ringed the square": a past form that isn't known comes next.
    if (after?.lower.endsWith('ed')) continue
    make(token, reading)
    return
  }
}

function agrees(tokens: readonly Token[], i: number, reading: VerbReading): boolean {
  if (isPast(reading)) return true
  const before = tokens[i - 1]
  if (reading.form === 'base') return true
  return before !== undefined && !(PLURAL.test(before.lower) && before.pos === 'NOUN')
}

const PLURAL = /[^su]s$|^(people|police|men|women)$/

function make(token: Token, reading: VerbReading): void {
  token.pos = 'VERB'
  token.lemma = reading.lemma
  token.form = reading.form
}

/** "Russia slams U.N. plans": a sentence without a verb has one that looks like a noun, a verb well known as such first. */
function headlineVerb(tokens: Token[], knowledge: Knowledge): void {
  const readings = tokens.map((_, i) => headlineReading(tokens, i, knowledge))
  const known = readings.findIndex(
    reading => reading !== null && (isPast(reading) || knowledge.verbClasses.known(reading.lemma)),
  )
  const at =
    known >= 0 ? known : readings.findIndex(reading => reading?.form === 'third' || reading?.form === 'base')
  const token = tokens[at]
  const reading = readings[at]
  if (token !== undefined && reading != null) make(token, reading)
}

/** How the word could be the verb of its sentence, by what stands on both sides; null where it could not. */
function headlineReading(tokens: readonly Token[], i: number, knowledge: Knowledge): VerbReading | null {
  const token = tokens[i]
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (token === undefined || before === undefined || after === undefined) return null
  if (!/^(NOUN|PROPN|ADJ)$/.test(token.pos) || !/^(NOUN|PROPN|NUM)$/.test(before.pos)) return null
  // "fears losing": few verbs have a gerund for their object; a noun may have one behind it as well.
  if (after.form === 'gerund' ? !takesGerund(token, knowledge) : !FOLLOWS.test(after.pos)) return null
  const fits = (reading: VerbReading) =>
    reading.form === 'third' || isPast(reading) || (reading.form === 'base' && pluralBefore(tokens, i))
  return knowledge.verbForms.readingsOf(token.lower).find(fits) ?? null
}

const FOLLOWS = /^(DET|PROPN|ADJ|NOUN|NUM|ADP|PART|PRON|ADV)$/

function takesGerund(token: Token, { verbForms, verbClasses }: Knowledge): boolean {
  return verbForms
    .readingsOf(token.lower)
    .some(({ lemma }) => verbClasses.has(lemma, 'aspectual') || verbClasses.has(lemma, 'cognition'))
}

function isPast(reading: VerbReading): boolean {
  return reading.form === 'past' || reading.form === 'past-or-participle'
}

/** "South Korea and Japan share many …": the subject before is a plural or two names. */
function pluralBefore(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (tokens[k]?.lower === 'and') return true
  return /[^su]s$/.test(tokens[i - 1]?.lower ?? '') && tokens[i - 1]?.pos === 'NOUN'
}
