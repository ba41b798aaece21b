/** The issues that facts and documents name, with the words that each document has for them. */

import { byCodePoint } from '../record/ids.ts'
import type { Issue } from '../record/types.ts'
import type { Context } from './context.ts'
import { push, sorted } from './lists.ts'

export function issues(context: Context, referred: ReadonlySet<string>): Issue[] {
  const names = new Map(context.knowledge.issues.rows.map(row => [row.issue, row.name]))
  const terms = new Map<string, Issue['terms']>()
  for (const { document, terms: own } of context.understandings) {
    for (const { issue, term, count } of own) push(terms, issue, { term, document, count })
  }
  return sorted([...referred, ...terms.keys()]).map(id => ({
    id,
    name: names.get(id) ?? id,
    terms: (terms.get(id) ?? []).sort(
      (a, b) => byCodePoint(a.term, b.term) || byCodePoint(a.document, b.document),
    ),
  }))
}
