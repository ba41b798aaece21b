import type { StatementMention } from '../../record/mentions.ts'
import type { Context } from '../context.ts'
import { once } from '../once.ts'
import type { Rated } from './attribution.ts'
import { findAttributions } from './attributions.ts'
import { toMentions } from './mentions.ts'
import { type Page, pageOf } from './page.ts'

export type { Rated as Attribution } from './attribution.ts'

/** Everything that the text attributes to somebody: sayings, findings, stances, beliefs, intentions. */
export function attributions(context: Context): readonly Rated[] {
  return found(context).all
}

const found = once((context: Context): { page: Page; all: readonly Rated[] } => {
  const page = pageOf(context.analysis, context.knowledge.cues)
  return { page, all: findAttributions(page) }
})

/** The sayings among them, as the record keeps them. */
export function statements(context: Context): StatementMention[] {
  const { page, all } = found(context)
  return toMentions(context, page, all)
}
