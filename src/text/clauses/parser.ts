/**
 * Reads a row of elements from left to right into clauses. A stack holds the clauses still open; each element
 * opens one, fills a place in the innermost, or closes down to the one that it completes. There is no search
 * and no going back, so the time is linear in the length of the sentence.
 */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Clause, NounGroup, Token } from '../types.ts'
import { wordAsSubject } from './clause-subject.ts'
import {
  complete,
  type Draft,
  hasFiniteVerb,
  inherit,
  isCopula,
  isReporting,
  lackingVerb,
  nearest,
  newParse,
  open,
  type Parse,
  popTo,
  setSubject,
  takesClause,
  top,
} from './draft.ts'
import { type Element, isNoun, isVerb, isWord, type NounElement, type WordElement } from './elements.ts'
import { finish } from './finish.ts'
import { finiteVerbAfterNoun } from './lookahead.ts'
import { placeVerb } from './place-verb.ts'
import { relate, takeThat } from './relatives.ts'

/** All clauses of one sentence, in the order in which they open. */
export function parseClauses(
  tokens: readonly Token[],
  elements: readonly Element[],
  sentence: number,
  knowledge: Knowledge,
): Clause[] {
  const parse = newParse(tokens, elements, knowledge.verbClasses, sentence)
  elements.forEach((element, k) => {
    take(parse, element, k)
  })
  return finish(parse)
}

function take(parse: Parse, element: Element, k: number): void {
  if (isNoun(element)) takeNoun(parse, element, k)
  else if (isVerb(element)) placeVerb(parse, element, k)
  else if (element.kind === 'phrase') top(parse, element.first).clause.phrases.push(element.phrase)
  else takeWord(parse, element, k)
  const current = parse.stack[parse.stack.length - 1]
  if (current !== undefined && element.kind !== 'comma')
    current.clause.last = Math.max(current.clause.last, element.last)
}

function takeNoun(parse: Parse, element: NounElement, k: number): void {
  const before = parse.elements[k - 1]
  // "North Korea is the threat, not Japan"
  if (isWord(before) && before.word === 'not') return
  const draft = top(parse, element.first)
  const { clause } = draft
  const { group } = element
  if (clause.verb === null) {
    if (!group.temporal) draft.nouns.push(group)
    else if (!isWord(before) || before.kind !== 'preposition') draft.temporal = group
    return
  }
  if (group.temporal) return
  // "raided the port, a move that …": no list, so it says something of what came before.
  if (before?.kind === 'comma' && clause.objects.length > 0 && !draft.inverted) return
  if (before?.kind === 'comma' && clause.objects.length === 0 && ranks(parse, clause, group)) return
  if (draft.inverted) {
    setSubject(draft, group)
    draft.inverted = false
  } else if (isCopula(parse, clause.verb) && clause.predicate === null)
    clause.predicate = { group, adjective: null }
  else clause.objects.push(group)
}

/** "Ruiz flew to Oslo, *the first premier* to do so": at the end it says who the subject is. */
function ranks({ tokens }: Parse, { subject }: Clause, group: NounGroup): boolean {
  const words = tokens.slice(group.first, group.head)
  const ranked = words.some(({ lower }) => /^(?:first|second|third|last|only|latest|highest)$/.test(lower))
  if (!ranked || group.determiner !== 'the' || subject === null || subject.apposition !== null) return false
  if (tokens[subject.head]?.pos !== 'PROPN' || group.phrases.length > 0) return false
  subject.apposition = group
  group.apposition = subject
  return true
}

function takeWord(parse: Parse, element: WordElement, k: number): void {
  switch (element.kind) {
    case 'comma':
      takeComma(parse, k)
      break
    case 'stop':
      takeStop(parse, element, k)
      break
    case 'open-quote':
      openQuote(parse, element, k)
      break
    case 'close-quote':
      closeQuote(parse)
      break
    case 'that':
      takeThat(parse, element, k)
      break
    case 'subordinator':
      subordinate(parse, element, k)
      break
    case 'relative':
      relate(parse, element, k)
      break
    case 'conjunction':
      conjoin(parse, element, k)
      break
    case 'preposition':
      takePreposition(parse, element, k)
      break
    case 'adjective':
      takeAdjective(parse, element)
      break
    case 'adverb': {
      const verb = parse.stack[parse.stack.length - 1]?.clause.verb
      if (verb !== null && verb !== undefined) verb.adverbs.push(element.word)
      break
    }
    default:
  }
}

