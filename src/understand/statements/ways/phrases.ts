/** Noun phrases: "criticized the plan", "called the ruling a breach", "accused Moscow of …", "critical of …". */
import type { Cue } from '../../../knowledge/cues.ts'
import type { Span } from '../../../record/types.ts'
import type { NounGroup } from '../../../text/types.ts'
import { clauseEnd, occasionStart, phraseEnd, spanFrom, trimmedEnd } from '../ends.ts'
import type { Page } from '../page.ts'
import { pastAdverbials, type Site } from '../sites.ts'
import { type Reported, reported, WH } from './way.ts'

/** "criticized the plan". */
export function object(site: Site, cue: Cue, page: Page): Reported | null {
  if (site.verb.voice === 'passive' || (!cue.takes.has('np') && !saysThing(site, cue))) return null
  // "agreed to disclose their taxes": what is yet to be told is no content.
  if (cue.class === 'saying' && site.clause.marker === 'to') return null
  const next = site.last + 1
  if (site.sentence.tokens[next]?.lower === 'what') {
    return reported(site.sentence, next, whatEnd(site, next, page), 'phrase', 'object')
  }
  const group = objectOf(site)
  if (group === null) return null
  return reported(site.sentence, group.first, phraseEnd(site.sentence, group.first, page), 'phrase', 'object')
}

/** "criticized *what it called a reckless step*": to the end of what stands behind the inner verb. */
function whatEnd(site: Site, at: number, page: Page): number {
  const { sentence } = site
  const inner = sentence.clauses.find(({ verb }) => verb?.finite === true && verb.first > at)
  const from = (inner?.verb?.last ?? at) + 1
  const word = sentence.tokens[from]
  if (word === undefined || word.pos === 'PUNCT') return trimmedEnd(sentence, from - 1, page.quotes)
  return phraseEnd(sentence, word.lower === 'as' ? from + 1 : from, page)
}

/** "the laws that the minister proposed": what is proposed stands before the clause. */
export function gap(site: Site, cue: Cue, page: Page): Reported | null {
  const { clause, sentence } = site
  const { modifies } = clause
  if (!cue.takes.has('np') || clause.kind !== 'relative' || modifies === null || site.pronoun !== null)
    return null
  if (site.verb.voice === 'passive' || clause.objects.length > 0 || clause.complement !== null) return null
  if (site.speaker === null || modifies === site.speaker || modifies.sentence !== sentence.index) return null
  const last = Math.min(clause.first, site.verb.first) - 1
  const end = trimmedEnd(sentence, last, page.quotes)
  return reported(sentence, modifies.first, end, 'phrase', 'noun before its relative clause')
}

/** "said the same thing", "said his piece"; but not "said Tran" or "said Friday". */
function saysThing(site: Site, cue: Cue): boolean {
  if (cue.word !== 'say' || site.inverted) return false
  const group = site.sentence.groups.find(one => one.first === site.last + 1)
  return group !== undefined && !group.temporal && group.determiner !== null
}

export function objectOf(site: Site): NounGroup | null {
  const found = site.clause.objects.find(group => group.first > site.last)
  return (
    found ??
    site.sentence.groups.find(group => group.first === site.last + 1 && group !== site.speaker) ??
    null
  )
}

/** "described the mood as warm". */
export function comparedAs(site: Site, cue: Cue, page: Page): Reported | null {
  if (!cue.takes.has('np-as') || site.verb.voice === 'passive') return null
  const group = objectOf(site)
  if (group === null) return null
  const { tokens } = site.sentence
  for (let i = group.last + 1; i < tokens.length && i < group.last + 20; i++) {
    if (/^[;:]$/.test(tokens[i]?.text ?? '')) return null
    if (tokens[i]?.lower !== 'as' || isPartOfPair(site, i)) continue
    return reported(
      site.sentence,
      group.first,
      phraseEnd(site.sentence, i + 1, page),
      'phrase',
      'object with as',
    )
  }
  return null
}

/** "such as", "as well as", "as soon as": nothing is described. */
function isPartOfPair({ sentence: { tokens } }: Site, at: number): boolean {
  return tokens[at - 1]?.lower === 'such' || tokens[at + 2]?.lower === 'as' || tokens[at - 2]?.lower === 'as'
}

/** "called the ruling a breach". */
export function predicated(site: Site, cue: Cue, page: Page): Reported | null {
  if (!cue.takes.has('np-pred') || site.verb.voice === 'passive') return null
  const pointing = /^(that|this|it)$/.test(site.sentence.tokens[site.last + 1]?.lower ?? '')
  const group = pointing ? { first: site.last + 1, last: site.last + 1 } : objectOf(site)
  if (group === null) return null
  const next = site.sentence.tokens[group.last + 1]
  // "considered the offer": nothing is said of it.
  if (next === undefined || /^[,;:.]$/.test(next.text)) return null
  if (cue.class === 'belief' && !/^(DET|ADJ|NOUN|PROPN|ADV|PUNCT|NUM|PRON)$/.test(next.pos)) return null
  const end = phraseEnd(site.sentence, group.last + 1, page)
  return reported(site.sentence, group.first, end, 'phrase', 'object with predicate')
}

