/** Corrections of one open dossier: made, taken back, brought in and counted, for the command line and the server. */
import {
  type Accuracy,
  aboutOf,
  accuracyOf,
  correctionOf,
  type Fate,
  fieldsOf,
  lastHeld,
  mergeBooks,
  queueOf,
  readBook,
  saidAgain,
  setField,
  split,
  splitId,
  type Waiting,
  type Who,
  writeBook,
  wrongValue,
} from '../correct/index.ts'
import {
  correctedRecord,
  correctionMeans,
  correctionsOf,
  type Session,
  takeCorrections,
} from '../pipeline.ts'
import type { Act, Asked, Correction } from '../record/corrections.ts'
import { EntenteError } from '../record/errors.ts'
import { type Facts, type RecordSource, SOURCED, type SourcedKind } from '../record/facts.ts'
import type { Actor, Event, Passage } from '../record/types.ts'
import { correctedOf, madeRecord } from './dossier.ts'
import type { Shell } from './shell.ts'

interface Found<K extends SourcedKind = SourcedKind> {
  kind: K
  fact: Facts[K]
}

const SHORTEST = 4

/** The fact that an id, the beginning of one, or an id that a merge retired, means; null where none does. */
async function foundIn(source: RecordSource, id: string): Promise<Found | null> {
  const found: Found[] = []
  for (const kind of SOURCED) {
    for await (const fact of source.facts(kind)) {
      if (fact.id === id) return { kind, fact }
      const isFormer = 'formerIds' in fact && fact.formerIds.includes(id)
      if (isFormer || (id.length >= SHORTEST && fact.id.startsWith(id))) found.push({ kind, fact })
    }
  }
  const [only, second] = found
  if (only === undefined) return null
  if (second === undefined) return only
  const ids = found.map(({ kind, fact }) => `${fact.id} (${kind})`).join(', ')
  throw new EntenteError('E_NOT_FOUND', `${id} begins several ids: ${ids}`)
}

async function namedIn(source: RecordSource) {
  const actors = new Map<string, Actor>()
  for await (const actor of source.facts('actor')) actors.set(actor.id, actor)
  const [issues, factors] = [new Set<string>(), new Set<string>()]
  for await (const { id } of source.facts('issue')) issues.add(id)
  for await (const { id } of source.facts('factor')) factors.add(id)
  return { actors, issues, factors }
}

export interface Review {
  make(ids: readonly string[], act: Asked, who: Who): Promise<Correction[]>
  /** Takes one back, by its id or its beginning; without one the last that still holds. */
  undo(id: string | null, who: Who): Promise<Correction>
  fates(): Promise<Fate[]>
  queue(): Promise<Waiting[]>
  accuracy(): Promise<Accuracy[]>
  fields(kind: SourcedKind): ReturnType<typeof fieldsOf>
  write(): Promise<string>
  /** How many of the file's corrections were new, or withdrawn there alone. */
  read(text: string, name: string): Promise<number>
}

/** What an id means as the record stands, and as the rules made it: corrections are bound to the latter. */
interface Meant {
  now: Found
  made: Found
}

async function meant(made: RecordSource, now: RecordSource, id: string): Promise<Meant> {
  // What was rejected stands in the former alone, what was split off in the latter alone.
  const standing = await foundIn(now, id)
  const known = await foundIn(made, standing?.fact.id ?? id)
  const found = standing ?? known
  if (found === null) throw new EntenteError('E_NOT_FOUND', `no fact in this dossier has the id ${id}`)
  return { now: found, made: known ?? found }
}

function eventIn({ kind, fact }: Found, act: string): Event {
  if ('history' in fact) return fact
  throw new EntenteError('E_USAGE', `${fact.id} is a ${kind}; ${act} is for events`)
}

/** The passages that were named; all of a document's where no place in it is given. */
function namedPassages(event: Event, names: readonly string[]): Passage[] {
  return names.flatMap(name => {
    const [, document = '', start] = /^([^:]+)(?::(\d+))?$/.exec(name) ?? []
    const found = event.evidence.filter(
      it => it.document.startsWith(document) && (start === undefined || it.start === Number(start)),
    )
    if (found.length > 0 && document !== '') return found
    const all = event.evidence.map(it => `${it.document}:${it.start}`).join(', ')
    throw new EntenteError('E_USAGE', `"${name}" is no passage of ${event.id}; it has ${all}`)
  })
}