function takeAdjective(parse: Parse, element: WordElement): void {
  const { clause } = top(parse, element.first)
  if (clause.verb !== null && clause.predicate === null)
    clause.predicate = { group: null, adjective: element.first }
}

/** A comma ends what was opened before the main verb ("If …, it will"), and a relative clause between commas. */
function takeComma(parse: Parse, k: number): void {
  const draft = parse.stack[parse.stack.length - 1]
  if (draft === undefined) return
  if (draft.clause.verb === null) {
    // "Matsuno, during his briefing Thursday, described …"
    if (draft.nouns.length > 0 && ++draft.commas >= 2) draft.interrupted = true
    return
  }
  const waiting = lackingVerb(parse)
  if (waiting !== null) {
    popTo(parse, waiting)
    waiting.interrupted = true
    return
  }
  const next = parse.elements[k + 1]
  if (draft.clause.kind === 'relative' && draft.openedByComma && draft.parent !== null && !isWord(next))
    popTo(parse, draft.parent)
}

/** Semicolon and colon begin anew; dashes may hold a parenthesis in a clause that still waits for its verb. */
function takeStop(parse: Parse, element: WordElement, k: number): void {
  if (parse.dash !== null) {
    parse.stack.length = Math.min(parse.stack.length, parse.dash)
    parse.dash = null
    return
  }
  const isDash = /^[\u2013\u2014-]+$/.test(element.word)
  // "– but ditched the plan", "– which failed": what comes goes on with the clause before.
  if (isDash && goesOn(parse, k)) return
  if (
    isDash &&
    parse.elements.slice(k + 1).some(e => isWord(e) && e.kind === 'stop' && /^[\u2013\u2014-]+$/.test(e.word))
  ) {
    parse.dash = parse.stack.length
    open(parse, 'fragment', parse.stack[parse.stack.length - 1] ?? null, element.last + 1)
    return
  }
  const draft = parse.stack[parse.stack.length - 1]
  if (element.word === ':' && draft?.clause.verb != null && isReporting(parse, draft.clause.verb)) return
  parse.stack.length = Math.min(
    parse.stack.length,
    Math.max(0, parse.quotes[parse.quotes.length - 1]?.depth ?? 0),
  )
}

function goesOn(parse: Parse, k: number): boolean {
  const next = parse.elements[k + 1]
  if (!isWord(next) || (parse.stack[parse.stack.length - 1]?.clause.verb ?? null) === null) return false
  return next.kind === 'relative' || (next.kind === 'conjunction' && isVerb(parse.elements[k + 2]))
}

/** Words in quotation marks are a clause of their own where they hold a verb and do not carry on the clause around them. */
function openQuote(parse: Parse, element: WordElement, k: number): void {
  const before = parse.elements[k - 1]
  const draft = parse.stack[parse.stack.length - 1]
  const fresh =
    draft === undefined ||
    (draft.clause.verb === null && draft.nouns.length === 0 && draft.clause.phrases.length === 0)
  const led =
    before === undefined ||
    isVerb(before) ||
    (isWord(before) && /^(comma|stop|that|open-quote)$/.test(before.kind))
  if (!(fresh || led) || !holdsClause(parse, k)) {
    parse.quotes.push({ depth: -1, first: element.first })
    return
  }
  if (draft !== undefined && draft.clause.kind === 'complement' && draft.clause.verb === null) {
    parse.quotes.push({ depth: parse.stack.length - 1, first: element.first })
    return
  }
  if (fresh) parse.stack.length = 0
  parse.quotes.push({ depth: parse.stack.length, first: element.first })
  const inner = open(parse, fresh ? 'main' : 'complement', fresh ? null : (draft ?? null), element.first)
  inner.clause.quoted = true
  if (!fresh && draft !== undefined) complete(draft, inner)
}

function holdsClause(parse: Parse, k: number): boolean {
  let verb = false
  for (let j = k + 1; j < parse.elements.length; j++) {
    const element = parse.elements[j]
    if (element?.kind === 'close-quote') return verb
    if (isVerb(element)) {
      // `“Is there a plan?” she asked`: at the start a verb asks; elsewhere the words carry on the clause around them.
      if (j === k + 1 && k > 0 && element.form !== 'gerund' && element.form !== 'base') return false
      verb ||= element.form === 'finite' || element.form === 'ambiguous' || element.form === 'base'
    }
  }
  return verb
}

