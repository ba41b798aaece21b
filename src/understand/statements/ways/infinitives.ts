/** Infinitives and gerunds: "wants to …", "urged both sides to …", "denied firing first". */
import type { Cue } from '../../../knowledge/cues.ts'
import type { Sentence } from '../../../text/types.ts'
import { clauseEnd, spanFrom } from '../ends.ts'
import type { Page } from '../page.ts'
import type { Site } from '../sites.ts'
import { type Reported, reported } from './way.ts'

export function infinitive(site: Site, cue: Cue, page: Page): Reported | null {
  // "is believed to be", "are said to have left": whatever is said of somebody can be told like that.
  // "was supposed to" tells of a duty.
  const told = site.verb.voice === 'passive' && cue.takes.has('that') && cue.word !== 'suppose'
  if (!told && !['to', 'obj-to', 'prep-obj-to'].some(name => cue.takes.has(name))) return null
  const from = infinitiveStart(site, cue)
  if (from === null) return null
  if (site.verb.voice === 'passive') return expectedOf(site, from, page)
  return reported(
    site.sentence,
    from,
    clauseEnd(site, from, page, true),
    'infinitive',
    'infinitive after the cue',
  )
}

/** "The talks are expected to resume": the subject is part of what is expected. */
function expectedOf(site: Site, from: number, page: Page): Reported | null {
  const { sentence, own } = site
  const act = spanFrom(sentence, from, clauseEnd(site, from, page, true))
  const subject = own === null ? null : spanFrom(sentence, own.first, sentence.tokens[own.last]?.end ?? 0)
  if (act === null) return null
  const content = subject === null ? [act] : [subject, act]
  return { content, complement: 'infinitive', pattern: 'subject and infinitive', cueLast: null }
}

/** The token at which "to …" begins, or the group that is to do it. */
export function infinitiveStart(site: Site, cue: Cue): number | null {
  const { tokens, groups, clauses } = site.sentence
  const reach = cue.takes.has('to') && !cue.takes.has('obj-to') ? 5 : 14
  for (let i = site.last + 1; i < tokens.length && i <= site.last + reach; i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;:]$/.test(token.text)) return null
    if (token.lower === 'to' && verbFollows(site.sentence, i)) {
      const addressee = groups.find(group => group.first > site.last && group.last < i)
      // "urged Tehran to stop": what is urged begins with whoever is to do it; "told Tehran to stop" does not.
      return addressee !== undefined && !cue.takes.has('to') ? addressee.first : i
    }
    if (
      token.lower === 'that' ||
      clauses.some(clause => clause.verb?.finite === true && clause.verb.first === i)
    )
      return null
  }
  return null
}

export function verbFollows(sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i < at + 4; i++) {
    const token = sentence.tokens[i]
    if (token === undefined) return false
    if (token.form === 'base' || token.lower === 'be' || token.lower === 'have') return true
    if (token.pos !== 'ADV') return false
  }
  return false
}

export function gerund(site: Site, cue: Cue, page: Page): Reported | null {
  const from = site.last + 1
  if (!cue.takes.has('ing') || site.sentence.tokens[from]?.form !== 'gerund') return null
  return reported(
    site.sentence,
    from,
    clauseEnd(site, from, page, true),
    'infinitive',
    'gerund after the cue',
  )
}
