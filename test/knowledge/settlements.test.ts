import { describe, expect, it } from 'vitest'
import { parseDossier } from '../../src/knowledge/dossier.ts'

const settlementsIn = (rows: string) => parseDossier(`settlements:\n${rows}`, 'dossier.yaml').settlements

describe('settlements in dossier.yaml', () => {
  it('are read with their reason and their day', () => {
    expect(
      settlementsIn(
        '  - {forecast: 1a2b3c4d, outcome: happened, reason: The gazette says so, date: 2031-05-03}',
      ),
    ).toEqual([
      { forecast: '1a2b3c4d', outcome: 'happened', reason: 'The gazette says so', date: '2031-05-03' },
    ])
  })

  it.each([
    [
      'an outcome that is none',
      '{forecast: 1a2b, outcome: maybe, reason: So}',
      /settlements\[0\]\.outcome: "maybe" is none of happened/,
    ],
    ['no reason', '{forecast: 1a2b, outcome: open}', /settlements\[0\]\.reason: say why/],
    [
      'too little of an id',
      '{forecast: 1, outcome: open, reason: So}',
      /settlements\[0\]\.forecast: "1" is not the id/,
    ],
    [
      'a day that is none',
      '{forecast: 1a2b, outcome: open, reason: So, date: 2031-02-30}',
      /settlements\[0\]\.date: "2031-02-30"/,
    ],
    [
      'another key',
      '{forecast: 1a2b, outcome: open, reason: So, by: me}',
      /settlements\[0\]\.by: no such key/,
    ],
    ['a word', 'happened', /settlements\[0\]: a settlement is written as/],
  ])('tell %s', (_, row, fault) => {
    expect(() => settlementsIn(`  - ${row}`)).toThrow(fault)
  })
})
