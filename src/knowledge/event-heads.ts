import { EntenteError } from '../record/errors.ts'
import { list, readTable } from './tsv.ts'

/** What tells two events of a class apart: who takes part, what it is about, the day alone; `any`: a name for any act. */
export type ToldBy = 'who' | 'what' | 'when' | 'any'

export interface HeadClass {
  readonly name: string
  readonly toldBy: ToldBy
}

/** Classes of words that may name one and the same event: "summit", "talks" and "visit" are of one class. */
export interface EventHeads {
  /** `head` is a lemma; further words are joined by a hyphen: "call-for", "court-verdict" (found by its last word). */
  classOf(head: string): HeadClass | undefined
  readonly all: readonly HeadClass[]
}

export function loadEventHeads(): EventHeads {
  const byHead = new Map<string, HeadClass>()
  const all = readTable('event-heads').map(row => {
    const it = { name: row.class ?? '', toldBy: toldBy(row.told_by ?? '') }
    for (const head of list(row.heads)) if (!byHead.has(head)) byHead.set(head, it)
    return it
  })
  return {
    all,
    classOf(head) {
      const key = head.replaceAll(' ', '-')
      return byHead.get(key) ?? byHead.get(key.slice(key.lastIndexOf('-') + 1))
    },
  }
}

function toldBy(cell: string): ToldBy {
  if (cell === 'who' || cell === 'what' || cell === 'when' || cell === 'any') return cell
  throw new EntenteError('E_KNOWLEDGE', `event-heads.tsv: told_by is "${cell}"; write who, what, when or any`)
}
