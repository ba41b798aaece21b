/** The project's own passages (`training/statements/passages.tsv`) and how well the attributions fit them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseTable } from '../../../src/knowledge/tsv.ts'
import type { Span } from '../../../src/record/types.ts'
import { type Attribution, attributions } from '../../../src/understand/statements/index.ts'
import { contextOf } from '../reading.ts'

export interface Due {
  source: Span[]
  cue: Span[]
  content: Span[]
}

export interface Passage {
  kind: string
  text: string
  due: Due[]
  /** Never trained on or tuned for: the key. */
  heldOut: boolean
}

export interface Tally {
  due: number
  found: number
  content: number
  /** Of those found: with the right speaker, or none due. */
  speaker: number
}

export const TABLE = new URL('../../../training/statements/passages.tsv', import.meta.url)

export function readPassages(): Passage[] {
  return parseTable(readFileSync(TABLE, 'utf8'), 'passages.tsv').map(({ kind = '', passage = '' }) => ({
    kind,
    ...parse(passage),
    heldOut: /^[0-3]/.test(createHash('sha1').update(passage).digest('hex')),
  }))
}

const PARTS = { '{': 'source', '[': 'cue', '<': 'content' } as const
const CLOSERS = /[}\]>]/

/** `{1,2|She} [1|said] <1|no> and [2|left] <2|a note>`: the marks are taken out, and say what is due. */
function parse(marked: string): { text: string; due: Due[] } {
  const due = new Map<string, Due>()
  let text = ''
  let open: { part: keyof Due; ids: string[]; from: number } | null = null
  const source = marked.replaceAll(' ¶ ', '\n\n')
  for (let i = 0; i < source.length; i++) {
    const c = source[i] ?? ''
    if (c === '{' || c === '[' || c === '<') {
      const ids = /^[\d,]+(?=\|)/.exec(source.slice(i + 1))?.[0]
      if (ids !== undefined) i += ids.length + 1
      open = { part: PARTS[c], ids: (ids ?? '1').split(','), from: text.length }
    } else if (open !== null && CLOSERS.test(c)) {
      for (const id of open.ids) {
        const one = due.get(id) ?? { source: [], cue: [], content: [] }
        one[open.part].push([open.from, text.length])
        due.set(id, one)
      }
      open = null
    } else text += c
  }
  return { text, due: [...due.values()].filter(one => one.content.length > 0) }
}

const sizeOf = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0)

/** How much of two sets of spans is shared, of all that either holds. */
export function iou(some: readonly Span[], others: readonly Span[]): number {
  let shared = 0
  for (const [a, b] of some)
    for (const [c, d] of others) shared += Math.max(0, Math.min(b, d) - Math.max(a, c))
  return shared / (sizeOf(some) + sizeOf(others) - shared || 1)
}

export interface Scored {
  byKind: Map<string, Tally>
  /** Every attribution found, and whether it is due. */
  judged: { attribution: Attribution; right: boolean }[]
  misses: string[]
}

export function scorePassages(passages: readonly Passage[]): Scored {
  const byKind = new Map<string, Tally>()
  const misses: string[] = []
  const judged: Scored['judged'] = []
  for (const { kind, text, due } of passages) {
    const tally = byKind.get(kind) ?? { due: 0, found: 0, content: 0, speaker: 0 }
    byKind.set(kind, tally)
    const found = attributions(contextOf(text))
    const show = (spans: readonly Span[]) => spans.map(span => text.slice(...span)).join(' … ')
    const used = new Set<Attribution>()
    for (const one of due) {
      const best = found
        .filter(it => !used.has(it))
        .map(it => ({ it, fit: iou(it.content, one.content) }))
        .sort((a, b) => b.fit - a.fit)[0]
      if (best === undefined || best.fit < 0.5) {
        misses.push(
          `${kind} not found: ${show(one.source)} | ${show(one.cue)} | ${show(one.content)} (${text})`,
        )
        continue
      }
      used.add(best.it)
      tally.content++
      const source = best.it.source === null ? [] : [best.it.source]
      if (one.source.length === 0 || iou(source, one.source) >= 0.5) tally.speaker++
      else misses.push(`${kind} speaker: ${show(source)}, due ${show(one.source)} (${text})`)
      if (best.fit < 0.95) misses.push(`${kind} span: ${show(best.it.content)}, due ${show(one.content)}`)
    }
    for (const it of found) {
      judged.push({ attribution: it, right: used.has(it) })
      if (!used.has(it))
        misses.push(`${kind} beyond: ${show(it.source === null ? [] : [it.source])} | ${show(it.content)}`)
    }
    tally.due += due.length
    tally.found += found.length
  }
  return { byKind, judged, misses }
}

export function total(tallies: Iterable<Tally>): { content: number; speaker: number } {
  const sum = { due: 0, found: 0, content: 0, speaker: 0 }
  for (const one of tallies) {
    sum.due += one.due
    sum.found += one.found
    sum.content += one.content
    sum.speaker += one.speaker
  }
  const f1 = (right: number) => (2 * right) / (sum.due + sum.found || 1)
  return { content: f1(sum.content), speaker: f1(sum.speaker) }
}
