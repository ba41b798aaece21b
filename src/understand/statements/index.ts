import type { Knowledge } from '../../knowledge/index.ts'
import type { StatementMention } from '../../record/mentions.ts'
import type { Analysis } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Attribution } from './attribution.ts'
import { attributions as find } from './attributions.ts'
import { toMentions } from './mentions.ts'

export type { Attribution } from './attribution.ts'

/** Everything that the text attributes to somebody: sayings, findings, stances, beliefs, intentions. */
export function attributions(analysis: Analysis, knowledge: Knowledge): Attribution[] {
  return find(analysis, knowledge.cues)
}

/** The sayings among them, as the record keeps them. */
export function statements(context: Context): StatementMention[] {
  return toMentions(context, attributions(context.analysis, context.knowledge))
}
