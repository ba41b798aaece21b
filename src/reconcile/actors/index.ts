/** Actors as the documents know them → actors of the record. */
import { byCodePoint } from '../../record/ids.ts'
import type { LocalActor, Understanding } from '../../record/mentions.ts'
import { push } from '../lists.ts'
import { bodyName } from './body-name.ts'
import { fullName } from './full-name.ts'
import { knownKey } from './known.ts'
import { bodyKey, isProperName } from './names.ts'
import { indexPersons, onlyFit, type Person } from './partial.ts'
import type { IdentityRule, Node } from './rule.ts'

/** In this order: what knowledge identifies needs no name. */
const rules: readonly IdentityRule[] = [knownKey, fullName, bodyName]

/** One actor of the record, with all that documents say of it. */
export interface Merged {
  id: string
  nodes: Node[]
  state: string | null
}

export interface Actors {
  all: Merged[]
  /** The record's actor for a document's own key; a key that no actor of the document has stands for itself. */
  of(document: string, key: string): string
  get(id: string): Merged | undefined
}

/** `understandings` sorted by document id. */
export function mergeActors(understandings: readonly Understanding[]): Actors {
  const nodes = understandings.flatMap(({ document, actors }) =>
    [...actors].sort(byKey).map((actor): Node => ({ document, actor })),
  )
  const groups = joinPartial(splitByState(bucket(nodes)))
  const all = name(groups)
  const byNode = new Map<string, string>()
  for (const merged of all)
    for (const node of merged.nodes) byNode.set(nodeKey(node.document, node.actor.key), merged.id)
  const byId = new Map(all.map(merged => [merged.id, merged]))
  return { all, of: (document, key) => byNode.get(nodeKey(document, key)) ?? key, get: id => byId.get(id) }
}

function byKey(a: LocalActor, b: LocalActor): number {
  return byCodePoint(a.key, b.key)
}

function nodeKey(document: string, key: string): string {
  return `${document} ${key}`
}

interface Buckets {
  named: Map<string, Node[]>
  /** Parts of names, descriptions. */
  rest: Node[]
}

function bucket(nodes: readonly Node[]): Buckets {
  const named = new Map<string, Node[]>()
  const rest: Node[] = []
  const alias = knownNames(nodes)
  for (const node of nodes) {
    let key: string | null = null
    for (const rule of rules) key ??= rule.keyOf(node)
    if (key === null) rest.push(node)
    else push(named, alias.get(`${key} ${node.actor.state ?? ''}`) ?? key, node)
  }
  return { named, rest }
}

/** Where knowledge identifies a name in one document, the same full name of the same state elsewhere is the same actor. */
function knownNames(nodes: readonly Node[]): Map<string, string> {
  const found = new Map<string, string | null>()
  for (const node of nodes) {
    const known = knownKey.keyOf(node)
    const key = known === null ? null : (fullName.keyOf(node) ?? bodyName.keyOf(node))
    if (known === null || key === null) continue
    const named = `${key} ${node.actor.state ?? ''}`
    const before = found.get(named)
    found.set(named, before === undefined || before === known ? known : null)
  }
  return new Map([...found].flatMap(([key, known]) => (known === null ? [] : [[key, known]])))
}

interface Parts {
  groups: Person[]
  rest: Node[]
}

/** People of one name but two states are two; one without a state joins where there is but one to join. */
function splitByState({ named, rest }: Buckets): Parts {
  const groups: Person[] = []
  for (const nodes of named.values()) {
    const byState = new Map<string | null, Node[]>()
    for (const node of nodes) push(byState, node.actor.state, node)
    const stateless = byState.get(null) ?? []
    const states = [...byState].flatMap(([state, members]): Person[] =>
      state === null ? [] : [{ state, nodes: members }],
    )
    const [only] = states
    if (states.length === 1 && only !== undefined) only.nodes.push(...stateless)
    else if (stateless.length > 0) groups.push({ state: null, nodes: stateless })
    groups.push(...states)
  }
  return { groups, rest }
}