function closeQuote(parse: Parse): void {
  const quote = parse.quotes.pop()
  if (quote === undefined || quote.depth < 0) return
  const first = parse.all.find(draft => draft.clause.first >= quote.first)
  if (quote.depth === 0 && first !== undefined) parse.content = first
  parse.stack.length = Math.min(parse.stack.length, quote.depth)
}

const ASKING = /^(what|how|why|whether|if|when|where)$/

function subordinate(parse: Parse, element: WordElement, k: number): void {
  openSubordinate(parse, element, k)
  const next = parse.elements[k + 1]
  const opened = parse.stack[parse.stack.length - 1]
  if (
    opened !== undefined &&
    /^what(ever)?$/.test(element.word) &&
    isVerb(next) &&
    next.form !== 'infinitive'
  )
    setSubject(opened, wordAsSubject(parse, element.first))
}

function openSubordinate(parse: Parse, element: WordElement, k: number): void {
  const draft = parse.stack[parse.stack.length - 1]
  const before = parse.elements[k - 1]
  if (draft === undefined) {
    const root = open(parse, 'main', null, element.first)
    open(parse, 'adverbial', root, element.first, element.word)
    return
  }
  const asks =
    ASKING.test(element.word) &&
    draft.clause.verb !== null &&
    (isVerb(before) || isNoun(before)) &&
    takesClause(parse, draft.clause.verb)
  if (asks && !(element.word === 'if' || element.word === 'when' || element.word === 'where'))
    complete(draft, open(parse, 'complement', draft, element.first, element.word))
  else if (asks && isVerb(before) && /^(ask|wonder|know|see|doubt|decide|determine)$/.test(before.verb.lemma))
    complete(draft, open(parse, 'complement', draft, element.first, element.word))
  else open(parse, 'adverbial', draft, element.first, element.word)
}

/** "and the court ruled …": a clause of its own; between verbs and between nouns the joining is done elsewhere. */
function conjoin(parse: Parse, element: WordElement, k: number): void {
  let next = k + 1
  while (parse.elements[next]?.kind === 'adverb' || parse.elements[next]?.kind === 'phrase') next++
  if (isWord(parse.elements[next]) && parse.elements[next]?.kind === 'comma') next++
  const draft = parse.stack[parse.stack.length - 1]
  if (draft === undefined || draft.clause.verb === null) return
  if (!isNoun(parse.elements[next]) || !finiteVerbAfterNoun(parse.elements, next)) return
  const afterComma = parse.elements[k - 1]?.kind === 'comma' || element.word === 'but'
  const base = coordinationBase(parse, afterComma)
  if (base === null) return
  popTo(parse, base)
  parse.stack.pop()
  open(parse, 'coordinate', base, element.last + 1, element.word)
}

/** Which open clause does a new one stand beside? After a comma the outermost, else the innermost with a finite verb. */
function coordinationBase(parse: Parse, outermost: boolean): Draft | null {
  const innermost = nearest(parse, draft => hasFiniteVerb(draft) && draft.clause.kind !== 'relative')
  if (!outermost) return innermost
  const floor = Math.max(0, parse.quotes[parse.quotes.length - 1]?.depth ?? 0)
  return parse.stack.slice(floor).find(hasFiniteVerb) ?? innermost
}

/** What is left of prepositions: those before a clause or gerund, and particles behind the object ("called it off"). */
function takePreposition(parse: Parse, element: WordElement, k: number): void {
  const next = parse.elements[k + 1]
  if (isNoun(next)) {
    subordinate(parse, element, k)
    return
  }
  const draft = top(parse, element.first)
  if (isVerb(next) && next.form === 'gerund') return
  if (isWord(next) && next.kind === 'relative') return
  const { verb } = draft.clause
  if (
    verb !== null &&
    verb.particle === null &&
    /^(up|off|out|down|back|away|aside|apart|forward|together|ahead|over|in)$/.test(element.word) &&
    isNoun(parse.elements[k - 1])
  ) {
    verb.particle = element.word
  }
  if (parse.stack.length === 1 && draft.clause.verb === null && isVerb(next))
    inherit(open(parse, 'adverbial', draft, element.first, element.word), draft)
}
