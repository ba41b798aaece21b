/** Terms of matters by outlet and over time. A copy's words are its original's: whoever prints it chose none. */
import { byCodePoint } from '../../record/ids.ts'
import type { Issue } from '../../record/types.ts'
import type { View } from '../view.ts'
import { BEYOND_CHANCE, ownness } from './log-odds.ts'
import type { IssueTerms, OutletTerms, Phase, Usage } from './types.ts'

interface Use {
  term: string
  document: string
  outlet: string
  count: number
  day: string | null
}

/** Which documents count: between these days, where any are asked for. */
export interface Days {
  from?: string
  to?: string
}

function usesOf(view: View, { terms }: Issue, { from, to }: Days): Use[] {
  return terms.flatMap(({ term, document, count }) => {
    const head = view.documents.get(document)
    const day = head?.published?.end ?? head?.published?.start ?? null
    if (head === undefined || view.origin(document) !== document) return []
    if ((from !== undefined && (day ?? '') < from) || (to !== undefined && (day ?? '9999') > to)) return []
    return [{ term, document, outlet: head.outlet ?? head.source, count, day }]
  })
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

const keyOf = ({ term }: Use): string => term.toLowerCase()
const documentsOf = (uses: readonly Use[]): number => new Set(uses.map(({ document }) => document)).size
const yearOf = ({ day }: Use): string | null => day?.slice(0, 4) ?? null

/** The spelling that most articles have; small letters where there is a tie. */
function spelling(uses: readonly Use[]): string {
  const counts = [...grouped(uses, ({ term }) => term)].map(([term, own]) => ({ term, n: own.length }))
  return counts.sort((a, b) => b.n - a.n || byCodePoint(b.term, a.term))[0]?.term ?? ''
}

function yearsOf(uses: readonly Use[]): Usage['years'] {
  const dated = uses.filter(use => use.day !== null)
  return [...grouped(dated, use => yearOf(use) ?? '')]
    .map(([year, own]) => ({ year, documents: documentsOf(own) }))
    .sort((a, b) => byCodePoint(a.year, b.year))
}

/** Uses of terms, in articles: what the log-odds count. */
interface Totals {
  all: number
  byTerm: ReadonlyMap<string, number>
  byOutlet: ReadonlyMap<string, number>
}

/** Each term is in `Issue.terms` once for each article. */
function totalsOf(uses: readonly Use[]): Totals {
  const count = (groups: Map<string, Use[]>) => new Map([...groups].map(([key, own]) => [key, own.length]))
  return {
    all: uses.length,
    byTerm: count(grouped(uses, keyOf)),
    byOutlet: count(grouped(uses, ({ outlet }) => outlet)),
  }
}

function usageOf(issue: string, term: string, uses: readonly Use[], of: number, totals: Totals): Usage {
  const sorted = [...uses].sort(
    (a, b) => byCodePoint(a.day ?? '9999', b.day ?? '9999') || byCodePoint(a.document, b.document),
  )
  const outlet = uses[0]?.outlet ?? ''
  const days = sorted.flatMap(({ day }) => day ?? [])
  const n = totals.byOutlet.get(outlet) ?? 0
  const others = (totals.byTerm.get(term.toLowerCase()) ?? 0) - uses.length
  const own = ownness(uses.length, n, others, totals.all - n)
  return {
    issue,
    term,
    outlet,
    count: uses.reduce((sum, { count }) => sum + count, 0),
    documents: [...new Set(sorted.map(({ document }) => document))],
    of,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    years: yearsOf(uses),
    own,
    distinguishing: own !== null && own >= BEYOND_CHANCE && uses.length > 1,
  }
}

/** Years in a row in which one term leads; a tie leaves the lead where it was. */
function phasesOf(uses: readonly Use[], names: ReadonlyMap<string, string>): Phase[] {
  const phases: Phase[] = []
  const years = [
    ...grouped(
      uses.filter(use => use.day !== null),
      use => yearOf(use) ?? '',
    ),
  ]
  for (const [year, own] of years.sort(([a], [b]) => byCodePoint(a, b))) {
    const counts = [...grouped(own, keyOf)].map(([key, it]) => ({ key, n: documentsOf(it) }))
    const most = Math.max(...counts.map(({ n }) => n))
    const leading = counts.filter(({ n }) => n === most).map(({ key }) => names.get(key) ?? key)
    const last = phases.at(-1)
    if (last !== undefined && leading.includes(last.term)) last.to = year
    else phases.push({ term: [...leading].sort(byCodePoint)[0] ?? '', from: year, to: year })
  }
  return phases
}

function termsOf(issue: Issue, uses: readonly Use[]): IssueTerms {
  const totals = totalsOf(uses)
  const names = new Map([...grouped(uses, keyOf)].map(([key, own]) => [key, spelling(own)]))
  const outlets = [...grouped(uses, ({ outlet }) => outlet)].sort(
    ([a, x], [b, y]) => documentsOf(y) - documentsOf(x) || byCodePoint(a, b),
  )
  const usages = outlets.flatMap(([, own]) => {
    const of = documentsOf(own)
    return [...grouped(own, keyOf)]
      .map(([key, it]) => usageOf(issue.id, names.get(key) ?? key, it, of, totals))
      .sort((a, b) => b.documents.length - a.documents.length || byCodePoint(a.term, b.term))
  })
  return {
    issue: issue.id,
    name: issue.name,
    documents: documentsOf(uses),
    usages,
    outlets: outlets.map(([outlet, own]): OutletTerms => ({ outlet, phases: phasesOf(own, names) })),
  }
}

/** Of every matter that an article names, the one with most articles first. */
export function issueTerms(view: View, issues: readonly Issue[], days: Days = {}): IssueTerms[] {
  return issues
    .map(issue => termsOf(issue, usesOf(view, issue, days)))
    .filter(({ usages }) => usages.length > 0)
    .sort((a, b) => b.documents - a.documents || byCodePoint(a.issue, b.issue))
}
