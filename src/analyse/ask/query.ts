/** Question → query: the question word and the verb decide which facts may answer. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { SourcedKind } from '../../record/facts.ts'
import { related } from '../../record/interval.ts'
import type { EventType, Stance } from '../../record/types.ts'
import type { View } from '../view.ts'
import { partiesIn } from './parties.ts'
import type { Parsed, Party, Query, Wanted, Word } from './types.ts'

const AUXILIARY = new Set(
  'do does did is are was were be been being has have had will would shall can could may might must should'.split(
    ' ',
  ),
)
const SMALL = new Set(
  `the a an and or but of in on at to for from by with about as into over after before between during under against
   that this these those which who whom whose what when where why how many much it its he his she her they their
   not no ever any some all first last when than then there so if
   incident issue matter question dispute row affair thing people country state government leader official side
   minister president year month week day time two three both`
    .split(/\s+/)
    .filter(Boolean),
)
/** They may stand on either side: "who met Rojas", "whom did Rojas meet". */
const MUTUAL = new Set(['meet', 'talk', 'speak', 'agree', 'sign', 'confer', 'discuss', 'negotiate'])

/** Verbs of will and stance, with what in the record says the same. */
const WILLS: { readonly [verb: string]: readonly [readonly Stance[], readonly EventType[]] } = {
  want: [['demands'], ['REQUEST']],
  demand: [['demands'], ['REQUEST']],
  ask: [['demands'], ['REQUEST']],
  urge: [['demands'], ['REQUEST']],
  request: [['demands'], ['REQUEST']],
  require: [['demands'], ['REQUEST']],
  // That somebody refused something about a matter does not say that they oppose the matter.
  oppose: [['opposes'], []],
  reject: [['opposes'], []],
  refuse: [['opposes'], []],
  support: [['supports'], []],
  back: [['supports'], []],
  welcome: [['supports'], []],
  offer: [['offers'], []],
  criticise: [['opposes'], ['ACCUSE']],
  criticize: [['opposes'], ['ACCUSE']],
  condemn: [['opposes'], ['ACCUSE']],
  denounce: [['opposes'], ['ACCUSE']],
  accuse: [[], ['ACCUSE']],
  consider: [['considers-settled'], []],
  regard: [['considers-settled'], []],
}
/** They say only that something is done: the noun or the verb behind them says what. */
const LIGHT = new Set(['hold', 'have', 'make', 'take', 'give', 'do', 'conduct', 'stage'])
const BEGINS = new Set(['decide', 'begin', 'start', 'continue', 'choose', 'try', 'plan'])
const SAYS = /^(?:say|tell|state|comment|declare|call|remark|think|believe|warn|write|describe|claim)$/
const EXPECTS = /^(?:expect|predict|forecast|foresee|anticipate)$/

function wantedOf(words: readonly Word[]): Wanted {
  const lower = words.map(word => word.lower)
  const [first = '', second = ''] = lower
  if (first === 'how' && (second === 'many' || second === 'much')) return 'how-many'
  if (/^(?:who|whom|whose|which)$/.test(first)) return 'who'
  if (first === 'when') return 'when'
  if (first === 'why') return 'why'
  return AUXILIARY.has(first) ? 'whether' : 'what'
}

function kindsOf(wanted: Wanted, verb: string | null, ahead: boolean): SourcedKind[] {
  if (wanted === 'why') return ['driver']
  if (ahead || (verb !== null && EXPECTS.test(verb))) return ['forecast']
  if (verb !== null && SAYS.test(verb)) return ['statement']
  if (verb !== null && Object.hasOwn(WILLS, verb)) return ['event', 'position', 'statement']
  return wanted === 'how-many' ? ['event', 'statement'] : ['event']
}

/** The question word, its auxiliary and the main verb, by place; -1 where there is none. */
function verbAt(
  words: readonly Word[],
  named: ReadonlySet<number>,
  isVerb: (lemma: string) => boolean,
): { aux: number; verb: number } {
  const start = words[0]?.lower === 'how' ? 2 : 0
  let aux = -1
  for (let i = start; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || named.has(i)) continue
    if (AUXILIARY.has(word.lower)) {
      if (aux < 0) aux = i
    } else if (word.pos === 'VERB' && i > 0) {
      const next = words.findIndex((it, k) => k > i && it.pos === 'VERB' && !named.has(k))
      return { aux, verb: BEGINS.has(word.lemma) && next > 0 ? next : i }
    }
  }
  // "Did Peru and Chile sign a pact?": the verb that "did" asks for is taken for a noun.
  if (/^(?:did|does|do|will|can|could|would|should)$/.test(words[aux]?.lower ?? ''))
    for (let i = aux + 1; i < words.length; i++)
      if (!named.has(i) && isVerb(words[i]?.lemma ?? '')) return { aux, verb: i }
  // "Who backs the plan?": some verbs are taken for nouns.
  for (let i = Math.max(1, aux + 1); i < words.length; i++) {
    const lemma = words[i]?.lower.replace(/(?:es|s|ed)$/, '') ?? ''
    if (!named.has(i) && (Object.hasOwn(WILLS, lemma) || Object.hasOwn(WILLS, `${lemma}e`)))
      return { aux, verb: i }
  }
  return { aux, verb: -1 }
}

