/**
 * The speaker's whole phrase: "Elena Marku, who teaches law in Tirana,". The analysis gives the group that is
 * the verb's subject; what stands between it and the verb, and an apposition before it, belong to it.
 */
import type { Span } from '../../record/types.ts'
import type { Clause, Name, NounGroup, Sentence, Token, VerbGroup } from '../../text/types.ts'

export interface Speaker {
  /** The group to be resolved to an actor: of "Elena Marku, a lawyer," the name. */
  group: NounGroup
  /** Tokens of the whole phrase. */
  first: number
  last: number
}

/** The speaker before the verb, in the verb's own sentence. */
export function speakerBefore(
  sentence: Sentence,
  clause: Clause,
  verb: VerbGroup,
  names: readonly Name[],
): Speaker | null {
  const subject = subjectBefore(sentence, clause, verb)
  if (subject === null) return null
  const named = appositionBefore(sentence, subject, verb) ?? chainBefore(sentence, subject, verb)
  const last = reachRight(sentence, subject, verb)
  return { group: named ?? subject, first: nameStart(sentence, named ?? subject, names), last }
}

/** "the Ministry of Economy, Trade and *Industry* said": a name that the group is only the end of. */
function nameStart(sentence: Sentence, group: NounGroup, names: readonly Name[]): number {
  const name = names.find(one => one.first < group.first && one.last >= group.last)
  if (name === undefined) return group.first
  return sentence.tokens[name.first - 1]?.pos === 'DET' ? name.first - 1 : name.first
}

function subjectBefore(sentence: Sentence, clause: Clause, verb: VerbGroup): NounGroup | null {
  const { subject } = clause
  const mended = verb !== clause.verb
  if (subject !== null && !mended && subject.first < verb.first) {
    if (isQuoted(sentence, subject.first) && !isQuoted(sentence, verb.head)) return null
    if (subject.sentence !== sentence.index) return null
    return headOf(sentence, subject.coordinatedWith ?? subject)
  }
  if (!verb.finite || (!mended && /^(coordinate|participle)$/.test(clause.kind))) return null
  const group = groupBefore(sentence, verb.first)
  return group?.coordinatedWith ?? group
}

/** "an analysis of *the reports* shows": where the noun nearest to the verb was taken, the phrase's own head. */
function headOf(sentence: Sentence, subject: NounGroup): NounGroup {
  if (sentence.tokens[subject.first - 1]?.lower !== 'of') return subject
  const head = sentence.groups.find(group => group.last === subject.first - 2)
  return head === undefined ? subject : headOf(sentence, head)
}

function isQuoted(sentence: Sentence, at: number): boolean {
  return sentence.tokens[at]?.quoted === true
}

/**
 * The group that the words before token `at` are about: the one that ends there, adverbs and a closing comma
 * aside, or the first after the last seam ("a *report* released last year found").
 */