function splitting(event: Event, names: readonly string[]): Act {
  const passages = namedPassages(event, names)
  const into = splitId(event, passages)
  if (split(event, passages, into, it => it) === null) {
    const all = event.evidence.map(it => `${it.document}:${it.start}`).join(', ')
    throw new EntenteError(
      'E_USAGE',
      `a split takes some of the passages of ${event.id}, and leaves some; it has ${all}`,
    )
  }
  return { do: 'split', passages, into }
}

/** The act with what finds its parts again. */
async function actOf(asked: Asked, { now }: Meant, find: (id: string) => Promise<Meant>): Promise<Act> {
  if (asked.do === 'split') return splitting(eventIn(now, 'split'), asked.passages)
  if (asked.do !== 'merge') return asked
  const other = await find(asked.with)
  const [event, again] = [eventIn(now, 'merge'), eventIn(other.now, 'merge')]
  if (event.id === again.id) throw new EntenteError('E_USAGE', `${asked.with} is the same event already`)
  return { do: 'merge', with: aboutOf('event', other.made.fact) }
}

async function make(
  shell: Shell,
  session: Session,
  ids: readonly string[],
  asked: Asked,
  who: Who,
): Promise<Correction[]> {
  const source = await madeRecord(shell, session, undefined)
  const corrected = await correctedRecord(session, source)
  const find = (id: string): Promise<Meant> => meant(source, corrected.source, id)
  const means = correctionMeans(session)
  const known = await correctionsOf(session)
  const made: Correction[] = []
  const same: Correction[] = []
  for (const id of ids) {
    const found = await find(id)
    const { kind, fact } = found.made
    if (asked.do === 'correct' && setField(kind, fact, asked, means, await namedIn(source)) === null)
      throw wrongValue(kind, asked.field, asked.value, means)
    const act = await actOf(asked, found, find)
    const about = aboutOf(kind, fact)
    const again = saidAgain(about, act, who, known)
    if (again !== null) same.push(again)
    else made.push(correctionOf(about, act, who, [...known, ...made]))
  }
  await takeCorrections(session, made)
  return [...same, ...made]
}

async function undo(session: Session, id: string | null, { author, at }: Who): Promise<Correction> {
  const known = await correctionsOf(session)
  const found = id === null ? [lastHeld(known)] : known.filter(it => it.id.startsWith(id))
  const [only] = found
  if (only === undefined || found.length > 1) {
    const what = found.length > 1 ? 'begins the ids of several corrections' : 'is the id of no correction'
    throw new EntenteError('E_NOT_FOUND', `${id} ${what}; \`entente review --log\` lists them`)
  }
  if (only.withdrawn !== null) throw new EntenteError('E_USAGE', `${only.id} is taken back already`)
  const withdrawn = { ...only, withdrawn: { author, at } }
  await takeCorrections(session, [withdrawn])
  return withdrawn
}

async function bringIn(session: Session, text: string, name: string): Promise<number> {
  const known = await correctionsOf(session)
  const before = new Map(known.map(it => [it.id, it]))
  const fresh = mergeBooks(known, readBook(text, name)).filter(it => {
    const former = before.get(it.id)
    return former === undefined || (former.withdrawn === null && it.withdrawn !== null)
  })
  await takeCorrections(session, fresh)
  return fresh.length
}

export function makeReview(shell: Shell, session: Session): Review {
  const corrected = () => correctedOf(shell, session, undefined)
  return {
    make: (ids, act, who) => make(shell, session, ids, act, who),
    undo: (id, who) => undo(session, id, who),
    fates: async () => (await corrected()).fates,
    async queue() {
      const { source, fates } = await corrected()
      return queueOf(source, fates)
    },
    accuracy: async () => accuracyOf(await correctionsOf(session)),
    fields: kind => fieldsOf(kind, correctionMeans(session)),
    write: async () => writeBook(await correctionsOf(session)),
    read: (text, name) => bringIn(session, text, name),
  }
}

/** Who corrects, where nobody says so. */
export function authorIn({ effects: { env } }: Shell): string {
  return env.ENTENTE_AUTHOR ?? env.USER ?? env.USERNAME ?? 'unnamed'
}
