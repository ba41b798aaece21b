/** Places where one thing may be told as brought by another: "after", "over", ", killing", "to demand", "which led to". */
import type { Sentence, Token } from '../../../text/types.ts'
import { isTelling, objectAt, type WordClass } from './classes.ts'

export interface Sign {
  /** "after", "to", ",ing": what kind of joint it is. */
  kind: string
  at: number
  /** Class of the last verb before it, of the noun right before it, of what stands behind it, and of that one's object. */
  verb: string
  noun: string
  right: string
  object: WordClass
}

interface Place {
  sentence: Sentence
  classes: readonly WordClass[]
  at: number
  token: Token
  before: Token | undefined
}

type Found = Pick<Sign, 'kind' | 'right' | 'object'> | null

const MARKERS = new Set(
  'about after against although amid amidst as at because before but by despite due during following for from given if in lest of on once over pending since so though through till under unless until upon when while with without'.split(
    ' ',
  ),
)
const RELATIVES = new Set(['which', 'that', 'who', 'where', 'whose'])
const JOINTS = new Set([...MARKERS, ...RELATIVES, 'to', 'and', ':', ';'])

/** In this order: "to" before all, since its verb would be a sign of its own. */
const READERS: readonly ((place: Place) => Found)[] = [
  infinitive,
  gerund,
  participle,
  marker,
  relative,
  joint,
]

export function signsOf(sentence: Sentence, classes: readonly WordClass[]): Sign[] {
  const { tokens } = sentence
  const signs: Sign[] = []
  let verb = '^'
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const sign = mayJoin(token)
      ? signAt({ sentence, classes, at, token, before: tokens[at - 1] }, verb)
      : null
    if (sign !== null) signs.push(sign)
    if (token.pos === 'VERB') verb = classes[at] ?? 'v'
  }
  return signs
}

/** Three words in four join nothing: they are passed over before anything is looked at. */
function mayJoin({ form, lower }: Token): boolean {
  if (form === 'gerund' || form === 'past-or-participle' || form === 'participle') return true
  return JOINTS.has(lower)
}

function signAt(place: Place, verb: string): Sign | null {
  for (const read of READERS) {
    const found = read(place)
    if (found !== null) {
      const { kind, right, object } = found
      return { kind, at: place.at, verb, noun: nounBefore(place), right, object }
    }
  }
  return null
}

/** "to demand a vote"; "to the capital" is no aim, but "led to riots" reads so. */
function infinitive({ sentence, classes, at, token }: Place): Found {
  if (token.lower !== 'to') return null
  const { tokens } = sentence
  let next = at + 1
  while (tokens[next]?.pos === 'ADV') next++
  const verb = tokens[next]
  if (verb === undefined) return null
  const isVerb = verb.pos === 'VERB' || (verb.form === 'base' && verb.pos !== 'NOUN') || verb.lower === 'be'
  if (!isVerb) return { kind: 'to+', right: objectAt(sentence, classes, at + 1) ?? '-', object: null }
  return {
    kind: 'to',
    right: (verb.pos === 'VERB' ? classes[next] : 'v') ?? '-',
    object: objectAt(sentence, classes, next + 1),
  }
}

/** ", killing two": with a comma, without one, or at the very beginning. */
function gerund({ sentence, classes, at, token, before }: Place): Found {
  if (token.pos !== 'VERB' || token.form !== 'gerund') return null
  const kind = gerundKind(before, sentence.tokens[at - 2])
  return kind === null
    ? null
    : { kind, right: classes[at] ?? '-', object: objectAt(sentence, classes, at + 1) }
}

function gerundKind(before: Token | undefined, earlier: Token | undefined): string | null {
  if (before === undefined) return '^ing'
  if (before.pos === 'AUX' || before.pos === 'DET') return null
  if (before.pos === 'ADV' && earlier?.pos === 'AUX') return null
  if (before.lower === ',') return ',ing'
  if (before.pos === 'ADP' || before.pos === 'SCONJ' || MARKERS.has(before.lower)) return null
  return before.pos === 'CCONJ' ? '&ing' : 'ing'
}

/** "Angered by the ruling, …". */
function participle({ sentence, classes, at, token, before }: Place): Found {
  if (token.form !== 'past-or-participle' && token.form !== 'participle') return null
  if (token.pos !== 'VERB' && token.pos !== 'ADJ') return null
  if (before !== undefined && before.lower !== ',') return null
  return {
    kind: before === undefined ? '^ed' : ',ed',
    right: classes[at] ?? 'v',
    object: objectAt(sentence, classes, at + 1),
  }
}

function marker({ sentence, classes, at, token }: Place): Found {
  if (token.pos === 'VERB' || !MARKERS.has(token.lower)) return null
  // "over 600 buses" counts, "over wages" gives the reason.
  const counts = token.lower === 'over' && sentence.tokens[at + 1]?.pos === 'NUM'
  return {
    kind: counts ? 'over#' : token.lower,
    right: objectAt(sentence, classes, at + 1) ?? '-',
    object: null,
  }
}

/** "a blast which killed two": the next verb tells. */
function relative({ sentence, classes, at, token, before }: Place): Found {
  if (!RELATIVES.has(token.lower) || before === undefined || before.pos === 'VERB') return null
  for (let i = at + 1; i < at + 6; i++)
    if (sentence.tokens[i]?.pos === 'VERB')
      return {
        kind: token.lower,
        right: classes[i] ?? '-',
        object: objectAt(sentence, classes, i + 1),
      }
  return { kind: token.lower, right: '-', object: null }
}

/** "Troops fired and nine died": what comes next may have come of it. */
function joint({ sentence, classes, at, token }: Place): Found {
  if (token.lower !== 'and' && token.lower !== ':' && token.lower !== ';') return null
  for (let i = at + 1; i < at + 7; i++) {
    const next = sentence.tokens[i]
    if (next?.pos === 'VERB') return { kind: token.lower, right: classes[i] ?? '-', object: null }
    if (next?.lower === ',' && i > at + 1) return null
  }
  return null
}

/** The noun, or the adjective that says something, up to four words before. */
function nounBefore({ sentence, classes, at }: Place): string {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const token = sentence.tokens[i]
    if (token?.pos === 'NOUN' || token?.pos === 'PROPN') return classes[i] ?? 'n'
    if (token?.pos === 'ADJ' && isTelling(classes[i] ?? null)) return classes[i] ?? '-'
    if (token?.pos === 'VERB') return '-'
  }
  return '-'
}
