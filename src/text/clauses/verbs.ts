/**
 * Verb groups: auxiliaries, negation, adverbs and the main verb read as one, with tense, aspect, voice and modality.
 */
import type { Token, VerbGroup } from '../types.ts'
import type { VerbElement } from './elements.ts'

const MODALS = new Map([
  ['can', 'can'],
  ['could', 'could'],
  ['may', 'may'],
  ['might', 'might'],
  ['must', 'must'],
  ['should', 'should'],
  ['would', 'would'],
  ["'d", 'would'],
  ['will', 'will'],
  ["'ll", 'will'],
  ['wo', 'will'],
  ['shall', 'shall'],
  ['ca', 'can'],
  ['ought', 'ought'],
])
const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m"])
const HAVE = new Set(['have', 'has', 'had', "'ve", 'having'])
const DO = new Set(['do', 'does', 'did'])
/** "got arrested": with a participle right behind it, it makes a passive. */
const GET = new Set(['get', 'gets', 'got', 'gotten', 'getting'])
const NEGATIONS = new Set(['not', "n't", 'never', 'no-longer', 'hardly', 'barely'])
const PARTICLES = new Set([
  'up',
  'off',
  'out',
  'down',
  'back',
  'away',
  'aside',
  'apart',
  'forward',
  'together',
  'ahead',
  'over',
  'on',
  'in',
])
/** "over", "on" and "in" are particles only with these: "hand over", "move on", "rein in". */
const LOOSE_PARTICLES = new Map([
  ['over', new Set(['hand', 'take', 'turn', 'give', 'sign'])],
  ['on', new Set(['move', 'carry', 'press'])],
  ['in', new Set(['rein', 'give', 'cave', 'step', 'bring', 'hand', 'weigh', 'usher', 'draw'])],
])
/** "The aim is to boost trade": after these "is to" is no future. */
const PURPOSE_NOUNS =
  /^(aim|goal|plan|purpose|idea|task|challenge|way|step|objective|priority|hope|job|point|intention|strategy|role|thing|best|option|solution|answer|key|trick)s?$/

interface Run {
  tokens: readonly Token[]
  i: number
  /** Finite auxiliaries so far, in order, as lower-case words. */
  auxiliaries: string[]
  adverbs: string[]
  negated: boolean
  modal: string | null
  infinitive: boolean
}

/** The verb group that begins at token `first`; null where none does. */
export function verbGroupAt(tokens: readonly Token[], first: number): VerbElement | null {
  const run: Run = {
    tokens,
    i: first,
    auxiliaries: [],
    adverbs: [],
    negated: false,
    modal: null,
    infinitive: false,
  }
  if (!begins(run)) return null
  const head = readRun(run)
  return head === null ? null : build(run, first, head)
}

function begins(run: Run): boolean {
  const token = run.tokens[run.i]
  if (token === undefined) return false
  if (token.pos === 'AUX' || token.pos === 'VERB') return true
  if (token.lower !== 'to')
    return (
      (token.lower === 'not' || token.lower === 'never') &&
      (/^(to|be)$/.test(run.tokens[run.i + 1]?.lower ?? '') || run.tokens[run.i + 1]?.pos === 'VERB')
    )
  let j = run.i + 1
  while (run.tokens[j]?.pos === 'ADV' || NEGATIONS.has(run.tokens[j]?.lower ?? '')) j++
  if (isQuote(run.tokens[j])) j++
  const next = run.tokens[j]
  return (
    next !== undefined &&
    (next.pos === 'VERB' || next.pos === 'AUX') &&
    (next.form === 'base' || next.form === null)
  )
}

/** Walks over the group; gives the index of its main verb. */
function readRun(run: Run): number | null {
  let head: number | null = null
  for (;;) {
    const token = run.tokens[run.i]
    if (token === undefined) break
    if (NEGATIONS.has(token.lower) && (head === null || isAuxiliary(run, head))) {
      run.negated = true
      run.i++
    } else if (token.lower === 'no' && run.tokens[run.i + 1]?.lower === 'longer' && verbFollows(run)) {
      run.negated = true
      run.i += 2
    } else if (token.lower === 'to' && startsInfinitive(run, head)) {
      if (head !== null && run.modal === null) run.modal = semiModal(run.tokens, head)
      if (head === null) run.infinitive = true
      run.i++
    } else if (token.pos === 'ADV' && verbFollows(run)) {
      run.adverbs.push(token.lower)
      run.i++
    } else if (
      /^(both|all|each)$/.test(token.lower) &&
      head !== null &&
      isAuxiliary(run, head) &&
      /^(VERB|AUX)$/.test(run.tokens[run.i + 1]?.pos ?? '')
    ) {
      run.i++
    } else if (
      isQuote(token) &&
      (head === null ? run.infinitive : isAuxiliary(run, head)) &&
      run.tokens[run.i + 1]?.pos === 'VERB'
    ) {
      run.i++
    } else if (token.pos === 'AUX' || (isAuxWord(token.lower) && token.pos === 'VERB')) {
      if (head !== null && !isAuxiliary(run, head)) break
      if (head !== null && !compatible(run, head, token)) break
      noteAuxiliary(run, token)
      head = run.i++
    } else if (token.pos === 'VERB') {
      if (head !== null && !(isAuxiliary(run, head) && compatible(run, head, token))) break
      if (GET.has(token.lower) && participleNext(run)) run.auxiliaries.push(token.lower)
      head = run.i++
      if (run.auxiliaries[run.auxiliaries.length - 1] === token.lower) continue
      if (!goingTo(run, token)) break
    } else break
  }
  if (head === null) return null
  run.i = head + 1
  return head
}

