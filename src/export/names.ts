import type { RecordSource } from '../record/facts.ts'
import type { DocumentHead } from '../record/types.ts'
import type { Names } from './columns.ts'

/** Names of a record's actors, issues and factors, and its documents without their texts; `known` where those are read already. */
export async function namesOf(
  source: RecordSource,
  known?: ReadonlyMap<string, DocumentHead>,
): Promise<Names> {
  const names = {
    actor: new Map<string, string>(),
    issue: new Map<string, string>(),
    factor: new Map<string, string>(),
  }
  for await (const actor of source.facts('actor')) names.actor.set(actor.id, actor.name)
  for await (const issue of source.facts('issue')) names.issue.set(issue.id, issue.name)
  for await (const factor of source.facts('factor')) names.factor.set(factor.id, factor.name)
  const documents = new Map(known)
  if (known === undefined) for await (const head of source.heads()) documents.set(head.id, head)
  return {
    actor: id => (id === null ? '' : (names.actor.get(id) ?? id)),
    issue: id => names.issue.get(id) ?? id,
    factor: id => names.factor.get(id) ?? id,
    document: id => documents.get(id),
  }
}
