import { expect, test } from 'vitest'
import { attributions } from '../../../src/understand/statements/index.ts'
import { contextOf } from '../reading.ts'

/** Plain sayings in every combination of who says it, how it is said and what: the bread of reporting. */
const SPEAKERS = [
  'Oakes',
  'Ana Ruiz, a lawyer for the family,',
  'Two officials familiar with the talks',
  'A spokesman for the ministry',
  'The company, which owns the mill,',
  'Republican strategist Amos Kettle',
  'She',
]
const CUES = ['said', 'said Monday', 'said in a statement', 'told reporters', 'insisted']
const CONTENTS = [
  'the plan would fail',
  'prices had risen',
  'more than half of the money was gone',
  'if prices rise, the bank will act',
  'the governor, who is ill, will not run',
  'what happened was a mistake',
]

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
const lower = (words: string) =>
  /^(The|A|Two|Most|She)\b/.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words
const bare = (words: string) => words.replace(/,$/, '')

function misses(text: string, source: string, content: string): string[] {
  const found = attributions(contextOf(text))
  const right = found.some(
    one =>
      one.source !== null &&
      bare(text.slice(...one.source)) === bare(source) &&
      one.content.map(span => text.slice(...span)).join('|') === content,
  )
  return right ? [] : [text]
}

test('plain sayings are found in nearly every combination', () => {
  let all = 0
  const missed: string[] = []
  const check = (text: string, source: string, content: string) => {
    all++
    missed.push(...misses(text, source, content))
  }
  for (const speaker of SPEAKERS)
    for (const cue of CUES)
      for (const content of CONTENTS) {
        check(`${speaker} ${cue} that ${content}.`, speaker, `that ${content}`)
        check(`${speaker} ${cue} ${content}.`, speaker, content)
        if (!cue.startsWith('said')) continue
        check(`${capital(content)}, ${lower(speaker)} ${cue}.`, lower(speaker), capital(content))
        check(`"${capital(content)}," ${lower(speaker)} ${cue}.`, lower(speaker), `"${capital(content)},"`)
      }
  expect(missed.length / all, missed.join('\n')).toBeLessThan(0.03)
})
