/** "Three factors account for the shift. *The first is* fear of Beijing. *The second is* …": each is a cause of what the list is of. */
import type { Span } from '../../../record/types.ts'
import type { Clause, NounGroup, Sentence } from '../../../text/types.ts'
import { type Claim, clauseSide, cueSpan, groupSide, type Pattern, type Side, type Site } from '../claim.ts'

/** Sentences between the head of a list and one of its items. */
const REACH = 8

export const listedPattern: Pattern = site => {
  const { subject, verb, predicate, kind, parent } = site.clause
  if (subject === null || verb?.lemma !== 'be' || verb.negated) return []
  const reason = predicate?.group ?? null
  const isItem = ITEM.test(site.sentence.tokens[subject.head]?.lower ?? '') && subject.phrases.length === 0
  if (isItem)
    return parent === null
      ? claimed(site, itemOf(site), effectBefore(site), cueSpan(site, subject.first, verb.last))
      : []
  // "Why have ties improved? *Pressure from Washington* is the main reason."
  const isReason = reason !== null && REASONS.test(reason.lemma) && reason.phrases.length === 0
  if (!isReason || kind === 'relative' || POINTING.test(subject.lemma)) return []
  return claimed(
    site,
    groupSide(site, subject),
    questionBefore(site),
    cueSpan(site, reason.first, reason.last),
  )
}

function claimed(site: Site, cause: Side | null, effect: Side | null, cue: Span): Claim[] {
  if (cause === null || effect === null) return []
  const { clause } = site
  return [{ cause, effect, cue, sign: 1, driver: true, pattern: 'listed', clause, weight: 0.75 }]
}

/** What was asked a few sentences before: "Why have *ties improved*?". */
function questionBefore({ context, sentence }: Site): Side | null {
  for (let back = 1; back <= ANSWERED; back++) {
    const before = context.analysis.sentences[sentence.index - back]
    const clause = before?.clauses[0]
    if (before !== undefined && clause !== undefined && asksWhy(before))
      return asked({ context, sentence: before, clause })
  }
  return null
}

/** Sentences between a question and the reason that answers it. */
const ANSWERED = 4

const ITEM = /^(?:one|first|second|third|fourth|fifth|last|another|other)$/
const POINTING = /^(?:it|this|that|these|those|he|she|they)$/
const REASONS = /^(?:factor|reason|driver|cause|force|motive|consideration|explanation|thing)$/

/** "The first is *Ukraine itself*", "One is *that Tokyo needs gas*". */
function itemOf(site: Site): Side | null {
  const { predicate, complement } = site.clause
  if (predicate?.group != null) return groupSide(site, predicate.group)
  return complement === null ? null : clauseSide(site, complement)
}

/** What the reasons are given for: "account for *the shift*", "three reasons for *the thaw*", "reasons why *they talk*". */
function effectBefore({ context, sentence }: Site): Side | null {
  for (let back = 1; back <= REACH; back++) {
    const before = context.analysis.sentences[sentence.index - back]
    if (before === undefined) return null
    for (const clause of before.clauses) {
      const found = effectIn({ context, sentence: before, clause })
      if (found !== null) return found
    }
  }
  return null
}

function effectIn(site: Site): Side | null {
  const { clause, sentence } = site
  const { subject, verb, objects, phrases, predicate } = clause
  // "Why have relations improved? …"
  if (asksWhy(sentence)) return clause.parent === null ? asked(site) : null
  const reasons = [subject, predicate?.group, ...objects].find(it => it != null && isReasons(sentence, it))
  if (reasons == null || verb === null) return null
  const why = whyOf(sentence, reasons, clause)
  if (why !== null) return clauseSide(site, why)
  // "There are three reasons *for the thaw*", "*Behind the thaw* lie three factors".
  const behind = [...reasons.phrases, ...phrases].find(
    it => /^(?:for|behind)$/.test(it.preposition) && it.object !== null,
  )
  const effect = behind?.object ?? (reasons === subject && verb.lemma !== 'be' ? objects[0] : undefined)
  return effect == null || effect === reasons ? null : groupSide(site, effect)
}

/** From the first noun on, without the mark of the question: "have *ties improved*?". */
function asked(site: Site): Side | null {
  const first = site.sentence.groups.find(it => !it.temporal)
  const side = clauseSide(site, site.clause)
  return first === undefined ? null : { ...side, span: [first.whole[0], side.span[1] - 1] }
}

function asksWhy({ tokens }: Sentence): boolean {
  return tokens[0]?.lower === 'why' && tokens.length > 3 && tokens.at(-1)?.text === '?'
}

function isReasons({ tokens }: Sentence, group: NounGroup): boolean {
  return REASONS.test(group.lemma) && tokens[group.head]?.lower.endsWith('s') === true
}

function whyOf({ clauses }: Sentence, reasons: NounGroup, within: Clause): Clause | null {
  return (
    clauses.find(
      it => it.marker === 'why' && (it.modifies === reasons || it.parent === within) && it.verb !== null,
    ) ?? null
  )
}
