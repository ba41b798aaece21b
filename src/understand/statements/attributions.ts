/** Finds who is said to say, think or mean what in a whole document. */
import type { Cue } from '../../knowledge/cues.ts'
import type { Span } from '../../record/types.ts'
import type { NounGroup } from '../../text/types.ts'
import { type Attribution, outermost, type Rated, rated } from './attribution.ts'
import { captionAttributions } from './captions.ts'
import { confidenceOf } from './confidence.ts'
import { followOns } from './follow-ons.ts'
import { interviewAttributions } from './interviews.ts'
import { nounAttributions } from './nouns.ts'
import { howOf, type Page, wholeOf } from './page.ts'
import { phraseAttributions } from './phrases.ts'
import { quotedContent } from './quoted.ts'
import type { Quotes } from './quotes.ts'
import { reportedContent } from './reported.ts'
import { type Site, sitesOf } from './sites.ts'
import { spanOf } from './speaker.ts'

/** A "sentence" of more tokens is a table or a list without full stops; the time for it would grow with its square. */
const LONGEST = 400

/** All attributions of a document, in order; none overlaps another. */
export function findAttributions(page: Page): Rated[] {
  const { analysis, cues } = page
  const found = captionAttributions(page)
  for (const sentence of analysis.sentences) {
    if (sentence.tokens.length > LONGEST) continue
    const sites = sitesOf(sentence, cues, page.names.get(sentence.index) ?? []).filter(
      site => !insideQuote(site, page.quotes),
    )
    const quoting = new Set<Site>()
    for (const site of sites) {
      const quoted = fromQuotation(site, page)
      if (quoted.length > 0) quoting.add(site)
      found.push(...quoted)
    }
    for (const site of sites) if (!quoting.has(site)) found.push(...fromReport(site, page))
    found.push(...nounAttributions(sentence, page))
    found.push(...phraseAttributions(sentence, page))
  }
  found.push(...followOns(page, found))
  found.push(...interviewAttributions(page, found))
  return outermost(found.filter(one => !speaksForHim(one, found, page))).map(one =>
    rated(one, confidenceOf(one)),
  )
}

/** "Moon told Abe that …, *his office* said": the words are his; the office only passes them on. */
function speaksForHim(outer: Attribution, found: readonly Attribution[], page: Page): boolean {
  const { source, content } = outer
  if (source === null || !OWN_OFFICE.test(page.analysis.text.slice(...source))) return false
  const [start, end] = content[0] ?? [0, 0]
  return found.some(
    one =>
      one.class === 'saying' &&
      one.complement === 'clause' &&
      one.source !== null &&
      one.source[0] === start &&
      (one.content[0]?.[1] ?? end + 1) <= end,
  )
}

const OWN_OFFICE = /^(?:his|her|their) (?:office|spokes(?:man|woman|person)|staff|team|aides?|lawyers?)$/i

/** What stands in a quotation is the speaker's; a single quoted word may still be the writer's verb. */
function insideQuote(site: Site, quotes: Quotes): boolean {
  const start = site.sentence.tokens[site.verb.head]?.start ?? 0
  const part = quotes.at(start)
  return part !== null && part.words > 2
}

function fromQuotation(site: Site, page: Page): Attribution[] {
  const quoted = quotedContent(site, page.quotes, page.analysis.text)
  if (quoted === null) return []
  const told = site.cue?.takes.has('quote') === true
  if (!told && !(opensBeside(site) && quoted.parts.every(part => part.startsSentence || part.endsSentence)))
    return []
  for (const part of quoted.parts) part.claimed = true
  const attribution = make(site, site.cue, quoted.content, page)
  attribution.complement = 'quote'
  attribution.how = quoted.mixed ? 'mixed' : 'direct'
  attribution.pattern = 'quotation beside its cue'
  return [attribution]
}

/** A verb that is no cue speaks only where it has a subject of its own: "“Never,” she deadpanned". */
function opensBeside(site: Site): boolean {
  return site.verb.finite && site.own !== null && site.verb.voice === 'active'
}

function fromReport(site: Site, page: Page): Attribution[] {
  const { cue } = site
  if (cue === null) return []
  const reported = reportedContent(site, page)
  if (reported === null || isReason(site, cue, page)) return []
  const last = Math.max(site.last, reported.cueLast ?? site.last)
  const attribution = make(site, cue, reported.content, page, last)
  if (attribution.source === null && !speaksUnnamed(site, cue)) return []
  attribution.complement = reported.complement
  attribution.pattern = reported.pattern
  return [attribution]
}

/** "Fear *explains why* Tokyo moved", "…, *which explains* …": a reason, and nobody's words. */
function isReason({ own, speaker, clause }: Site, cue: Cue, { analysis }: Page): boolean {
  if (cue.word !== 'explain') return false
  if (clause.kind === 'relative' && clause.marker === 'which') return true
  return own !== null && speaker !== null && analysis.actorsOf(speaker).length === 0
}

/** "It was reported that", "said: …"; an imperative ("Don’t forget that") attributes nothing. */
function speaksUnnamed(site: Site, cue: Cue): boolean {
  return site.verb.voice === 'passive' || cue.class === 'saying'
}

function make(site: Site, cue: Cue | null, content: Span[], page: Page, last = site.last): Attribution {
  const { tokens } = site.sentence
  const passive = site.verb.voice === 'passive'
  const speaker = passive ? agentOf(site) : site.speaker
  return {
    class: cue?.class ?? 'saying',
    strength: cue?.strength ?? 'neutral',
    how: howOf(content, page.quotes),
    complement: 'clause',
    source: sourceOf(site, speaker),
    speaker,
    cue: [tokens[site.first]?.start ?? 0, tokens[last]?.end ?? 0],
    content,
    sentence: site.sentence,
    hypothetical: isHypothetical(site),
    ofThings: cue?.takes.has('things') === true,
    pattern: '',
  }
}

function isHypothetical({ verb, clause, cue }: Site): boolean {
  if (verb.modal !== null || verb.tense === 'future') return true
  if (verb.negated && cue?.strength !== 'negative') return true
  // "refused to say": an infinitive tells of no saying; "saying that" does.
  return (!verb.finite && clause.marker === 'to') || /^(if|unless|whether)$/.test(clause.marker ?? '')
}

/** "was criticised by the union": the union. */
function agentOf(site: Site): NounGroup | null {
  return site.clause.phrases.find(phrase => phrase.preposition === 'by')?.object ?? null
}

function sourceOf(site: Site, speaker: NounGroup | null): Span | null {
  if (site.verb.voice === 'active' && site.pronoun !== null) {
    const token = site.sentence.tokens[site.pronoun]
    if (token !== undefined) return [token.start, token.end]
  }
  if (speaker === null) return null
  return site.own !== null && site.own.group === speaker ? spanOf(site.sentence, site.own) : wholeOf(speaker)
}
