/** The key for times: sentences of invented news, with each TIMEX3 marked where it stands: "met {Thursday=2019-03-14}". */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { TimeType } from '../../../src/text/types.ts'

export interface TimeKey {
  start: number
  end: number
  type: TimeType
  value: string
}

export interface TimeRow {
  published: string
  text: string
  due: TimeKey[]
}

export const HALVES = ['held-out', 'tuned'] as const
export type Half = (typeof HALVES)[number]

const file = (half: Half): string => readFileSync(new URL(`./${half}.tsv`, import.meta.url), 'utf8')

/** What the floors of a half were measured on. */
export const measuredOn = (half: Half): string =>
  createHash('sha256').update(file(half)).digest('hex').slice(0, 16)

function typeOf(value: string): TimeType {
  if (value.startsWith('*')) return 'SET'
  if (/^P(T|[\dX.]+[YMWDQ])/.test(value)) return 'DURATION'
  return /\dT|XT/.test(value) ? 'TIME' : 'DATE'
}

/** Takes the marks out of a text: `{words=VALUE}`, with the points of a range as marks inside. */
function unmarked(marked: string): { text: string; due: TimeKey[] } {
  let text = ''
  const open: number[] = []
  const due: TimeKey[] = []
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] === '{') open.push(text.length)
    else if (marked[i] === '=' && open.length > 0) {
      const close = marked.indexOf('}', i)
      const value = marked.slice(i + 1, close)
      const start = open.pop() ?? 0
      due.push({ start, end: text.length, type: typeOf(value), value: value.replace('*', '') })
      i = close
    } else text += marked[i]
  }
  if (open.length > 0) throw new Error(`A mark isn't closed: ${marked}`)
  return { text, due }
}

export function rowsOf(half: Half): TimeRow[] {
  const lines = file(half)
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map(line => {
    const [published = '', marked = ''] = line.split('\t')
    return { published, ...unmarked(marked) }
  })
}
