import { describe, expect, test } from 'vitest'
import { loadEventHeads } from '../../src/knowledge/event-heads.ts'
import { readTable } from '../../src/knowledge/tsv.ts'

describe('event-heads.tsv', () => {
  const heads = loadEventHeads()

  test.each(readTable('event-heads').filter(row => row.heads))('$class: each of its heads is found', row => {
    for (const head of (row.heads ?? '').split('|')) expect(heads.classOf(head.trim())).toBeDefined()
  })

  const quoted = readTable('event-heads').filter(row => (row.example ?? '').includes('"'))
  test.each(quoted)('$class: the words of its example name it: $example', row => {
    const phrases = [...(row.example ?? '').matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '')
    for (const phrase of phrases) {
      const words = phrase
        .split(/[^\p{L}]+/u)
        .flatMap(word => [word, word.replace(/d$/, ''), word.replace(/s$/, '')])
      expect(words.map(word => heads.classOf(word)?.name)).toContain(row.class)
    }
  })

  test('the last word of a joined head decides where the whole is not listed', () => {
    expect(heads.classOf('trade-talks')?.name).toBe(heads.classOf('talks')?.name)
    expect(heads.classOf('call')?.name).not.toBe(heads.classOf('summit')?.name)
    expect(heads.classOf('unheard-of-thing')).toBeUndefined()
  })
})
