/** Few short articles with facts of every kind, as the tests of reliability add them. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const round = (n: number): string => `Round ${n} of the talks on fish

The Harbour Gazette
May ${n}, 2021

The foreign ministers of Norway and Peru met in Oslo on May ${n}, 2021 for round ${n} of their talks. “We talked for ${n} hours,” Peru’s foreign minister said. Norway may impose tariffs on Peruvian salmon if round ${n + 1} fails.
`

const PACT = `Norway and Peru sign fisheries pact

By Ada Holm
The Harbour Gazette
May 3, 2021

Norway’s Prime Minister Erna Dahl met Peruvian President Luis Rojas in Oslo on May 2, 2021. The two leaders signed an agreement on fisheries.

“We will keep our ports open to each other,” Dahl said after the talks. The delays have increased tension between Oslo and Lima, analysts said.
`

const UNDATED = `Ministers to meet again

The Harbour Gazette

The foreign ministers of Norway and Peru will meet in Geneva on July 1, 2021, officials said on Sunday. The meeting follows the talks in Oslo on May 2, at which Dahl and Rojas signed the fisheries pact.
`

/** By name; the first half is there before a piece of work, the other comes by it. */
export const FORMER: { readonly [name: string]: string } = {
  'a-pact.txt': PACT,
  'b-round.txt': round(4),
  'c-round.txt': round(5),
}
export const LATER: { readonly [name: string]: string } = {
  'd-round.txt': round(11),
  'e-again.txt': UNDATED,
  'f-round.txt': round(12),
  // Told once more from another source: the document names both.
  'g-pact.txt': PACT,
}

export function writeTexts(folder: string, texts: { readonly [name: string]: string }): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  return folder
}

/** More of the same, numbered; each with a word that no packing makes shorter, so that few of them fill a page. */
export function manyTexts(count: number): { [name: string]: string } {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const text = round((i % 27) + 1).replace(/^Round \d+/, `Round ${i + 1}`)
      const word = createHash('sha512').update(String(i)).digest('hex')
      return [
        `${String(i + 1).padStart(4, '0')}.txt`,
        `${text}\nIt was dispatch number ${i + 1}, ${word}${word}.\n`,
      ]
    }),
  )
}
