/**
 * Articles for growth, as many as are asked for and always the same. The sample dossiers' paragraphs are told again
 * of other pairs of states and other years, so that events do not pile up on two states and a few days; and each
 * telling is cut three times into articles of three outlets, as an archive has one event from several of them.
 */
import { loadStates, type State } from '../src/knowledge/states.ts'
import { MONTHS, makeParagraphs, type Paragraph, shift, WORDS } from './articles.ts'

export interface Told {
  name: string
  page: string
}

const OUTLETS = ['The Morning Example', 'Example Wire', 'The Example Post']
const YEARS = 20

/** States with one capital and an adjective, but for those of the sample: what their names are replaced by. */
function others(): State[] {
  const own = new Set(['KOR', 'JPN', 'PRK', 'CHN', 'USA'])
  return loadStates().all.filter(
    it => it.kind === 'state' && !own.has(it.iso3) && it.capitals.length > 0 && it.adjectives.length > 0,
  )
}

const names = (state: State): string[] => [
  state.name,
  state.adjectives[0] ?? state.name,
  state.capitals[0] ?? state.name,
]

/** Tells a text of another pair; the first pair of all is Japan and South Korea themselves. */
function teller(pair: number, states: readonly State[]): (text: string) => string {
  if (pair === 0) return text => text
  const [first, second] = [states[(pair * 2) % states.length], states[(pair * 2 + 1) % states.length]]
  if (first === undefined || second === undefined) throw new Error('there are no states to tell of')
  const from = ['South Korea', 'South Korean', 'Seoul', 'Japan', 'Japanese', 'Tokyo']
  const to = [...names(first), ...names(second)]
  const all = /\b(South Korean|South Korea|Seoul|Japanese|Japan|Tokyo)\b/g
  return text => text.replace(all, found => to[from.indexOf(found)] ?? found)
}

function pageOf(number: number, outlet: string, published: string, taken: readonly string[]): string {
  const [year, month, day] = published.split('-')
  const title = `${taken[0]?.split(/\s+/).slice(0, 9).join(' ')} (${number})`
  const date = `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`
  return `${title}\n\nBy Robin Example\n${outlet}\n\n${date}\n\n${taken.join('\n\n')}\n`
}

/** One cutting of one telling: paragraphs from `offset` on, some `WORDS` an article. */
function* cut(paragraphs: readonly Paragraph[], offset: number): Generator<Paragraph[]> {
  let taken: Paragraph[] = []
  let words = 0
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[(i + offset) % paragraphs.length]
    if (paragraph === undefined) return
    taken.push(paragraph)
    words += paragraph.words
    if (words < WORDS) continue
    yield taken
    ;[taken, words] = [[], 0]
  }
}

export async function* tellings(count: number): AsyncGenerator<Told> {
  const all = await makeParagraphs()
  const states = others()
  let number = 0
  for (let world = 0; ; world++) {
    const [back, pair] = [world % YEARS, Math.floor(world / YEARS)]
    const tell = teller(pair, states)
    for (const [i, outlet] of OUTLETS.entries()) {
      for (const taken of cut(all, i * 3)) {
        if (++number > count) return
        const texts = taken.map(({ text }) => tell(shift(text, back)))
        const published = shift(taken[0]?.published ?? '', back)
        yield {
          name: `${String(number).padStart(7, '0')}.txt`,
          page: pageOf(number, outlet, published, texts),
        }
      }
    }
  }
}