function groupBefore(sentence: Sentence, at: number): NounGroup | null {
  let i = at - 1
  while (
    i >= 0 &&
    at - i < 4 &&
    /^(ADV|PUNCT)$/.test(sentence.tokens[i]?.pos ?? '') &&
    sentence.tokens[i]?.text !== ':'
  )
    i--
  const adjacent = sentence.groups.find(group => group.last === i && !group.temporal)
  if (adjacent !== undefined) return adjacent
  let seam = i
  while (seam > 0 && !/^[,;:\u2014\u2013"\u201c\u201d]$/.test(sentence.tokens[seam - 1]?.text ?? '')) seam--
  return (
    sentence.groups.find(
      group => group.first >= seam && group.first <= seam + 1 && group.last < at && !group.temporal,
    ) ?? null
  )
}

/** "*Elena Marku*, a lawyer, said": where the group between commas was taken for the subject. */
function appositionBefore(sentence: Sentence, subject: NounGroup, verb: VerbGroup): NounGroup | null {
  const { tokens } = sentence
  if (tokens[subject.first - 1]?.text !== ',' || !closesWithComma(sentence, verb)) return null
  const name = groupBefore(sentence, subject.first)
  if (name === null || name.last !== subject.first - 2) return null
  const head = tokens[name.head]
  const opener = tokens[name.first - 1]
  if (head?.pos !== 'PROPN' || opener?.pos === 'ADP') return null
  return name
}

/**
 * "*Ana Ruiz*, the attorney general of Oklahoma, one of the states that sue, said", "*Jim Jordan* (R-Ohio), a member
 * of the panel, said": of several descriptions between commas the first stands behind the name.
 */
function chainBefore(sentence: Sentence, subject: NounGroup, verb: VerbGroup): NounGroup | null {
  const { tokens } = sentence
  if (!closesWithComma(sentence, verb)) return null
  let from = subject.first
  for (let n = 0; n < 3; n++) {
    if (tokens[from - 1]?.text !== ',') return null
    let first = from - 2
    while (first >= 0 && (isNounPhrase(tokens[first]) || /^[()]$/.test(tokens[first]?.text ?? ''))) first--
    first++
    const opener = tokens[first]
    if (first > from - 2 || opener === undefined || /^(ADP|CCONJ|PART|PUNCT)$/.test(opener.pos)) return null
    const group = sentence.groups.find(one => one.first === first)
    if (group === undefined || group.temporal) return null
    if (tokens[group.head]?.pos === 'PROPN') return group
    // "The premier, a former judge, said"
    if (first === 0 && group.determiner === 'the' && /^(a|an|one)$/.test(tokens[subject.first]?.lower ?? ''))
      return group
    from = first
  }
  return null
}

function closesWithComma(sentence: Sentence, verb: VerbGroup): boolean {
  let i = verb.first - 1
  while (i > 0 && sentence.tokens[i]?.pos === 'ADV') i--
  return sentence.tokens[i]?.text === ','
}

/**
 * "…, *the head of a Riga-based political group* said": all that stands between the comma and the verb is one noun
 * phrase, wherever the analysis saw its subject.
 */
export function behindComma(sentence: Sentence, verb: VerbGroup, found: Speaker | null): Speaker | null {
  const { tokens } = sentence
  if (!verb.finite || verb.voice === 'passive') return found
  let last = verb.first - 1
  while (tokens[last]?.pos === 'ADV') last--
  let first = last
  while (first >= 0 && isNounPhrase(tokens[first])) {
    // "something the generals denied": two phrases side by side.
    if (tokens[first]?.pos === 'DET' && /^(NOUN|PROPN|PRON)$/.test(tokens[first - 1]?.pos ?? '')) return found
    first--
  }
  const seam = tokens[first]
  first++
  if (first > last || seam === undefined || !SEAM.test(seam.text)) return found
  if (/^(ADP|CCONJ|PART)$/.test(tokens[first]?.pos ?? '') || (found !== null && found.first <= first))
    return found
  const group = sentence.groups.find(one => one.first >= first && one.last <= last && !one.temporal)
  return group === undefined || isTemporal(sentence, last) ? found : { group, first, last }
}

const SEAM = /^[,\u2014\u2013"\u201d]$/

function isNounPhrase(token: Token | undefined): boolean {
  if (token === undefined || /^(that|which|who|whom|he|she|they|it|i|we|you|where)$/.test(token.lower))
    return false
  return /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADP|CCONJ|PRON|X)$/.test(token.pos) || token.text === '-'
}

/** The last token before the verb that still describes the subject. */
function reachRight(sentence: Sentence, subject: NounGroup, verb: VerbGroup): number {
  const { tokens } = sentence
  let last = subject.last
  for (const other of subject.conjuncts) if (other.first < verb.first) last = Math.max(last, other.last)
  let end = verb.first - 1
  // "A report *released Monday* said": the day of the participle is the speaker's.
  const released = (at: number) => isTemporal(sentence, at) && tokens[at - 1]?.pos === 'VERB' && at - 1 > last
  while (end > last && (tokens[end]?.pos === 'ADV' || isTemporal(sentence, end)) && !released(end)) end--
  while (last < end) {
    const next = tokens[last + 1]
    if (next === undefined) break
    if (next.text === '(') last = indexOf(sentence, ')', last + 1, end)
    else if (next.text === ',') {
      if (!describes(sentence, last + 2)) break
      last = indexOf(sentence, ',', last + 2, end)
    } else last = Math.max(last + 1, indexOf(sentence, ',', last + 1, end + 1) - 1)
  }
  return Math.min(last, end)
}

function isTemporal(sentence: Sentence, at: number): boolean {
  return sentence.groups.some(group => group.temporal && group.first <= at && at <= group.last)
}

/** What follows a comma describes the speaker: an apposition, a relative clause, "including …"; not "in a speech". */
function describes(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined) return false
  if (/^(who|whose|whom|which|including|like|now|then|formerly|both|all|himself|herself)$/.test(token.lower))
    return true
  return /^(DET|NOUN|PROPN|ADJ|NUM|PRON|CCONJ)$/.test(token.pos) || /^(of|from)$/.test(token.lower)
}

function indexOf(sentence: Sentence, mark: string, from: number, end: number): number {
  for (let i = from; i <= end; i++) if (sentence.tokens[i]?.text === mark) return i
  return end
}

/** "said *Elena Marku, who teaches law in Tirana*": the speaker behind the verb. */
export function speakerAfter(sentence: Sentence, group: NounGroup): Speaker {
  const { tokens } = sentence
  let last = group.last
  for (const other of group.conjuncts) last = Math.max(last, other.last)
  while (last + 1 < tokens.length && (tokens[last + 1]?.end ?? 0) <= wholeEnd(group)) last++
  last = throughDescription(sentence, group, last)
  if (/^(who|whose)$/.test(tokens[last + 1]?.lower ?? '')) last = seam(sentence, last + 2) - 1
  if (tokens[last + 1]?.text === ',' && describes(sentence, last + 2) && tokens[last + 2]?.pos !== 'CCONJ') {
    const stop = seam(sentence, last + 2)
    if (stop > last + 2) last = stop - 1
  }
  return { group, first: group.first, last }
}

/** "said two officials *familiar with the talks*", "said a spokesman *for the ministry*", "said a man *named Oakes*". */
function throughDescription(sentence: Sentence, group: NounGroup, from: number): number {
  const { tokens, groups } = sentence
  if (tokens[group.head]?.pos !== 'NOUN') return from
  let last = from
  for (let steps = 0; steps < 4; steps++) {
    const next = tokens[last + 1]
    if (next === undefined) break
    const described = next.pos === 'ADJ' || (next.pos === 'VERB' && /(ed|en|ing|wn)$/.test(next.lower))
    const at = described ? last + 2 : last + 1
    const joint = tokens[at]
    if (described && joint !== undefined && /^[,.]$/.test(joint.text)) return last + 1
    const named = described && /^(named|called)$/.test(next.lower)
    if (!named && !/^(for|of|from|with|at|in|on|to|by)$/.test(joint?.lower ?? '')) break
    const object = groups.find(one => one.first === (named ? at : at + 1))
    if (object === undefined || object.temporal) break
    // "said a spokesman in a statement": the occasion is not his.
    const place = /^(in|at|on)$/.test(joint?.lower ?? '')
    if (!described && place && !/^\p{Lu}/u.test(tokens[object.head]?.text ?? '')) break
    last = object.last
  }
  return last
}

/** "There was no deal, *Ana Ruiz, a lawyer for the family,* said.": set between commas behind what is told. */
export function namedBehindComma(sentence: Sentence, verb: VerbGroup): Speaker | null {
  const { tokens, groups } = sentence
  if (tokens[verb.first - 1]?.text !== ',') return null
  let to = verb.first - 1
  for (let n = 0; n < 3; n++) {
    let comma = to - 1
    while (comma >= 0 && tokens[comma]?.text !== ',') comma--
    const opener = tokens[comma + 1]
    if (comma < 2 || opener === undefined) return null
    const group = groups.find(one => one.first === comma + 1)
    const phrase = tokens.slice(comma + 1, to).every(isNounPhrase)
    if (n > 0 && group !== undefined && !group.temporal && phrase && opener.pos !== 'ADP')
      return { group, first: comma + 1, last: verb.first - 1 }
    if (!/^(DET|NOUN|PROPN|NUM|PRON|ADJ)$/.test(opener.pos)) return null
    to = comma
  }
  return null
}

function wholeEnd(group: NounGroup): number {
  return group.conjuncts.reduce((end, other) => Math.max(end, other.whole[1]), group.whole[1])
}

function seam(sentence: Sentence, from: number): number {
  for (let i = from; i < sentence.tokens.length; i++) {
    if (/^[,;:.\u2014\u2013"\u201c]$/.test(sentence.tokens[i]?.text ?? '')) return i
  }
  return sentence.tokens.length
}

export function spanOf(sentence: Sentence, speaker: Speaker): Span {
  return [sentence.tokens[speaker.first]?.start ?? 0, sentence.tokens[speaker.last]?.end ?? 0]
}
