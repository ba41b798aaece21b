import { list, readTable } from './tsv.ts'

/** Which matters may be told under one another's name: forced labour under history. */
export interface IssueFamilies {
  /** The issue itself and the broader ones. */
  of(issue: string): readonly string[]
}

export function loadIssueFamilies(): IssueFamilies {
  const broader = new Map(
    readTable('issue-families').map(row => [row.issue ?? '', [row.issue ?? '', ...list(row.broader)]]),
  )
  return { of: issue => broader.get(issue) ?? [issue] }
}