/** "vowed to “crush” them": the mark before the verb. */
function isQuote(token: Token | undefined): boolean {
  return token !== undefined && /^["'\u201c\u2018]$/.test(token.text)
}

function participleNext(run: Run): boolean {
  const next = run.tokens[run.i + 1]
  return (
    next?.pos === 'VERB' &&
    next.lower !== 'rid' &&
    (next.form === 'participle' || next.form === 'past-or-participle')
  )
}

/** "is going to travel": the two words are an auxiliary of the future. */
function goingTo(run: Run, token: Token): boolean {
  const next = run.tokens[run.i + 1]
  if (token.lower !== 'going' || run.auxiliaries.length === 0 || run.tokens[run.i]?.lower !== 'to')
    return false
  if (next === undefined || (next.pos !== 'VERB' && next.pos !== 'AUX')) return false
  run.modal = 'going-to'
  run.auxiliaries.push('going')
  run.i++
  return true
}

function isAuxWord(word: string): boolean {
  return BE.has(word) || HAVE.has(word) || DO.has(word)
}

function isAuxiliary(run: Run, index: number): boolean {
  const word = run.tokens[index]?.lower ?? ''
  if (GET.has(word)) return run.auxiliaries[run.auxiliaries.length - 1] === word
  return isAuxWord(word) || MODALS.has(word) || (word === 'going' && run.modal === 'going-to')
}

function noteAuxiliary(run: Run, token: Token): void {
  const modal = MODALS.get(token.lower)
  if (modal !== undefined && run.modal === null) run.modal = modal
  run.auxiliaries.push(token.lower)
}

/** "is going to travel", "have to overcome", "is to visit", "ought to go": one group. */
function startsInfinitive(run: Run, head: number | null): boolean {
  const next = isQuote(run.tokens[run.i + 1]) ? run.tokens[run.i + 2] : run.tokens[run.i + 1]
  const follows = next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV')
  if (head === null) return follows && run.auxiliaries.length === 0 && !run.infinitive
  return follows && semiModal(run.tokens, head) !== null && head === run.i - 1
}

function semiModal(tokens: readonly Token[], head: number): string | null {
  const word = tokens[head]?.lower ?? ''
  if (word === 'ought') return 'ought'
  if (/^(have|has|had)$/.test(word)) return 'have-to'
  if (/^(is|are|was|were)$/.test(word)) {
    const subject = tokens[head - 1]
    return subject !== undefined &&
      !PURPOSE_NOUNS.test(subject.lower) &&
      /^(NOUN|PROPN|PRON)$/.test(subject.pos)
      ? 'be-to'
      : null
  }
  return null
}

/** Do adverbs at `run.i` stand before a verb of the same group? */
function verbFollows(run: Run): boolean {
  let j = run.i + 1
  while (run.tokens[j]?.pos === 'ADV') j++
  const next = run.tokens[j]
  if (next === undefined || (next.pos !== 'VERB' && next.pos !== 'AUX')) return false
  return run.auxiliaries.length > 0 || run.infinitive || run.i > 0
}

/** May `token` follow the auxiliary at `head` in one group? "has seized" yes, "is says" no. */
function compatible(run: Run, head: number, token: Token): boolean {
  const word = run.tokens[head]?.lower ?? ''
  const form = token.form
  if (run.tokens[run.i - 1]?.lower === 'to')
    return form === 'base' || form === null || token.lower === 'be' || token.lower === 'have'
  if (MODALS.has(word))
    return form === 'base' || form === null || token.lower === 'be' || token.lower === 'have'
  if (DO.has(word)) return form === 'base'
  if (GET.has(word)) return form === 'participle' || form === 'past-or-participle'
  if (HAVE.has(word))
    return (
      form === 'participle' ||
      form === 'past-or-participle' ||
      token.lower === 'been' ||
      token.lower === 'had'
    )
  if (BE.has(word))
    return (
      form === 'gerund' || form === 'participle' || form === 'past-or-participle' || token.lower === 'being'
    )
  return false
}

function build(run: Run, first: number, head: number): VerbElement {
  const { tokens } = run
  const main = tokens[head]
  const words = run.auxiliaries.filter((_, k) => k < run.auxiliaries.length)
  const mainIsAuxiliary = main?.pos === 'AUX' || isAuxWord(main?.lower ?? '')
  const before = mainIsAuxiliary && words[words.length - 1] === main?.lower ? words.slice(0, -1) : words
  const lastAux = before[before.length - 1]
  const participle = main?.form === 'participle' || main?.form === 'past-or-participle'
  // "he's promoted the plan", "she's pledged to": with an object the short form is that of "has".
  const has = lastAux === "'s" && objectFollows(tokens[head + 1])
  const passive =
    !mainIsAuxiliary &&
    participle &&
    !has &&
    lastAux !== undefined &&
    (BE.has(lastAux) || GET.has(lastAux)) &&
    !(run.modal === 'would' && lastAux === "'d")
  const progressive = before.some(word => BE.has(word)) && main?.form === 'gerund'
  const perfect =
    (has || before.some(word => HAVE.has(word))) &&
    run.modal !== 'have-to' &&
    (mainIsAuxiliary || participle || main?.form === 'gerund')
  const form = elementForm(run, main, before)
  const last = particleAfter(tokens, head)
  const verb: VerbGroup = {
    first,
    last: last ?? head,
    head,
    lemma: main?.lemma ?? '',
    particle: last === null ? null : (tokens[last]?.lower ?? null),
    tense: tenseOf(run, form, before, main),
    perfect,
    progressive,
    voice: passive || form === 'participle' ? 'passive' : 'active',
    finite: form === 'finite' || form === 'ambiguous' || form === 'base',
    modal: run.modal,
    negated: run.negated,
    adverbs: run.adverbs,
    span: [tokens[first]?.start ?? 0, tokens[last ?? head]?.end ?? 0],
  }
  return { kind: 'verb', first, last: last ?? head, verb, form }
}

function objectFollows(next: Token | undefined): boolean {
  return next !== undefined && (/^(DET|PROPN|PRON|NOUN|NUM)$/.test(next.pos) || next.lower === 'that')
}

function elementForm(run: Run, main: Token | undefined, before: readonly string[]): VerbElement['form'] {
  if (run.infinitive) return 'infinitive'
  const opening = before[0] ?? main?.lower ?? ''
  if (before.length > 0)
    return opening === 'being' || opening === 'having'
      ? 'gerund'
      : opening === 'be' || opening === 'been'
        ? 'participle'
        : 'finite'
  if (main?.form === 'gerund') return 'gerund'
  if (main?.form === 'participle') return 'participle'
  if (main?.form === 'past-or-participle') return isAuxWord(main.lower) ? 'finite' : 'ambiguous'
  if (main?.form === 'base' && !isAuxWord(main.lower) && !MODALS.has(main.lower)) return 'base'
  if (main?.lower === 'be' || main?.lower === 'being') return main.lower === 'be' ? 'base' : 'gerund'
  return 'finite'
}

function tenseOf(
  run: Run,
  form: VerbElement['form'],
  before: readonly string[],
  main: Token | undefined,
): VerbGroup['tense'] {
  if (form === 'infinitive' || form === 'gerund' || form === 'participle') return 'none'
  const opening = before[0] ?? main?.lower ?? ''
  if (run.modal === 'will' || run.modal === 'shall' || run.modal === 'be-to')
    return /^(was|were)$/.test(opening) ? 'past' : 'future'
  if (before.includes('going') || (main?.lower !== 'going' && run.modal === 'going-to')) return 'future'
  if (/^(was|were|had|did|got)$/.test(opening)) return 'past'
  if (before.length === 0 && (main?.form === 'past' || main?.form === 'past-or-participle')) return 'past'
  return 'present'
}

/** Their past is their base form: "the ban hit exporters". */
export const PAST_LIKE_BASE =
  /^(let|hit|cut|put|set|cost|hurt|shut|quit|split|spread|bet|burst|cast|beat|shed|thrust|upset|broadcast|forecast|read)$/

/** "called off the visit", "set up a fund": the particle right behind the verb. */
function particleAfter(tokens: readonly Token[], head: number): number | null {
  const next = tokens[head + 1]
  if (next === undefined || !PARTICLES.has(next.lower) || next.pos === 'NOUN') return null
  const loose = LOOSE_PARTICLES.get(next.lower)
  if (loose !== undefined && !loose.has(tokens[head]?.lemma ?? '')) return null
  if (next.lower === 'out' && tokens[head + 2]?.lower === 'of') return null
  if (next.lower === 'up' && tokens[head + 2]?.lower === 'to' && tokens[head + 3]?.pos === 'NUM') return null
  if (next.lower === 'together' && tokens[head + 2]?.lower === 'with') return null
  return head + 1
}
