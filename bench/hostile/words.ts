/** Words of pages that mean to be taken for something else: by a terminal, a spreadsheet, an eye. */
import type { Hostile } from './corpus.ts'

export const TRICKS: { readonly [name: string]: string } = {
  'clears the screen': '\u001b[2J\u001b[H',
  'colours, and does not stop': '\u001b[31;5m',
  'sets the title of the window': '\u001b]0;owned\u0007',
  'links elsewhere': '\u001b]8;;http://evil.example\u001b\\here\u001b]8;;\u001b\\',
  'writes with one-byte codes': '\u009b31m\u0090x\u009c',
  'goes back': 'yes\b\b\bno',
  'writes over the line': 'Norway\rPeru',
  rings: '\u0007\u0007',
  'turns the reading order round': '\u202eolsO ni tem\u202c',
  'hides between isolates': '\u2066\u202e\u2067evil\u2069\u2069',
  'is a formula': '=HYPERLINK("http://evil.example","x")',
  'is a formula after a space': ' \t=1+1',
  'is a formula with a plus': "+cmd|' /C calc'!A0",
  'is a formula with a minus': "-2+3+cmd|' /C calc'!A0",
  'is a formula with an at': '@SUM(1+1)',
  'is a formula in wide letters': '＝1+1',
  'ends the cell': '","=1+1","',
  'ends the line': 'x\r\n=1+1,y',
  'ends the table': '| x |\n\n# owned\n\n[x](javascript:alert(1))',
  'is a picture': '![x](http://evil.example/track.png)',
  'is a tag': '<img src=x onerror=alert(1)>',
  'looks like another letter': 'Nоrwаy',
  'is full of nothing': 'N\u200bo\u200dr\u2060w\u00ada\ufeffy',
  'is a lone surrogate': '\ud800',
}

/** As entities, so that they come through whatever cleans the bytes. */
const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `&#${text.charCodeAt(i)};`).join('')

function page(name: string, trick: string, index: number): string {
  const day = (index % 27) + 1
  const words = escaped(trick)
  return `<!doctype html><html><head><title>${words} in Oslo, round ${index}</title><meta property="og:site_name" content="${words} Gazette">
<meta name="author" content="${words} Holm"><meta property="article:published_time" content="2021-05-${String(day).padStart(2, '0')}T08:00:00Z"></head>
<body><article><h1>${words} in Oslo, round ${index}</h1><p>Norway’s Prime Minister Erna ${words} Dahl met Peruvian President Luis Rojas in Oslo on May ${day}, 2021, at a meeting that ${name}.</p>
<p>“${words} We will keep our ports open,” Dahl said. Peru may impose tariffs on salmon because of ${words} the delay.</p></article></body></html>`
}

const names = Object.entries(TRICKS)

export const WORDS: Hostile = Object.fromEntries(
  names.flatMap(([name, trick], i) => [
    [`a page that ${name}`, () => page(name, trick, i)],
    [
      `an article in JSON that ${name}`,
      () =>
        JSON.stringify({
          title: `${trick} and more`,
          author: `${trick} Quispe`,
          outlet: `${trick} Monitor`,
          published: '2021-06-10',
          section: trick,
          url: `https://x.example/${trick}`,
          text: `${trick} Peru summoned Norway’s ambassador on Wednesday. “${trick},” President Luis Rojas said in Lima. Norway ${trick} rejected the accusation ${i}.`,
        }),
    ],
  ]),
)
