/**
 * A habit of pages that puts lines beside an article. Patterns are tried on single lines, one pattern a wording;
 * the examples are lines that it must take, the counter-examples lines of articles that it must leave.
 */
export interface FurnitureRule {
  reason: string
  /** Longest line that it may take, in characters. */
  most: number
  /** `edge`: only before the first or after the last paragraph proper, where an article's own words do not stand. */
  where: 'anywhere' | 'edge'
  /** `rest`: what follows is furniture as well, as far as it does not read like the article. */
  takes: 'line' | 'rest'
  patterns: readonly RegExp[]
  examples: readonly string[]
  counterExamples: readonly string[]
}
