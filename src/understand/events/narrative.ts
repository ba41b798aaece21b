import type { EventMention } from '../../record/mentions.ts'
import type { Interval } from '../../record/types.ts'
import type { Clause, Sentence, Time } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { innermost, sentenceAt } from '../lookup.ts'

/** A day or a month that a paragraph tells of, from a place in the text on. */
interface Stage {
  from: number
  paragraph: number
  date: Interval
}

/**
 * "In May 2010 commandos raided the ship. Ankara recalled its envoy.": what a paragraph goes on to tell in the simple
 * past is of the time named last in it. Not "has recalled", which is of now, nor "had recalled", which is of before.
 */
export function narrative(
  context: Context,
  mentions: readonly EventMention[],
  drafts: readonly { teller: Clause | null }[],
): EventMention[] {
  const stages = stagesOf(context)
  if (stages.length === 0) return [...mentions]
  return mentions.map((mention, i) => {
    if (mention.dateSpan !== null || mention.status !== 'reported' || mention.refersTo !== null)
      return mention
    if (mention.date.basis !== 'publication') return mention
    const verb = tellingVerb(drafts[i]?.teller ?? null)
    if (!verb?.finite || verb.tense !== 'past' || verb.perfect) return mention
    const paragraph = sentenceAt(context.analysis, mention.trigger[0])?.paragraph
    const stage = stages.findLast(it => it.from <= mention.trigger[0])
    if (stage === undefined || stage.paragraph !== paragraph) return mention
    // A day that its own sentence names besides is nearer than the stage.
    const sentence = sentenceAt(context.analysis, mention.trigger[0])
    const later = context.analysis.times.some(
      it =>
        it.sentence === sentence?.index &&
        it.start > mention.trigger[0] &&
        it.type === 'DATE' &&
        it.interval !== null &&
        stands(innermost(sentence?.clauses ?? [], it.start), drafts[i]?.teller ?? null),
    )
    if (later) return mention
    return { ...mention, date: { ...stage.date, basis: 'relative' } }
  })
}

/** "A truce *brokered by Paris* held": what is said of a noun in passing is of the time of its clause. */
function tellingVerb(teller: Clause | null): Clause['verb'] {
  const passing = teller?.kind === 'participle' && teller.marker === null && teller.verb?.voice === 'passive'
  return (passing ? teller.parent : teller)?.verb ?? null
}

/** In the clause or in one inside it; "…, and Lima signed a pact in August" and "… which it had imposed in 2019" are others. */
function stands(inner: Clause | null, clause: Clause | null): boolean {
  let at = inner
  while (at !== null && at !== clause && at.kind !== 'coordinate' && at.kind !== 'relative') at = at.parent
  return at === clause
}

/** Times of clauses that tell what happened, in the order of the text. */
function stagesOf(context: Context): Stage[] {
  const { sentences, times, published } = context.analysis
  const now = published?.start ?? null
  if (now === null) return []
  const stages: Stage[] = []
  let opened = -1
  for (const time of times) {
    const { interval } = time
    if (interval === null || interval.start === null || interval.end === null) continue
    if (!/^(?:day|month|season|year|range)$/.test(interval.precision) || interval.end >= now) continue
    if (
      time.type !== 'DATE' ||
      (time.relation !== null && /^(?:since|until|till|by|before|after)$/.test(time.relation))
    )
      continue
    const sentence = sentences[time.sentence]
    if (sentence === undefined) continue
    const opens =
      sentence.paragraph !== opened && sentences[sentence.index - 1]?.paragraph !== sentence.paragraph
    if (!tellsPast(context, sentence, time, opens)) continue
    // "The ministers met on Monday. A man was shot in June. …": what is only recalled in between is no stage.
    const last = stages.at(-1)
    const back = last?.paragraph === sentence.paragraph && (last.date.start ?? '') > interval.end
    if (back && time.start > sentence.start + PREPOSED) continue
    opened = sentence.paragraph
    stages.push({ from: time.start, paragraph: sentence.paragraph, date: interval })
  }
  return stages
}

/** "In 2010 …", "On 5 May …": within so many characters of the sentence's beginning. */
const PREPOSED = 12

function tellsPast(context: Context, sentence: Sentence, time: Time, opens: boolean): boolean {
  const clause = innermost(sentence.clauses, time.start)
  const verb = clause?.verb
  if (!clause || !verb?.finite || verb.tense !== 'past' || aside(clause, sentence)) return false
  // "The two had clashed ten days ago. …": at the head of a paragraph the tale goes back to then.
  if (verb.perfect && !opens) return false
  // "the rulings *of* last year", "was tougher *than in* 2014"
  if (
    /\b(?:of|than(?: in)?) (?:the )?$/.test(
      context.analysis.text.slice(Math.max(0, time.start - 12), time.start),
    )
  )
    return false
  // "the *2015* agreement": a time inside another noun is that one's.
  return !sentence.groups.some(
    group =>
      !group.temporal &&
      group.span[0] <= time.start &&
      time.end <= group.span[1] &&
      context.analysis.text.slice(time.end, group.span[1]).trim() !== '',
  )
}

/** "the man who had left in 1990": what another clause recalls is no stage for what follows. */
function aside(clause: Clause, { tokens }: Sentence): boolean {
  // "When the police came in May, clashes broke out": both are of then.
  const leads = clause.first === 0 || tokens[clause.first - 1]?.pos === 'CCONJ'
  if (clause.kind === 'adverbial' && clause.marker === 'when' && leads) return false
  return clause.kind !== 'main' && clause.kind !== 'coordinate'
}