function lemmaOf({ lower, lemma, pos }: Word): string {
  if (pos === 'VERB') return lemma
  return (
    [
      lower,
      lower.replace(/s$/, ''),
      lower.replace(/es$/, ''),
      lower.replace(/d$/, ''),
      lower.replace(/ed$/, ''),
    ].find(it => Object.hasOwn(WILLS, it)) ?? lemma
  )
}

/** Who acts and who else is named, by their place about the verb. */
function sides(
  parties: readonly { party: Party; first: number }[],
  words: readonly Word[],
  aux: number,
  verb: number,
  mutual: boolean,
) {
  const passive = aux >= 0 && /^(?:is|are|was|were|been|be)$/.test(words[aux]?.lower ?? '') && verb >= 0
  const by = words.findIndex((word, i) => i > verb && word.lower === 'by')
  const doers: Party[] = []
  const others: Party[] = []
  for (const { party, first } of parties) {
    const before = verb < 0 || first < verb
    const acts = passive ? by >= 0 && first === by + 1 : before && verb >= 0
    const place = /^(?:in|at|to|from|near|off|against|with|about|over)$/.test(words[first - 1]?.lower ?? '')
    const owner = /^['’]s?$/.test(words[first + 1]?.text ?? '')
    if (acts && !mutual && !place && !owner) doers.push(party)
    else others.push(party)
  }
  return { doers, others }
}

/** Question words, names, times, auxiliaries and terms of issues aside: what the answer must speak of. */
function contentOf(words: readonly Word[], skip: ReadonlySet<number>): string[] {
  const lemmas = words.flatMap((word, i) => {
    const counts = /^(?:NOUN|VERB|ADJ|NUM|PROPN)$/.test(word.pos) || /^\d/.test(word.text)
    return skip.has(i) ||
      !counts ||
      SMALL.has(word.lower) ||
      SMALL.has(word.lemma) ||
      AUXILIARY.has(word.lower)
      ? []
      : [word.lemma]
  })
  return [...new Set(lemmas)]
}

/** "the 1965 agreement": a year that names a thing is no time of the answer. */
function isName({ start, end }: Parsed['times'][number], words: readonly Word[]): boolean {
  const at = words.findIndex(word => word.start >= start)
  const next = words.find(word => word.start >= end)
  return words[at - 1]?.lower === 'the' && next?.pos === 'NOUN' && /^\d{4}$/.test(words[at]?.text ?? '')
}

function daysOf(times: Parsed['times']): { from: string | null; to: string | null } {
  for (const { interval, relation } of times) {
    if (interval === null) continue
    const { start, end } = related(interval, relation)
    return { from: start, to: end }
  }
  return { from: null, to: null }
}

export function queryOf(parsed: Parsed, view: View, knowledge: Knowledge): Query {
  const { text } = parsed
  const words = parsed.words.filter(({ pos }) => pos !== 'PUNCT')
  const within = (spans: readonly { start: number; end: number }[]): Set<number> =>
    new Set(
      words.flatMap((word, i) => (spans.some(it => it.start <= word.start && word.end <= it.end) ? [i] : [])),
    )
  const times = parsed.times.filter(time => !isName(time, words))
  const timed = within(times)
  const parties = partiesIn(words, text, view, knowledge, timed)
  const named = new Set(
    parties.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, k) => first + k)),
  )
  // "North Korea" is a party where it is named, whatever issue it may stand for elsewhere.
  const taken = words.filter((_, i) => named.has(i))
  const hits = knowledge.issues
    .issuesOf(text)
    .filter(hit => !taken.some(word => hit.start < word.end && word.start < hit.end))
  const terms = within(hits)
  const { aux, verb: at } = verbAt(
    words,
    new Set([...named, ...timed]),
    lemma => knowledge.frames.of(lemma).length > 0,
  )
  const word = words[at]
  const main = word === undefined ? null : lemmaOf(word)
  const verb = main === 'happen' || main === 'occur' || main === 'do' ? null : main
  const wanted = wantedOf(words)
  const ahead =
    words.some(({ lower }) => lower === 'will') || (words.some(({ lower }) => lower === 'likely') && aux >= 0)
  const tail = words
    .slice(Math.max(0, at))
    .filter((_, k) => !named.has(at + k) && !timed.has(at + k))
    .map(({ lemma }) => lemma)
  const will = verb !== null && Object.hasOwn(WILLS, verb) ? WILLS[verb] : undefined
  const content = contentOf(words, new Set([...named, ...timed, ...terms, at]))
  const isLight = verb !== null && LIGHT.has(verb)
  const said = isLight
    ? words.filter((_, i) => i > at && !named.has(i)).map(({ lemma }) => lemma)
    : [verb ?? '']
  return {
    text,
    wanted,
    kinds: kindsOf(wanted, verb, ahead),
    verb,
    deeds: verb === null || will !== undefined ? new Set() : knowledge.answers.at(tail).classes,
    heads: new Set(said.flatMap(it => knowledge.eventHeads.classOf(it)?.name ?? [])),
    types: new Set(will?.[1] ?? []),
    stances: new Set(will?.[0] ?? []),
    ...sides(parties, words, aux, at, verb !== null && (MUTUAL.has(verb) || isLight)),
    issues: hits.map(({ issue, start, end }) => ({
      issue,
      words: words.filter(it => start <= it.start && it.end <= end).map(({ lemma }) => lemma),
    })),
    counted: wanted === 'how-many' ? (words[2]?.lemma ?? null) : null,
    content,
    ...daysOf(times),
    ahead,
  }
}
