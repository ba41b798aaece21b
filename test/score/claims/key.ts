/** Causal claims with their factors and signs, as coders put them down; see "Coding causal claims" in docs/method.md. */
import { readFileSync } from 'node:fs'
import type { Factors } from '../../../src/knowledge/factors.ts'
import { parseTable } from '../../../src/knowledge/tsv.ts'

/** `+`, `-`, 0: it is denied; `?`: cannot be told. Null: the sentence makes no claim. */
export interface Coding {
  cause: string
  effect: string
  sign: '+' | '-' | '0' | '?'
}

export interface Item {
  number: string
  sentence: string
  coding: Coding | null
}

const TURNED = { '+': '-', '-': '+', '0': '0', '?': '?' } as const

export function signOf(cell: string | undefined): Coding['sign'] {
  return cell === '+' || cell === '-' || cell === '0' ? cell : '?'
}

/** A factor and its opposite are one, with the sign turned; whose it is does not count. `none`: no row covers it. */
export function folded(coding: Coding, factors: Factors): Coding {
  let { sign } = coding
  const fold = (id: string): string => {
    const row = factors.byId(id)
    if (row?.opposite == null) return row?.id ?? 'none'
    sign = TURNED[sign]
    return row.opposite
  }
  return { cause: fold(coding.cause), effect: fold(coding.effect), sign }
}

export function readItems(file: string): Item[] {
  const url = new URL(file, import.meta.url)
  return parseTable(readFileSync(url, 'utf8'), file).map(row => ({
    number: row.number ?? '',
    sentence: row.sentence ?? '',
    coding:
      row.cause === '-' ? null : { cause: row.cause ?? '', effect: row.effect ?? '', sign: signOf(row.sign) },
  }))
}
