import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/knowledge/tsv.ts'
import { attributions } from '../../../src/understand/statements/index.ts'
import { contextOf } from '../reading.ts'
import { parseMarks } from './marks.ts'

const rows = readTable('cues').filter(row => row.example !== undefined && row.example !== '')

describe('cues.tsv', () => {
  it('gives every word once', () => {
    const seen = readTable('cues').map(row => [row.part, row.word, row.particle].join(' '))
    expect(seen.filter((name, i) => seen.indexOf(name) !== i)).toEqual([])
  })

  it.each(rows.map(row => [row.word ?? '', row.example ?? '', row.class ?? '']))(
    '%s: %s',
    (_word, example, kind) => {
      const { text, speaker, content } = parseMarks(example)
      const found = attributions(contextOf(text))
      const seen = found.map(one => ({
        class: one.class,
        speaker: one.source === null ? null : text.slice(...one.source),
        content: one.content.map(span => text.slice(...span)),
      }))
      expect(seen).toContainEqual({
        class: kind,
        speaker: speaker === null ? null : text.slice(...speaker),
        content: content.map(span => text.slice(...span)),
      })
    },
  )
})
