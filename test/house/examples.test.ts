/**
 * Rows of knowledge whose example the analysis does not yet carry are counted, and may become fewer only: a row that
 * stops working is seen, and so is a new row that never did. Tables whose every row works have tests of their own.
 */
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { type Row, readTable } from '../../src/knowledge/tsv.ts'
import { documentId } from '../../src/record/ids.ts'
import { dayOf } from '../../src/record/interval.ts'
import type { Document } from '../../src/record/types.ts'
import { analyse } from '../../src/text/index.ts'
import type { Clause, Sentence } from '../../src/text/types.ts'
import { type Context, createContext } from '../../src/understand/context.ts'
import { claims } from '../../src/understand/drivers/claims.ts'
import { outlookOf } from '../../src/understand/forecasts/outlook.ts'
import { stanceOf } from '../../src/understand/positions/stance.ts'
import { aDocument } from '../store/made-up.ts'

const knowledge = loadKnowledge()

function contextOf(text: string): Context {
  const document: Document = {
    ...aDocument('a.txt', text),
    id: documentId('', text),
    published: dayOf('2021-05-10'),
  }
  return createContext(document, analyse(text, document, knowledge), knowledge)
}

function inClauses<T>(context: Context, look: (sentence: Sentence, clause: Clause) => T | null): T[] {
  const found = context.analysis.sentences.flatMap(sentence =>
    sentence.clauses.map(clause => look(sentence, clause)),
  )
  return found.filter(it => it !== null)
}

interface Table {
  /** How many rows do not work yet. */
  misses: number
  works(row: Row, context: Context): boolean
}

const TABLES: { [name: string]: Table } = {
  'causal-cues': {
    misses: 47,
    works: ({ sign }, context) => claims(context).some(claim => sign === '' || String(claim.sign) === sign),
  },
  hedges: {
    misses: 4,
    works: ({ own, probability }, context) => {
      const outlooks = inClauses(context, (sentence, clause) => outlookOf(context, sentence, clause))
      return own !== 'yes' || outlooks.some(outlook => outlook.probability === Number(probability))
    },
  },
  stances: {
    misses: 18,
    works: ({ stance }, context) => {
      const taken = inClauses(context, (sentence, clause) => stanceOf(context, sentence, clause))
      return stance === 'inner' ? taken.length > 0 : taken.some(it => it.stance === stance)
    },
  },
  'verb-classes': {
    misses: 9,
    works: ({ lemma }, context) =>
      inClauses(context, (_, clause) => (clause.verb?.lemma === lemma ? clause : null)).length > 0,
  },
}

describe.each(Object.keys(TABLES))('examples of %s.tsv', name => {
  const table = TABLES[name]
  const rows = readTable(name).filter(row => row.example !== '')

  it('are there', () => expect(rows.length).toBeGreaterThan(20))

  it('work, but for those that are known not to', () => {
    const missed = rows.filter(row => table?.works(row, contextOf(row.example ?? '')) !== true)
    const list = missed.map(row => `${row.cue ?? row.word ?? row.lemma}: ${row.example}`).join('\n')
    expect(missed.length, `these do not work:\n${list}`).toBeLessThanOrEqual(table?.misses ?? 0)
  })
})
