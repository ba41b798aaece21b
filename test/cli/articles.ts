/** Articles written for the tests of the command line: two invented outlets on Norway and Peru. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const ARTICLES: { readonly [name: string]: string } = {
  'one.txt': `Norway and Peru sign fisheries pact

By Ada Holm
The Harbour Gazette
May 3, 2021

Norway’s Prime Minister Erna Dahl met Peruvian President Luis Rojas in Oslo on May 2, 2021. The two leaders signed an agreement on fisheries.

“We will keep our ports open to each other,” Dahl said after the talks.

Peru’s foreign ministry said it may impose tariffs on salmon if the pact is delayed.
`,
  'two.html': `<!doctype html><html lang="en"><head><title>Lima weighs salmon tariff | Andes Monitor</title>
<meta property="og:site_name" content="Andes Monitor"><meta property="article:published_time" content="2021-06-10T08:00:00Z">
<meta name="author" content="Rosa Quispe"></head><body><article><h1>Lima weighs salmon tariff</h1>
<p>Peru summoned Norway’s ambassador on Wednesday and protested against delays in the fisheries agreement.</p>
<p>“Norway has broken its word,” President Luis Rojas said in Lima.</p>
<p>Norway rejected the accusation. The delays have increased tension between Oslo and Lima, analysts said.</p>
</article></body></html>`,
  'three.txt': `Ministers to meet again

The Harbour Gazette
June 20, 2021

The foreign ministers of Norway and Peru will meet in Geneva on July 1, 2021, officials said. Norway could offer compensation to Peruvian fishermen by the end of the year.

The meeting follows the talks in Oslo on May 2, at which Dahl and Rojas signed the fisheries pact.
`,
}

export function writeArticles(folder: string, names = Object.keys(ARTICLES)): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), ARTICLES[name] ?? '')
  }
}
