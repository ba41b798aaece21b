/** Event mentions → events: within each document, then across documents. */
import { byCodePoint } from '../../record/ids.ts'
import { byDate } from '../../record/interval.ts'
import { type Context, toldOf } from '../context.ts'
import { push } from '../lists.ts'
import type { Receipt } from '../types.ts'
import { type Cluster, clusterAcross } from './across.ts'
import { type Assembled, assemble, type Cast } from './assemble.ts'
import { type Link, receiptsOf } from './links.ts'
import type { Profile } from './profile.ts'
import { mergeRules } from './rules/index.ts'
import { insideOf } from './rules/place.ts'
import { stateFinder, type Telling, teller } from './telling.ts'
import { clusterWithin } from './within.ts'

export interface Events {
  /** By date, then id. */
  all: Assembled[]
  /** The event that a mention became part of. */
  of(mention: string): Assembled | undefined
  receipts(): Receipt[]
}

export function events(context: Context): Events {
  const rules = mergeRules(context.knowledge)
  const tell = teller(context.actors, context.knowledge)
  const byDocument = new Map<string, Telling[]>()
  for (const { mention, source } of toldOf(context, 'event'))
    push(byDocument, mention.document, tell(mention, source))
  const links: Link[] = []
  const locals: Profile[] = [...byDocument.values()].flatMap(tellings =>
    clusterWithin(tellings, rules.within, links),
  )
  const cast: Cast = {
    stateOf: stateFinder(context.actors, context.knowledge),
    describedAs: id => context.actors.get(id)?.nodes[0]?.actor.key ?? id,
  }
  const inside = insideOf(context.knowledge)
  const all = clusterAcross(locals, rules.across, context.knowledge.issueFamilies, links)
    .map((cluster: Cluster) => assemble(cluster, context.knowledge, inside, cast))
    .sort((a, b) => byDate(a.event.date, b.event.date) || byCodePoint(a.event.id, b.event.id))
  const byMention = new Map<string, Assembled>()
  for (const it of all) for (const { mention } of it.tellings) byMention.set(mention.id, it)
  return {
    all,
    of: mention => byMention.get(mention),
    receipts: () =>
      links.flatMap(link =>
        receiptsOf(
          link,
          byMention.get(link.b.mention.id)?.event.id ?? '',
          link.within ? rules.within : rules.across,
        ),
      ),
  }
}
