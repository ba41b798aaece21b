/** Asks all questions of the key and says which answers are right. */
import { readFileSync } from 'node:fs'
import { answersTo, queryOf } from '../../../src/analyse/ask/index.ts'
import { viewOf } from '../../../src/analyse/view.ts'
import { parseWith } from '../../../src/cli/question.ts'
import type { Knowledge } from '../../../src/knowledge/index.ts'
import { parseTable } from '../../../src/knowledge/tsv.ts'
import { type SourcedKind, sourceOf } from '../../../src/record/facts.ts'
import type { Record } from '../../../src/record/types.ts'
import { analyse } from '../../../src/text/index.ts'

/** As many as a reader looks at. */
const SEEN = 3
const KINDS: readonly SourcedKind[] = ['event', 'statement', 'position', 'forecast', 'driver']

export interface Marks {
  /** Questions that the record answers, and those with a right answer first. */
  answerable: number
  answered: number
  /** Answers among the first three, and those that are right. */
  shown: number
  right: number
  /** Questions without an answer, and those told so. */
  unanswerable: number
  refused: number
  misses: string[]
}

function rowsOf(dossier: string) {
  const text = readFileSync(new URL('./questions.tsv', import.meta.url), 'utf8')
  return parseTable(text, 'questions.tsv').filter(row => row.dossier === dossier)
}

export async function marksOf(
  dossier: string,
  record: Record,
  knowledge: Knowledge,
  today: string,
): Promise<Marks> {
  const view = await viewOf(sourceOf(record), KINDS)
  const marks: Marks = {
    answerable: 0,
    answered: 0,
    shown: 0,
    right: 0,
    unanswerable: 0,
    refused: 0,
    misses: [],
  }
  for (const { question = '', right = '' } of rowsOf(dossier)) {
    const parsed = parseWith(analyse, question, today, knowledge)
    if (parsed === null) throw new Error(`no question: ${question}`)
    const found = answersTo(queryOf(parsed, view, knowledge), { view, knowledge }).slice(0, SEEN)
    const words = found.map(({ fact }) => JSON.stringify(fact))
    if (right === 'nothing') {
      marks.unanswerable++
      marks.shown += found.length
      if (found.length === 0) marks.refused++
      else marks.misses.push(`${question} — should be nothing: ${words[0]?.slice(0, 160)}`)
      continue
    }
    const isRight = (text: string): boolean => right.split('|').some(it => text.includes(it.trim()))
    marks.answerable++
    marks.shown += found.length
    marks.right += words.filter(isRight).length
    if (words[0] !== undefined && isRight(words[0])) marks.answered++
    else marks.misses.push(`${question} — ${words[0]?.slice(0, 200) ?? 'nothing'}`)
    for (const wrong of words.filter(text => !isRight(text)))
      marks.misses.push(`  beside: ${question} — ${wrong.slice(0, 160)}`)
  }
  return marks
}
