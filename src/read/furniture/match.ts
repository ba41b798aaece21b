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
export function furnitureRule(line: string, edge: boolean): FurnitureRule | null {
  if (line.length > LONGEST) return null
  const answers = edge ? atEdge : within
  let answer = answers.get(line)
  if (answer === undefined) {
    answer = firstRule(unboxed(line), edge)
    if (answers.size >= REMEMBERED) answers.clear()
    answers.set(line, answer)
  }
  return answer
}

/** The head, the cleaning and the marks of a page ask for the same lines in turn: the last answers are kept. */
const REMEMBERED = 400
const atEdge = new Map<string, FurnitureRule | null>()
const within = new Map<string, FurnitureRule | null>()

function firstRule(text: string, edge: boolean): FurnitureRule | null {
  for (const rule of FURNITURE) {
    if (text.length > rule.most || (rule.where === 'edge' && !edge)) continue
    if (rule.patterns.some(pattern => pattern.test(text))) return rule
  }
  return null
}

/** "<MOST READ>", "[Related articles]", "■ More from World", "*** Trending ***": the words of a heading that is set off by signs. */
function unboxed(line: string): string {
  if (line.length > 90) return line
  const inside =
    /^(?:<\s?([^<>]{3,60}?)\s?>|\[\s?([^[\]]{3,60}?)\s?\]|【([^】]{2,40})】|[■▶►●◆▲*=-]{1,4}\s?([^■▶►●◆▲*=]{3,60}?)\s?[■●◆▲*=-]{0,4})$/u.exec(
      line,
    )
  const words = inside === null ? null : (inside[1] ?? inside[2] ?? inside[3] ?? inside[4] ?? null)
  return words !== null &&
    OTHERS.some(rule => rule.takes === 'rest' && rule.patterns.some(p => p.test(words)))
    ? words
    : line
}
