/** Clauses in the making: a stack of those still open, and what is remembered of each until it closes. */
import type { VerbClasses } from '../../knowledge/verb-classes.ts'
import type { Clause, ClauseKind, NounGroup, Token, VerbGroup } from '../types.ts'
import type { Element } from './elements.ts'

export interface Draft {
  clause: Clause
  /** Noun groups before the verb: who its subject may be. */
  nouns: NounGroup[]
  /** The draft whose subject it takes once that is known. */
  inherits: Draft | null
  openedByComma: boolean
  /** A reporting verb before its subject: "said Ana Ruiz". */
  inverted: boolean
  parent: Draft | null
  /** Something between commas has been closed since its subject: "X, who met Y, said". */
  interrupted: boolean
  commas: number
  /** "Three days had passed": a time is the subject where nothing else is. */
  temporal: NounGroup | null
}

/** Nouns whose that-clause or infinitive says what they are: "the fact that", "a plan to". */
export const CONTENT_NOUNS =
  /^(fact|claim|view|belief|possibility|hope|fear|sense|idea|agreement|condition|announcement|statement|sign|concern|suggestion|notion|argument|assertion|assumption|assurance|conclusion|conviction|evidence|expectation|guarantee|impression|indication|news|notice|opinion|pledge|position|prediction|promise|proof|proposal|realisation|realization|recognition|report|risk|rumour|rumor|signal|suspicion|theory|threat|understanding|warning|chance|likelihood|confidence|decision|plan|effort|attempt|intention|desire|bid|move|call|demand|offer|refusal|failure|ability|right|need|willingness|readiness|vow|request|order|commitment|determination|inability|unwillingness)s?$/

export interface Parse {
  tokens: readonly Token[]
  elements: readonly Element[]
  classes: VerbClasses
  sentence: number
  /** Open drafts, the innermost last. */
  stack: Draft[]
  all: Draft[]
  /** What was said before its speaker is named: `"…," X said`, "…, X said". */
  content: Draft | null
  /** Depth of the stack where each open quotation began; -1 for one that opens no clause. */
  quotes: { depth: number; first: number }[]
  /** Depth where a parenthesis between dashes began. */
  dash: number | null
}

export function newParse(
  tokens: readonly Token[],
  elements: readonly Element[],
  classes: VerbClasses,
  sentence: number,
): Parse {
  return { tokens, elements, classes, sentence, stack: [], all: [], content: null, quotes: [], dash: null }
}

/** The innermost open clause; a main clause is opened where there is none. */
export function top(parse: Parse, at: number): Draft {
  return parse.stack[parse.stack.length - 1] ?? open(parse, 'main', null, at)
}

export function open(
  parse: Parse,
  kind: ClauseKind,
  parent: Draft | null,
  first: number,
  marker: string | null = null,
): Draft {
  const clause: Clause = {
    index: parse.all.length,
    sentence: parse.sentence,
    kind,
    first,
    last: first,
    span: [0, 0],
    verb: null,
    subject: null,
    inheritedSubject: false,
    objects: [],
    predicate: null,
    phrases: [],
    complement: null,
    parent: parent?.clause ?? null,
    marker,
    modifies: null,
    quoted: parse.tokens[first]?.quoted ?? false,
  }
  const draft: Draft = {
    clause,
    nouns: [],
    inherits: null,
    openedByComma: false,
    inverted: false,
    parent,
    interrupted: false,
    commas: 0,
    temporal: null,
  }
  parse.all.push(draft)
  parse.stack.push(draft)
  return draft
}

/** Makes `child` what `parent` says, thinks, wants …, unless it has such a clause already. */
export function complete(parent: Draft, child: Draft): void {
  parent.clause.complement ??= child.clause
  child.clause.parent = parent.clause
  child.parent = parent
}

export function inherit(child: Draft, from: Draft): void {
  child.inherits = from
  child.clause.inheritedSubject = true
}

export function setSubject(draft: Draft, subject: NounGroup | null, inherited = false): void {
  draft.clause.subject = subject
  draft.clause.inheritedSubject = inherited
}

/** Closes everything above `draft`. */
export function popTo(parse: Parse, draft: Draft): void {
  const at = parse.stack.lastIndexOf(draft)
  if (at >= 0) parse.stack.length = at + 1
}

/** The innermost open draft without a verb, below the top. */
export function lackingVerb(parse: Parse): Draft | null {
  const floor = parse.quotes[parse.quotes.length - 1]?.depth ?? 0
  for (let i = parse.stack.length - 2; i >= Math.max(0, floor); i--) {
    const draft = parse.stack[i]
    if (draft !== undefined && draft.clause.verb === null) return draft
  }
  return null
}

/** The innermost open draft for which `fits` holds, within the quotation. */
export function nearest(parse: Parse, fits: (draft: Draft) => boolean): Draft | null {
  const floor = parse.quotes[parse.quotes.length - 1]?.depth ?? 0
  for (let i = parse.stack.length - 1; i >= Math.max(0, floor); i--) {
    const draft = parse.stack[i]
    if (draft !== undefined && fits(draft)) return draft
  }
  return null
}

export function hasFiniteVerb(draft: Draft): boolean {
  return draft.clause.verb?.finite ?? false
}

export function isReporting(parse: Parse, verb: VerbGroup): boolean {
  return parse.classes.has(verb.lemma, 'reporting')
}

/** Does the verb take a clause as what is said or thought? */
export function takesClause(parse: Parse, verb: VerbGroup): boolean {
  return isReporting(parse, verb) || parse.classes.has(verb.lemma, 'cognition')
}

export function isCopula(parse: Parse, verb: VerbGroup): boolean {
  // "turned *off* the gas": with its particle it links nothing.
  const links = verb.particle === null && parse.classes.has(verb.lemma, 'copula')
  return (verb.lemma === 'be' || links) && verb.voice === 'active'
}
