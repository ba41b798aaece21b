/**
 * Interviews in question and answer: "Q: Is that enough?" / "A: It has to be." Whoever answers is the person
 * whom the article quotes with a cue most often, else the first that it names.
 */
import type { NounGroup, Sentence } from '../../text/types.ts'
import type { Attribution } from './attribution.ts'
import { trimmedEnd } from './ends.ts'
import type { Page } from './page.ts'

const ANSWER = /^A(?:nswer)?[:.] +(?=\S)/
const QUESTION = /^Q(?:uestion)?[:.] +\S/

export function interviewAttributions(page: Page, found: readonly Attribution[]): Attribution[] {
  const { text, sentences } = page.analysis
  const answers: Attribution[] = []
  let asked = false
  let speaker: NounGroup | null = null
  for (let i = 0; i < sentences.length; i++) {
    const first = sentences[i]
    if (first === undefined || sentences[i - 1]?.paragraph === first.paragraph) continue
    const head = text.slice(first.start, first.start + 12)
    if (QUESTION.test(head)) asked = true
    const label = asked ? ANSWER.exec(head) : null
    if (label === null) continue
    speaker ??= whoAnswers(page, found)
    if (speaker === null) return []
    answers.push(answer(page, first, first.start + label[0].length, speaker))
  }
  return answers
}

function answer(page: Page, first: Sentence, start: number, speaker: NounGroup): Attribution {
  const { sentences } = page.analysis
  let last = first
  for (let i = first.index + 1; sentences[i]?.paragraph === first.paragraph; i++) last = sentences[i] ?? last
  const end = Math.max(trimmedEnd(last, last.tokens.length - 1, page.quotes), last.end)
  return {
    class: 'saying',
    strength: 'neutral',
    how: 'direct',
    complement: 'quote',
    source: null,
    speaker,
    cue: [first.start, first.start + 1],
    content: [[start, end]],
    sentence: first,
    hypothetical: false,
    ofThings: false,
    pattern: 'answer in an interview',
  }
}

function whoAnswers(page: Page, found: readonly Attribution[]): NounGroup | null {
  const { analysis } = page
  const counts = new Map<string, { group: NounGroup; count: number }>()
  for (const { speaker, complement } of found) {
    if (speaker === null || !/^(quote|clause)$/.test(complement)) continue
    const person = analysis.actorsOf(speaker).find(actor => actor.type === 'person')
    if (person === undefined) continue
    const entry = counts.get(person.key) ?? { group: speaker, count: 0 }
    entry.count++
    counts.set(person.key, entry)
  }
  let best: { group: NounGroup; count: number } | null = null
  for (const entry of counts.values()) if (best === null || entry.count > best.count) best = entry
  return best?.group ?? firstPerson(page)
}

function firstPerson(page: Page): NounGroup | null {
  const { names, sentences } = page.analysis
  const name = names.find(one => one.type === 'person')
  const sentence = name === undefined ? undefined : sentences[name.sentence]
  return (
    sentence?.groups.find(
      group => name !== undefined && group.first <= name.last && name.first <= group.last,
    ) ?? null
  )
}