function joinPartial({ groups, rest }: Parts): Person[] {
  const persons = indexPersons(groups.filter(group => group.nodes[0]?.actor.type === 'person'))
  const bodies = indexAliases(groups)
  const joined: [Person, Node][] = []
  const alone: Person[] = []
  for (const node of rest) {
    const fit = node.actor.type === 'person' ? onlyFit(node, persons) : onlyBody(node, bodies)
    if (fit !== null) joined.push([fit, node])
    else alone.push({ state: node.actor.state, nodes: [node] })
  }
  for (const [fit, node] of joined) fit.nodes.push(node)
  return [...groups, ...sameParts(alone)]
}

/** "KIDA" joins the body that another document calls "Korea Institute for Defense Analyses (KIDA)". */
function indexAliases(groups: readonly Person[]): Map<string, Person[]> {
  const byAlias = new Map<string, Person[]>()
  for (const group of groups) {
    if (group.nodes[0]?.actor.type === 'person') continue
    const aliases = new Set(
      group.nodes.flatMap(({ actor }) => actor.aliases.filter(isProperName).map(bodyKey)),
    )
    for (const alias of aliases) push(byAlias, alias, group)
  }
  return byAlias
}

function onlyBody({ actor }: Node, bodies: ReadonlyMap<string, Person[]>): Person | null {
  if (!isProperName(actor.name)) return null
  const fits = (bodies.get(bodyKey(actor.name)) ?? []).filter(
    body => body.state === null || actor.state === null || body.state === actor.state,
  )
  const [first, second] = fits
  return first !== undefined && second === undefined ? first : null
}

/** "Yoon, president, KOR" in two documents that never give the full name are one; descriptions never are. */
function sameParts(alone: readonly Person[]): Person[] {
  const byName = new Map<string, Person[]>()
  const kept: Person[] = []
  for (const group of alone) {
    const [node] = group.nodes
    if (node === undefined) continue
    const { actor } = node
    const title = actor.roles[0]?.title.toLowerCase() ?? ''
    const joinable = isProperName(actor.name) && actor.state !== null && title !== ''
    if (joinable) push(byName, `${bodyKey(actor.name)} ${actor.state} ${title}`, group)
    else kept.push(group)
  }
  for (const same of byName.values()) {
    kept.push({ state: same[0]?.state ?? null, nodes: same.flatMap(group => group.nodes) })
  }
  return kept
}

/** Ids do not depend on order: the least key of the members, told apart where two actors have the same. */
function name(groups: readonly Person[]): Merged[] {
  const byBase = new Map<string, Merged[]>()
  for (const { nodes, state } of groups) {
    const members = [...nodes].sort((a, b) => byCodePoint(a.document, b.document) || byKey(a.actor, b.actor))
    const known = members.filter(({ actor }) => actor.known)
    const keys = (known.length > 0 ? known : members).map(({ actor }) => actor.key).sort(byCodePoint)
    push(byBase, keys[0] ?? '', { id: keys[0] ?? '', nodes: members, state })
  }
  const all: Merged[] = []
  for (const [base, same] of byBase) {
    for (const merged of same) {
      if (same.length > 1 || isDescribed(merged)) merged.id = apart(base, merged, same)
      all.push(merged)
    }
  }
  return all.sort((a, b) => byCodePoint(a.id, b.id))
}

/** "a senior official" of one document is nobody else's. */
function isDescribed({ nodes }: Merged): boolean {
  return nodes.every(({ actor }) => !actor.known && actor.partial && !isProperName(actor.name))
}

/** By its state where no other has it, else by the first document that names it. */
function apart(base: string, merged: Merged, same: readonly Merged[]): string {
  if (merged.nodes.some(({ actor }) => actor.known)) return base
  const { state } = merged
  const alone =
    state !== null && !isDescribed(merged) && same.every(other => other === merged || other.state !== state)
  return `${base}/${alone ? state : (merged.nodes[0]?.document ?? '')}`
}
