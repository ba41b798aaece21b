import type { Knowledge } from '../../knowledge/index.ts'
import type { StatementMention } from '../../record/mentions.ts'
import type { Analysis } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Attribution } from './attribution.ts'
import { findAttributions } from './attributions.ts'
import { toMentions } from './mentions.ts'
import { pageOf } from './page.ts'

export type { Attribution } from './attribution.ts'

/** Everything that the text attributes to somebody: sayings, findings, stances, beliefs, intentions. */
export function attributions(analysis: Analysis, knowledge: Knowledge): Attribution[] {
  return findAttributions(pageOf(analysis, knowledge.cues))
}

/** The sayings among them, as the record keeps them. */
export function statements(context: Context): StatementMention[] {
  const page = pageOf(context.analysis, context.knowledge.cues)
  return toMentions(context, page, findAttributions(page))
}
