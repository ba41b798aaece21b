/** What a span's own words tell, whatever stands around them. */
import type { Knowledge } from '../../../knowledge/index.ts'
import type { Token } from '../../types.ts'
import type { Stretch } from '../chunks.ts'
import { type Word, wordOf } from './words.ts'

/** A span with its text and its words; "4FM" is one word, although the tagger has cut it. */
export interface Phrase extends Stretch {
  text: string
  texts: readonly string[]
  words: readonly Word[]
  tail: string
}

export function phraseOf({ first, last }: Stretch, tokens: readonly Token[], knowledge: Knowledge): Phrase {
  const texts: string[] = []
  let text = ''
  for (let i = first; i <= last; i++) {
    const word = tokens[i]?.text ?? ''
    texts.push(word)
    text += i > first && tokens[i]?.start !== tokens[i - 1]?.end ? ` ${word}` : word
  }
  const one = texts.length > 1 && !text.includes(' ') && /^\d+\p{L}+$/u.test(text)
  const words = (one ? [text] : texts).map(word => wordOf(word, knowledge))
  return { first, last, text, texts, words, tail: words[words.length - 1]?.main ?? '' }
}

export function innerFeatures({ text, texts, words }: Phrase, knowledge: Knowledge): string[] {
  const count = words.length
  const [head] = words
  const tail = words[count - 1]
  if (head === undefined || tail === undefined) return []
  const size = Math.min(count, 6)
  const features = [`n${size}`]
  if (count <= 3) features.push(`W ${text}`)
  let classes = ''
  let shapes = ''
  let has = ''
  for (const { main, shape } of words) {
    classes += main
    shapes += `${shape} `
    if (!has.includes(main)) has += main
  }
  features.push(count <= 5 ? `C ${classes}` : `C ${classes.slice(0, 2)}*${classes.slice(-2)}`)
  if (count <= 5) features.push(`S ${shapes}`)
  if (count > 1 && !text.includes(' ')) features.push('glued')
  for (const main of has) features.push(`h${main}`)
  features.push(`t ${tail.suffix}`, `t${size} ${tail.flags}`, `y${size} ${tail.sound} ${tail.main}`)
  lists(features, text, count, knowledge)
  if (count > 1) several(features, texts, head, tail)
  return features
}

function several(features: string[], texts: readonly string[], head: Word, tail: Word): void {
  const last = texts.length - 1
  features.push(`F ${texts[0]}`, `L ${texts[last]}`, `f ${head.flags}`, `fl ${head.main}${tail.main}`)
  features.push(`yf ${head.sound} ${head.main}`)
  texts.forEach((word, i) => {
    if (i > 0 && i < last) features.push(`M ${word}`)
    // "Ministry *of*", "Battle *of*"
    if (word === 'of' || word === 'for') features.push(`H ${texts[i - 1]} ${word}`)
  })
}

/** In which of the long lists the whole span stands. */
function lists(features: string[], text: string, count: number, { gazetteer, people }: Knowledge): void {
  const body = gazetteer.bodyKind(text)
  if (body !== null) features.push(`B ${body}`)
  const other = gazetteer.otherKind(text)
  if (other !== null) features.push(`O ${other}`)
  const place = gazetteer.placeKind(text)
  if (place !== null) features.push(`Z ${place}`)
  if (count === 1 && people.byFamily(text).length > 0) features.push('leader')
}