/** "accused Moscow of shelling the port": the object and what it is accused of. */
export function accusation(site: Site, cue: Cue, page: Page): Reported | null {
  if (site.verb.voice === 'passive') return null
  const joints = [...cue.takes].filter(name => name.startsWith('acc-')).map(name => name.slice(4))
  const group = joints.length === 0 ? null : objectOf(site)
  if (group === null) return null
  const { tokens } = site.sentence
  for (let i = group.last + 1; i < tokens.length && i < group.last + 24; i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;:]$/.test(token.text)) return null
    if (!joints.includes(token.lower)) continue
    const end = Math.min(clauseEnd(site, i, page, true), occasionStart(site.sentence, i + 1, page))
    return reported(site.sentence, group.first, end, 'phrase', 'object and charge')
  }
  return null
}

/** "was accused of fraud", "was described as weak by …": the subject and what is said of it. */
export function accused(site: Site, cue: Cue, page: Page): Reported | null {
  if (site.verb.voice !== 'passive' || site.own === null) return null
  const { tokens } = site.sentence
  const subject = spanFrom(site.sentence, site.own.first, tokens[site.own.last]?.end ?? 0)
  if (subject === null) return null
  const joint = tokens[site.last + 1]?.lower ?? ''
  if (cue.takes.has(`acc-${joint}`) || (joint === 'as' && cue.takes.has('np-as'))) {
    const from = site.last + 2
    const charge = spanFrom(site.sentence, from, clauseEnd(site, from, page, true))
    if (charge !== null) {
      return {
        content: [subject, charge],
        complement: 'phrase',
        pattern: 'subject and charge',
        cueLast: null,
      }
    }
  }
  const named = cue.takes.has('np-pred') ? namedAs(site, subject, page) : null
  if (named !== null) return named
  const agent = site.clause.phrases.some(phrase => phrase.preposition === 'by')
  if (!agent || !cue.takes.has('np')) return null
  return { content: [subject], complement: 'phrase', pattern: 'subject of a passive', cueLast: null }
}

/** "was dubbed the winner", "is considered a threat": the subject and what it is called. */
function namedAs(site: Site, subject: Span, page: Page): Reported | null {
  const { sentence, verb } = site
  const token = sentence.tokens[verb.last + 1]
  const group = sentence.groups.find(one => one.first === verb.last + 1 && !one.temporal)
  if (group === undefined && token?.pos !== 'ADJ') return null
  const from = verb.last + 1
  const name = spanFrom(sentence, from, phraseEnd(sentence, from, page))
  if (name === null) return null
  return { content: [subject, name], complement: 'phrase', pattern: 'subject and its name', cueLast: null }
}

/** "critical of X", "warned against X", "worried about X". */
export function prepositional(site: Site, cue: Cue, page: Page): Reported | null {
  const { tokens } = site.sentence
  // "Asked about the loan, he left": he is asked.
  if (site.verb.voice === 'passive' && !site.verb.finite) return null
  for (const preposition of cue.prepositions) {
    const at = pastAdverbials(site.sentence, site.last + 1, preposition)
    if (tokens[at]?.lower === preposition)
      return phraseFrom(site, at + 1, page, 'phrase after a preposition', at)
  }
  return null
}

const PEOPLE =
  /(er|or|ist|ent|ant|ian|ee|man|woman|people|crowd|staff|aide|ally|council|court|board|committee|panel|parliament|congress|cabinet|public|audience|family|nation|country|government|ministry|company|press|police)s?$/

function isSomebody({ sentence }: Site, group: NounGroup): boolean {
  const head = sentence.tokens[group.head]
  return head !== undefined && (/^(PROPN|PRON)$/.test(head.pos) || PEOPLE.test(group.lemma))
}

/** "told reporters about the plan", "asked him about his taxes": behind whom it is told. */
export function addressed(site: Site, cue: Cue, page: Page): Reported | null {
  if (site.verb.voice === 'passive') return null
  const joints = [...cue.takes].filter(name => name.startsWith('obj+')).map(name => name.slice(4))
  const group = joints.length === 0 ? null : objectOf(site)
  if (group === null || group.first > site.last + 3 || !isSomebody(site, group)) return null
  const last = group.conjuncts.reduce((end, other) => Math.max(end, other.last), group.last)
  for (const joint of joints) {
    const at = pastAdverbials(site.sentence, last + 1, joint)
    if (site.sentence.tokens[at]?.lower === joint)
      return phraseFrom(site, at + 1, page, 'phrase after the addressee', at)
  }
  return null
}

/** "called for X", "spoke out against X": the particle's own phrase. */
export function particlePhrase(site: Site, cue: Cue, page: Page): Reported | null {
  if (!cue.takes.has('prep-np')) return null
  return phraseFrom(site, site.last + 1, page, 'phrase after the particle', site.last)
}

function phraseFrom(site: Site, from: number, page: Page, pattern: string, cueLast: number): Reported | null {
  const { sentence } = site
  if (sentence.tokens[from]?.form === 'gerund') {
    return reported(sentence, from, clauseEnd(site, from, page, true), 'phrase', pattern, cueLast)
  }
  // "argued about whether it helped"
  if (WH.test(sentence.tokens[from]?.lower ?? ''))
    return reported(
      sentence,
      from,
      sentence.tokens[from]?.lower === 'what' ? whatEnd(site, from, page) : clauseEnd(site, from, page),
      'phrase',
      pattern,
      cueLast,
    )
  if (!sentence.groups.some(one => one.first >= from && one.first <= from + 2)) return null
  return reported(sentence, from, phraseEnd(sentence, from, page), 'phrase', pattern, cueLast)
}
