/** The words of a title, and titles behind a name: "Wang Yi, China's foreign minister,". */

import type { Scene, Segment } from './segments.ts'
import type { FoundTitle } from './titles.ts'

/** As written, with what its office is for: "minister of foreign affairs", "Deputy Secretary of State". */
export function titleText(scene: Scene, title: FoundTitle): string {
  const { tokens } = scene.sentence
  const start = tokens[title.first]?.start ?? 0
  const end = tokens[title.last]?.end ?? start
  return scene.text.slice(start, end)
}

/** How many words an apposition may have before its title. */
const REACH = 9

export function titleAfter(scene: Scene, segment: Segment): string | null {
  const { tokens } = scene.sentence
  if (tokens[segment.last + 1]?.text !== ',') return null
  for (let i = segment.last + 2; i < Math.min(tokens.length, segment.last + 2 + REACH); i++) {
    const token = tokens[i]
    if (token === undefined) return null
    const found = scene.titles.get(i)
    if (found !== undefined && found.first > segment.last + 1 && found.title.kind !== 'honorific') {
      // "Kim, Minister Lee said": a title in front of another name is that one's.
      const next = tokens[i + 1]
      if (next !== undefined && /^\p{Lu}/u.test(next.text) && token.text !== token.lower) return null
      return titleText(scene, found)
    }
    if (
      token.text === ',' ||
      token.text === ';' ||
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      token.pos === 'SCONJ' ||
      token.lower === 'and'
    )
      return null
    if (token.pos === 'ADP' && token.lower !== 'of') return null
  }
  return null
}
