/**
 * Who is what, where: titles with their organizations and the state that they tell, from every place where
 * the document has them: before the name, behind it, in an apposition, in "X is a professor at Y".
 */
import type { Entity, Name, Sentence } from '../types.ts'
import type { Chains } from './persons.ts'
import type { Registry } from './registry.ts'
import type { Scene } from './scene.ts'

export interface Around {
  scene: Scene
  chains: Chains
  registry: Registry
  /** Filled: where a title stands before "of the Office Name", to the person: "Chief of staff of the RNZN Jon Lind". */
  titleStarts: Map<number, Entity>
  /** Actor of a name that is no person; null for a place that is none. */
  actorOf(name: Name): Entity | null
}

export function readAffiliations(around: Around): void {
  for (const sentence of around.scene.sentences) {
    const names = around.scene.namesOf(sentence.index)
    names.forEach((name, i) => {
      if (name.type !== 'person') return
      const entity = around.chains.entityOf(name)
      if (entity === undefined) return
      before(name, names[i - 1], names[i - 2], entity, around)
      behind(name, names.slice(i + 1, i + 6), sentence, entity, around)
    })
  }
}

/** "South Korea's first vice-foreign minister Cho", "Riga University Prof. Berzins", "chief of the RNZN Jon Lind". */
function before(
  name: Name,
  previous: Name | undefined,
  second: Name | undefined,
  entity: Entity,
  around: Around,
): void {
  const { scene, registry } = around
  const lead = scene.text.slice(Math.max(0, name.start - 80), name.start)
  const titled = name.title !== null && lead.trimEnd().endsWith(name.title)
  const start =
    titled && name.title !== null ? name.start - (lead.length - lead.lastIndexOf(name.title)) : name.start
  const gap = previous === undefined ? null : scene.text.slice(previous.end, start)
  const holder =
    previous !== undefined && previous.type !== 'person' && gap !== null && joins(gap, registry)
      ? around.actorOf(previous)
      : null
  if (titled && name.title !== null) {
    around.titleStarts.set(start, entity)
    const kind = registry.knowledge.titles.get(name.title)?.kind
    const organization = holder !== null && holder.type !== 'state' ? holder.name : null
    const past =
      holder !== null &&
      previous !== undefined &&
      /\b[Ff]ormer $/.test(scene.text.slice(Math.max(0, previous.start - 8), previous.start))
    const title = past ? `former ${name.title}` : name.title
    if (kind !== 'honorific' || organization !== null) registry.addRole(entity, title, organization)
    if (holder !== null) takeState(entity, holder, true)
    if (
      holder !== null &&
      holder.type !== 'state' &&
      second !== undefined &&
      previous !== undefined &&
      joins(scene.text.slice(second.end, previous.start), registry)
    ) {
      const above = around.actorOf(second)
      if (above?.type === 'state') takeState(entity, above, true)
    }
    return
  }
  if (previous !== undefined && isPeer(previous, name, around)) return
  if (previous !== undefined && /, $/.test(lead) && titleInFront(name, previous, entity, around)) return
  if (titleOfField(name, lead, entity, around)) return
  if (holder === null || previous === undefined) return
  officeBefore(previous, holder, entity, around)
}

