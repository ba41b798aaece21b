import { FURNITURE, type FurnitureRule } from './rules.ts'

/** The first rule that takes a line, or null. `edge`: the line stands outside the paragraphs proper. */
export function furnitureRule(text: string, edge: boolean): FurnitureRule | null {
  for (const rule of FURNITURE) {
    if (text.length > rule.most || (rule.where === 'edge' && !edge)) continue
    if (rule.pattern.test(text)) return rule
  }
  return null
}
