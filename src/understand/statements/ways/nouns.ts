/** Nouns that attribute: "expressed hope that …", "the firm's argument that …", "a warning from Hanoi that …". */
import type { Cue } from '../../../knowledge/cues.ts'
import type { NounGroup, Sentence } from '../../../text/types.ts'
import { clauseEnd, isVerbAround, phraseEnd, trimmedEnd } from '../ends.ts'
import type { Page } from '../page.ts'
import type { Site } from '../sites.ts'
import { verbFollows } from './infinitives.ts'
import { objectOf } from './phrases.ts'
import { type Reported, reported } from './way.ts'

/** "expressed hope that …", "voiced concern about …": verb and noun are the cue. */
export function light(site: Site, cue: Cue, page: Page): Reported | null {
  if (!cue.takes.has('light')) return null
  const group = objectOf(site)
  const noun = group === null ? undefined : page.cues.nouns.get(group.lemma)
  if (group === null || noun === undefined || group.first <= site.last) return null
  return nounContent(site.sentence, group, noun, page, site)
}

/** What follows a noun that attributes: "that …", "to …", "of …". */
export function nounContent(
  sentence: Sentence,
  group: NounGroup,
  cue: Cue,
  page: Page,
  site: Site | null,
): Reported | null {
  const from = group.last + 1
  const token = sentence.tokens[from]
  if (token === undefined) return null
  const end = (bare: boolean) =>
    site === null ? nounClauseEnd(sentence, from, page) : clauseEnd(site, from, page, bare)
  if (
    token.lower === 'that' &&
    cue.takes.has('that') &&
    !isVerb(sentence, from + 1) &&
    !lacksObject(sentence, from, page)
  ) {
    return reported(sentence, from, end(false), 'clause', 'noun with that', group.last)
  }
  if (token.lower === 'to' && cue.takes.has('to') && verbFollows(sentence, from)) {
    return reported(sentence, from, end(true), 'infinitive', 'noun with infinitive', group.last)
  }
  if (!cue.prepositions.has(token.lower)) return null
  if (!sentence.groups.some(one => one.first > from && one.first <= from + 2)) return null
  return reported(
    sentence,
    from + 1,
    phraseEnd(sentence, from + 1, page),
    'phrase',
    'noun with preposition',
    from,
  )
}

/** "concerns that *remain*": a relative clause, nothing that is feared. */
function isVerb(sentence: Sentence, at: number): boolean {
  return /^(VERB|AUX)$/.test(sentence.tokens[at]?.pos ?? 'VERB')
}

/** "a view that many scholars *dispute*": the clause says something of the view, and not what it is. */
function lacksObject(sentence: Sentence, from: number, page: Page): boolean {
  const clause = sentence.clauses.find(one => one.verb?.finite === true && one.verb.first > from)
  const after = sentence.tokens[(clause?.verb?.last ?? from) + 1]
  if (
    clause?.verb == null ||
    clause.verb.voice === 'passive' ||
    (after !== undefined && after.pos !== 'PUNCT')
  )
    return false
  return page.cues.verbs.get(clause.verb.lemma)?.some(cue => cue.takes.has('np')) === true
}

/** "his claim that X is Y *was* false", "on word that X is Y, *an aide said*": ends before what is not claimed. */
function nounClauseEnd(sentence: Sentence, from: number, page: Page): number {
  let last = sentence.tokens.length - 1
  for (const clause of sentence.clauses) {
    const verb = clause.verb?.first ?? -1
    if (verb <= from || verb > last || !isVerbAround(sentence, verb, from)) continue
    const subject = clause.subject
    const own =
      subject !== null && subject.first > from + 1 && subject.last < verb && !clause.inheritedSubject
    last = (own ? subject.first : verb) - 1
  }
  while (sentence.tokens[last]?.pos === 'CCONJ') last--
  return trimmedEnd(sentence, last, page.quotes)
}
