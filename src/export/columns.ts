/** Facts as cells of a table: what every listing shows, what CSV holds. */
import { describe } from '../record/describe.ts'
import type { FactKind, Facts } from '../record/facts.ts'
import { byCodePoint } from '../record/ids.ts'
import type { Document, DocumentHead, Interval } from '../record/types.ts'

/** Names for ids, from the record itself. */
export interface Names {
  actor(id: string | null): string
  issue(id: string): string
  factor(id: string): string
  document(id: string): DocumentHead | undefined
}

export interface Column<T> {
  name: string
  of(fact: T, names: Names): string | number | null
}

type Columns = { readonly [K in FactKind]: readonly Column<Facts[K]>[] }

const each = (ids: readonly string[], name: (id: string) => string): string => ids.map(name).join('; ')

function dates<T>(of: (fact: T) => Interval | null): Column<T>[] {
  return [
    { name: 'date', of: fact => describe(of(fact)) },
    { name: 'start', of: fact => of(fact)?.start ?? null },
    { name: 'end', of: fact => of(fact)?.end ?? null },
    { name: 'precision', of: fact => of(fact)?.precision ?? null },
    { name: 'basis', of: fact => of(fact)?.basis ?? null },
  ]
}

/** Outlets of the documents that a fact rests on, each once; a document without one counts by its source. */
export function outletsOf(fact: { evidence: readonly { document: string }[] }, names: Names): string[] {
  const outlets = new Set<string>()
  for (const { document } of fact.evidence) {
    const found = names.document(document)
    outlets.add(found?.outlet ?? found?.source ?? document)
  }
  return [...outlets]
}

/** When it was said or held; where the text says nothing of it, "by" the day on which its first document came out. */
export function dateText(
  fact: { date: Interval | null; evidence: readonly { document: string }[] },
  names: Names,
): string {
  const { date } = fact
  if (date !== null && (date.start !== null || date.end !== null)) return describe(date)
  const published = fact.evidence
    .map(({ document }) => names.document(document)?.published ?? null)
    .filter(it => it !== null)
    .sort((a, b) => byCodePoint(a.end ?? '9999', b.end ?? '9999'))[0]
  return published === undefined ? 'undated' : `by ${describe(published)}`
}

function sources<T extends { evidence: readonly { document: string; quote: string }[] }>(): Column<T>[] {
  return [
    { name: 'outlets', of: (fact, names) => outletsOf(fact, names).join('; ') },
    { name: 'documents', of: fact => [...new Set(fact.evidence.map(e => e.document))].join('; ') },
    { name: 'quotes', of: fact => fact.evidence.map(e => e.quote).join(' … ') },
  ]
}

/** Of documents, for CSV. */
export const DOCUMENT_COLUMNS: readonly Column<Document>[] = [
  { name: 'id', of: d => d.id },
  { name: 'source', of: d => d.source },
  { name: 'outlet', of: d => d.outlet },
  { name: 'title', of: d => d.title },
  { name: 'authors', of: d => d.authors.join('; ') },
  ...dates<Document>(d => d.published),
  { name: 'language', of: d => d.language },
  { name: 'format', of: d => d.format },
  { name: 'url', of: d => d.url },
  { name: 'copy of', of: d => d.copyOf },
  { name: 'also from', of: d => d.alsoFrom.join('; ') },
]

/** All columns of each kind of fact, for CSV. */
export const COLUMNS: Columns = {
  actor: [
    { name: 'id', of: a => a.id },
    { name: 'type', of: a => a.type },
    { name: 'name', of: a => a.name },
    { name: 'state', of: a => a.state },
    { name: 'roles', of: a => a.roles.map(role => role.title).join('; ') },
    { name: 'aliases', of: a => a.aliases.join('; ') },
  ],
  issue: [
    { name: 'id', of: i => i.id },
    { name: 'name', of: i => i.name },
    { name: 'terms', of: i => [...new Set(i.terms.map(term => term.term))].join('; ') },
  ],
  event: [
    { name: 'id', of: e => e.id },
    ...dates<Facts['event']>(e => e.date),
    { name: 'type', of: e => e.type },
    { name: 'mode', of: e => e.mode },
    { name: 'status', of: e => e.status },
    { name: 'title', of: e => e.title },
    { name: 'states', of: e => e.states.join('; ') },
    { name: 'source', of: (e, names) => each(e.source, names.actor) },
    { name: 'target', of: (e, names) => each(e.target, names.actor) },
    { name: 'quad', of: e => e.quad },
    { name: 'intensity', of: e => e.intensity },
    { name: 'level', of: e => e.level },
    { name: 'place', of: e => e.place },
    { name: 'contexts', of: e => e.contexts.join('; ') },
    { name: 'issues', of: (e, names) => each(e.issues, names.issue) },
    { name: 'claimed by', of: (e, names) => each(e.claimedBy, names.actor) },
    { name: 'disputed by', of: (e, names) => each(e.disputedBy, names.actor) },
    { name: 'confidence', of: e => e.confidence },
    ...sources<Facts['event']>(),
  ],
  statement: [
    { name: 'id', of: s => s.id },
    ...dates<Facts['statement']>(s => s.date),
    { name: 'speaker', of: s => s.speaker.name },
    { name: 'affiliation', of: s => s.speaker.affiliation },
    { name: 'actor', of: s => s.speaker.actor },
    { name: 'kind', of: s => s.kind },
    { name: 'cue', of: s => s.cue },
    { name: 'text', of: s => s.text },
    { name: 'issues', of: (s, names) => each(s.issues, names.issue) },
    { name: 'confidence', of: s => s.confidence },
    ...sources<Facts['statement']>().slice(0, 2),
  ],
  position: [
    { name: 'id', of: p => p.id },
    ...dates<Facts['position']>(p => p.date),
    { name: 'actor', of: (p, names) => names.actor(p.actor) },
    { name: 'issue', of: (p, names) => names.issue(p.issue) },
    { name: 'stance', of: p => p.stance },
    { name: 'summary', of: p => p.summary },
    { name: 'confidence', of: p => p.confidence },
    ...sources<Facts['position']>(),
  ],
  forecast: [
    { name: 'id', of: f => f.id },
    ...dates<Facts['forecast']>(f => f.horizon),
    { name: 'by', of: (f, names) => names.actor(f.by) },
    { name: 'probability', of: f => f.probability },
    { name: 'outcome', of: f => f.outcome },
    { name: 'resolved by', of: f => f.resolvedBy },
    { name: 'text', of: f => f.text },
    { name: 'confidence', of: f => f.confidence },
    ...sources<Facts['forecast']>().slice(0, 2),
  ],
  driver: [
    { name: 'id', of: d => d.id },
    { name: 'cause', of: (d, names) => names.factor(d.cause.factor) },
    { name: 'sign', of: d => (d.sign > 0 ? '+' : '−') },
    { name: 'effect', of: (d, names) => names.factor(d.effect.factor) },
    { name: 'cause text', of: d => d.cause.text },
    { name: 'effect text', of: d => d.effect.text },
    { name: 'claimed by', of: (d, names) => names.actor(d.claimedBy) },
    { name: 'hedged', of: d => (d.hedged ? 'yes' : 'no') },
    { name: 'negated', of: d => (d.negated ? 'yes' : 'no') },
    { name: 'confidence', of: d => d.confidence },
    ...sources<Facts['driver']>(),
  ],
  factor: [
    { name: 'id', of: f => f.id },
    { name: 'name', of: f => f.name },
    { name: 'grounded', of: f => (f.grounded ? 'yes' : 'no') },
  ],
}
