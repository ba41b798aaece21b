import type { FurnitureRule } from './rule.ts'
import { END_MATTER } from './rules/end-matter.ts'
import { LABELS } from './rules/labels.ts'
import { OTHERS } from './rules/others.ts'
import { PROMPTS } from './rules/prompts.ts'
import { TOOLS } from './rules/tools.ts'

/** All rules; the first that takes a line names the reason. */
export const FURNITURE: readonly FurnitureRule[] = [...PROMPTS, ...TOOLS, ...OTHERS, ...END_MATTER, ...LABELS]

const LONGEST = Math.max(...FURNITURE.map(rule => rule.most))

/** The first rule that takes a line, or null. `edge`: the line stands outside the paragraphs proper. */
export function furnitureRule(text: string, edge: boolean): FurnitureRule | null {
  if (text.length > LONGEST) return null
  for (const rule of FURNITURE) {
    if (text.length > rule.most || (rule.where === 'edge' && !edge)) continue
    if (rule.patterns.some(pattern => pattern.test(text))) return rule
  }
  return null
}
