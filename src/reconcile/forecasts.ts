/** Statements about the future, each with what came of it. */
import { shortHash } from '../record/ids.ts'
import { toDays } from '../record/interval.ts'
import type { ForecastMention } from '../record/mentions.ts'
import type { Forecast } from '../record/types.ts'
import { combined } from './confidence.ts'
import { type Context, type Told, toldOf } from './context.ts'
import type { Events } from './events/index.ts'
import { settler } from './outcomes.ts'
import { passagesOf } from './passages.ts'
import { groupByWords } from './same-words.ts'

type Made = Told<ForecastMention> & { by: string | null }

/** Copies and quotations of one forecaster; two documents that expect alike themselves are two forecasters. */
function maybeOne(a: Made, b: Made): boolean {
  if (a.mention.document === b.mention.document || a.mention.negated !== b.mention.negated) return false
  if (a.source.origin === b.source.origin) return true
  return a.by !== null && a.by === b.by
}

/** The day of the latest document. */
function newestOf(context: Context): number {
  const days = context.documents.flatMap(({ published }) =>
    published?.end == null ? [] : [toDays(published.end)],
  )
  return days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}

export function forecasts(context: Context, events: Events): Forecast[] {
  const settle = settler(events, newestOf(context))
  const made = toldOf(context, 'forecast').map((told): Made => {
    const { by, document } = told.mention
    return { ...told, by: by === null ? null : context.actors.of(document, by) }
  })
  return groupByWords(made, ({ mention }) => mention.text, maybeOne).flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const { text, probability, horizon } = first.mention
    return [
      {
        id: shortHash('forecast', first.mention.id),
        text,
        by: first.by,
        probability,
        horizon,
        ...settle(first.mention, first.source),
        confidence: combined(
          group.map(it => ({ origin: it.source.origin, confidence: it.mention.confidence })),
        ),
        evidence: passagesOf(group.map(it => ({ document: it.source.document, span: it.mention.span }))),
      },
    ]
  })
}
