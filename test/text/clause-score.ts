/** Compares the clause analysis with the project's own annotated clauses. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { parseTable, type Row } from '../../src/knowledge/tsv.ts'
import { parseSentences } from '../../src/text/syntax.ts'
import type { Clause, NounGroup, Sentence } from '../../src/text/types.ts'

export interface ClauseScore {
  /** Share of the annotated clauses found by their verb, and of the clauses found that are annotated. */
  recall: number
  precision: number
  /** Of the clauses found: share with the right value. */
  subject: number
  object: number
  tense: number
  voice: number
  negated: number
  modal: number
  kind: number
  misses: string[]
}

const FIELDS = ['subject', 'object', 'tense', 'voice', 'negated', 'modal', 'kind'] as const
type Field = (typeof FIELDS)[number]

/** In `clauses-more.tsv` half of the sentences are held out: no rule is made by looking at what it misses there. */
export function isHeldOut(sentence: string): boolean {
  return /^[89a-f]/.test(createHash('sha1').update(sentence).digest('hex'))
}

/** `name`: a file beside this one; `wanted`: which of its sentences count. */
export function scoreClauses(name: string, wanted: (sentence: string) => boolean): ClauseScore {
  const rows = parseTable(readFileSync(new URL(name, import.meta.url), 'utf8'), name)
  const knowledge = loadKnowledge()
  const right: { [field: string]: number } = {}
  const misses: string[] = []
  let due = 0
  let found = 0
  let given = 0
  for (const [text, expected] of bySentence(rows)) {
    if (!wanted(text)) continue
    const clauses = parseSentences(text, knowledge).flatMap(sentence =>
      sentence.clauses.filter(c => c.verb !== null).map(c => ({ c, sentence })),
    )
    given += clauses.length
    const used = new Set<Clause>()
    for (const row of expected) {
      due++
      const hit = best(clauses, row, used, text)
      if (hit === null) {
        misses.push(`no clause: ${row.verb} | ${text}`)
        continue
      }
      used.add(hit.c)
      found++
      for (const field of FIELDS) {
        const got = fieldValues(hit.c, hit.sentence, text, field)
        if (accepts(row[field] ?? '', got, field)) right[field] = (right[field] ?? 0) + 1
        else
          misses.push(`${field} of ${row.verb}: ${got.join('/') || '–'}, due ${row[field] || '–'} | ${text}`)
      }
    }
    for (const { c } of clauses)
      if (!used.has(c)) misses.push(`extra: ${c.verb?.lemma} (${c.kind}) | ${text}`)
  }
  const share = (field: Field) => (right[field] ?? 0) / (found || 1)
  return {
    recall: found / due,
    precision: found / (given || 1),
    subject: share('subject'),
    object: share('object'),
    tense: share('tense'),
    voice: share('voice'),
    negated: share('negated'),
    modal: share('modal'),
    kind: share('kind'),
    misses,
  }
}

function bySentence(rows: Row[]): Map<string, Row[]> {
  const sentences = new Map<string, Row[]>()
  let text = ''
  for (const row of rows) {
    if (row.sentence) text = row.sentence
    sentences.set(text, [...(sentences.get(text) ?? []), row])
  }
  return sentences
}

interface Found {
  c: Clause
  sentence: Sentence
}

/** The unused clause with that verb that agrees most with the row. */
function best(clauses: Found[], row: Row, used: Set<Clause>, text: string): Found | null {
  const verbs = (row.verb ?? '').split('|').map(v => v.trim())
  let chosen: Found | null = null
  let most = -1
  for (const found of clauses) {
    if (used.has(found.c) || !verbs.includes(found.c.verb?.lemma ?? '')) continue
    const agreement = FIELDS.filter(field =>
      accepts(row[field] ?? '', fieldValues(found.c, found.sentence, text, field), field),
    ).length
    if (agreement > most) {
      most = agreement
      chosen = found
    }
  }
  return chosen
}

function fieldValues(clause: Clause, sentence: Sentence, text: string, field: Field): string[] {
  const { verb } = clause
  switch (field) {
    case 'subject':
      return heads(clause.subject, sentence, text)
    case 'object':
      return clause.objects.length > 0
        ? clause.objects.flatMap(o => heads(o, sentence, text))
        : heads(clause.predicate?.group ?? null, sentence, text)
    case 'tense':
      return [verb?.tense ?? '']
    case 'voice':
      return [verb?.voice ?? '']
    case 'negated':
      return [verb?.negated ? 'yes' : '']
    case 'modal':
      return [verb?.modal ?? '']
    default:
      return [clause.kind]
  }
}

function heads(group: NounGroup | null, sentence: Sentence, text: string): string[] {
  if (group === null) return []
  const token = sentence.tokens[group.head]
  return [group.lemma, token?.text ?? '', token?.lower ?? '', text.slice(group.span[0], group.span[1])].map(
    x => x.toLowerCase(),
  )
}

function accepts(cell: string, got: string[], field: Field): boolean {
  if (cell === '*') return true
  const due = cell.split('|').map(v => v.trim().toLowerCase())
  if (field === 'tense' && cell === '') return true
  if (field === 'modal' && cell === '')
    return (
      got[0] === '' ||
      got[0] === 'will' ||
      got[0] === 'going-to' ||
      got[0] === 'be-to' ||
      got[0] === 'have-to'
    )
  if (field === 'object' && cell === '') return true
  if (cell === '') return got.length === 0 || got[0] === ''
  return due.some(d =>
    got.some(
      g =>
        g === d ||
        (field === 'subject' || field === 'object'
          ? g.endsWith(` ${d}`) || d.endsWith(` ${g}`) || g.endsWith(`-${d}`)
          : false),
    ),
  )
}