/** "the European Union's foreign policy chief, Josep Borrell": the title, a comma, the name. */
function titleInFront(name: Name, previous: Name, entity: Entity, around: Around): boolean {
  const { scene, registry } = around
  const words = /^['\u2019]s? ([\p{L}\s-]{3,50}), $/u.exec(scene.text.slice(previous.end, name.start))?.[1]
  const demonym =
    words === undefined
      ? /^ ([\p{L}\s-]{3,50}), $/u.exec(scene.text.slice(previous.end, name.start))?.[1]
      : undefined
  const title = titleAtEnd(words ?? demonym ?? '', registry)
  const holder = around.actorOf(previous)
  if (title === null || previous.type === 'person') return false
  registry.addRole(entity, title, holder === null || holder.type === 'state' ? null : holder.name)
  if (holder !== null) takeState(entity, holder, true)
  return true
}

/** "his *Egyptian* counterpart, Ahmed Hafez": of that state, whatever his title. */
function isPeer(previous: Name, name: Name, { scene, chains, actorOf }: Around): boolean {
  if (
    !/^(?:['\u2019]s?)? (?:counterpart|opposite number|homologue),? $/.test(
      scene.text.slice(previous.end, name.start),
    )
  )
    return false
  const holder = previous.type === 'person' ? null : actorOf(previous)
  const entity = chains.entityOf(name)
  if (holder === null || entity === undefined) return false
  takeState(entity, holder, true)
  return true
}

/** "associate professor of international studies Ana Ruiz": what the title is of stands between it and the name. */
function titleOfField(name: Name, lead: string, entity: Entity, around: Around): boolean {
  // The long expression is slow to fail, and nearly always would.
  if (!/ (?:of|in|for) (?:\p{Ll}[\p{L}-]+ ){1,4}$/u.test(lead)) return false
  const found = /([\p{L}-]+(?: [\p{L}-]+){0,4}) (?:of|in|for) (?:\p{Ll}[\p{L}-]+ ){1,4}$/u.exec(lead)
  const words = found?.[1]
  const title = words === undefined ? null : titleAtEnd(words, around.registry)
  if (found === null || words === undefined || title === null) return false
  const start = name.start - lead.length + found.index + words.length - title.length
  around.registry.addRole(entity, lead.slice(lead.length - (name.start - start)).trimEnd(), null)
  around.titleStarts.set(start, entity)
  return true
}

/** "Chief of staff of the RNZN Jon Lind": the title in front of the office's name. */
function officeBefore(office: Name, holder: Entity, entity: Entity, around: Around): void {
  const { scene, registry } = around
  const from = Math.max(0, office.start - 70)
  const found = /([\p{L}-]+(?: [\p{L}-]+){0,4}) (?:of|at|for|from|with|in) (?:the )?$/u.exec(
    scene.text.slice(from, office.start),
  )
  const words = found?.[1]
  const title = words === undefined ? null : titleAtEnd(words, registry)
  if (found === null || words === undefined || title === null) return
  registry.addRole(entity, title, holder.type === 'state' ? null : holder.name)
  takeState(entity, holder, true)
  around.titleStarts.set(from + found.index + words.length - title.length, entity)
}

/** Nothing but "’s", a space or an adjective of office stands between: "Japan’s new", "Japanese". */
function joins(gap: string, registry: Registry): boolean {
  const words = gap.replace(/^['\u2019]s?(?= )/, '').trim()
  if (words === '') return true
  if (words.length > 40 || /[,;:."()]/.test(words)) return false
  return words
    .split(/[\s-]+/)
    .every(word => registry.knowledge.titles.isModifier(word.toLowerCase()) || /^(?:and|the)$/.test(word))
}

/** The longest title that ends the words: "former chief of staff" → "chief of staff". */
function titleAtEnd(words: string, registry: Registry): string | null {
  const parts = words.split(' ')
  for (let i = 0; i < parts.length; i++) {
    const phrase = parts.slice(i).join(' ')
    if (registry.knowledge.titles.get(phrase) !== undefined) return phrase
  }
  return null
}

const REACH = 160

/** ", a professor of X at Y", " of the Asan Institute", " is a fellow at Z", " (KINU)". */
function behind(
  name: Name,
  following: readonly Name[],
  sentence: Sentence,
  entity: Entity,
  around: Around,
): void {
  const { scene, registry } = around
  const tail = scene.text.slice(name.end, Math.min(sentence.end, name.end + REACH))
  const [next] = following
  const bare = /^,? (?:of|from|at|with) (?:the )?/.exec(tail)
  if (bare !== null && next !== undefined && next.start === name.end + bare[0].length) {
    const actor = around.actorOf(next)
    if (actor !== null && actor.type !== 'state') registry.addRole(entity, name.title ?? '', actor.name)
    if (actor !== null && next.type === 'organization') takeState(entity, actor, false)
    // "President Ada Obi of Ghana"; but a professor "from Ghana" may hold no office there.
    const office = name.title !== null && registry.knowledge.titles.get(name.title)?.kind === 'political'
    if (actor?.type === 'state' && bare[0].includes('of') && office) takeState(entity, actor, true)
    return
  }
  const opened = /^(?:,| is| was| serves as| works as)( (?:also )?(?:a|an|the|one of the)\b)?/.exec(tail)
  if (opened === null) return
  const window = windowOf(tail.slice(opened[0].length))
  const title = titleIn(window, registry, opened[1] !== undefined || opened[0] === ',')
  if (title === null) return
  const from = name.end + opened[0].length
  const within = following.filter(each => each.end <= from + window.length && each.type !== 'person')
  const place = within.find(each => each.start >= from + title.end && each.type === 'organization')
  const owner = within.find(each => each.end <= from + title.start)
  const organization = place ?? (owner?.type === 'organization' ? owner : undefined)
  const actor = organization === undefined ? null : around.actorOf(organization)
  registry.addRole(entity, title.text, actor === null ? null : actor.name)
  if (actor !== null) takeState(entity, actor, false)
  const ownerActor = owner === undefined ? null : around.actorOf(owner)
  if (ownerActor !== null) takeState(entity, ownerActor, true)
  // "the president of South Korea": the state behind "of" is whose title it is.
  const of = within.find(
    each =>
      each.type === 'place' &&
      / of (?:the )?$/.test(scene.text.slice(each.start - 8, each.start)) &&
      each.start >= from + title.end,
  )
  const ofActor = of === undefined ? null : around.actorOf(of)
  if (ofActor?.type === 'state' && organization === undefined) takeState(entity, ofActor, true)
}

/** As far as the apposition goes: to the next comma, semicolon, full stop or verb of telling. */
function windowOf(tail: string): string {
  const end =
    /,(?! and )|;|\.$|\u2014|["\u201d]| (?:said|says|told|added|who|whose|wrote|argued|noted|warned|agreed|and (?:the |a |an )?(?:\p{Lu}|author))/u.exec(
      tail,
    )
  return end === null ? tail : tail.slice(0, end.index)
}

/** The title in an apposition, with what it is of in lower case: "professor of international relations". */
function titleIn(
  window: string,
  registry: Registry,
  opened: boolean,
): { text: string; start: number; end: number } | null {
  if (!opened) return null
  const words = [...window.matchAll(/[\p{L}.\u2019'-]+/gu)].map(match => ({
    text: match[0],
    start: match.index,
  }))
  const { titles } = registry.knowledge
  let modified: number | null = null
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined) return null
    const modifier = word.text
      .toLowerCase()
      .split('-')
      .every(part => titles.isModifier(part))
    const end = longestTitle(words, i, window, registry)
    // "deputy trade minister": "deputy" is a title by itself only where no other follows.
    const after = modifier && end !== null ? longestTitle(words, i + 1, window, registry) : null
    if (end !== null && after === null) {
      const more = ofWhat(window.slice(end))
      const start = modified ?? word.start
      return { text: window.slice(start, end) + more, start, end: end + more.length }
    }
    modified = modifier ? (modified ?? word.start) : null
    if (/^(?:at|with|from|in|to|who|that)$/.test(word.text)) return null
  }
  return null
}

/** Where the longest title that begins at the word ends; null for none. */
function longestTitle(
  words: readonly { text: string; start: number }[],
  at: number,
  window: string,
  registry: Registry,
): number | null {
  const from = words[at]?.start
  if (from === undefined) return null
  for (let k = Math.min(words.length - 1, at + 4); k >= at; k--) {
    const last = words[k]
    const end = last === undefined ? from : last.start + last.text.length
    if (registry.knowledge.titles.get(window.slice(from, end)) !== undefined) return end
  }
  return null
}

/** "of international relations": what the title is of, in lower case, without what follows "at" or "in". */
function ofWhat(tail: string): string {
  const of = /^ (?:of|in|for) (?:\p{Ll}[\p{L}-]*(?: and)? ?){1,4}/u.exec(tail)?.[0] ?? ''
  return of
    .replace(/ (?:at|in|with|from|for|the|of|and)? ?$/u, '')
    .replace(/ (?:at|in|with|from|the)(?: the)?$/u, '')
}

/** Officials have the state whose office they hold; a professor's university tells no nationality. */
function takeState(entity: Entity, from: Entity, office: boolean): void {
  if (entity.state !== null || from.state === null) return
  if (from.type === 'state' ? office : /^(?:government|military|court|party)$/.test(from.type))
    entity.state = from.state
}
