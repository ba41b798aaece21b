import type { EventType } from '../record/types.ts'
import { eventType, isEventType } from './plover.ts'
import { list, readTable } from './tsv.ts'

/** What a frame asks of a noun: one of these classes, nouns that name one of these types of event, or these very words. */
export interface NounWish {
  readonly classes: readonly string[]
  readonly types: readonly EventType[]
  readonly actor: boolean
  readonly none: boolean
  /** Any noun at all. */
  readonly any: boolean
  /** With no second object: "called him", and not "called him a friend". */
  readonly alone: boolean
}

export type ComplementKind = 'to' | 'that' | 'ing' | 'base'

/** One row of verbs/*.tsv for one verb: what the verb takes, and the event that it then tells. */
export interface Frame {
  readonly verb: string
  /** Words after the verb: ["off"] of "call off". */
  readonly rest: readonly string[]
  readonly type: EventType | null
  /** Operator of shifters.tsv; one of `type` and `operator` is null. */
  readonly operator: string | null
  readonly mode: string | null
  readonly object: NounWish | null
  readonly phrases: readonly string[]
  readonly within: NounWish | null
  readonly complement: readonly ComplementKind[]
  readonly actor: NounWish | null
  readonly predicate: NounWish | null
  readonly adverbs: readonly string[]
  readonly joint: boolean
  readonly contexts: readonly string[]
  /** Counts only where source and target are given. */
  readonly pairOnly: boolean
  /** The type in the pair task, where custom has it differ (a signed treaty is SUPPORT); else null. */
  readonly pairType: EventType | null
  /** How much the frame asks for: of two that fit, the higher wins. */
  readonly rank: number
  /** Line in the table, for receipts and ties. */
  readonly row: number
}

export interface Frames {
  /** Frames that begin with this verb, those that ask for most first. */
  of(verb: string): readonly Frame[]
  readonly verbs: readonly string[]
  readonly size: number
  readonly examples: readonly {
    type: string
    verbs: readonly string[]
    mode: string | null
    pairOnly: boolean
    example: string
    counter: string
    row: number
  }[]
}

function wish(cell: string | undefined): NounWish | null {
  const parts = list(cell)
  if (parts.length === 0) return null
  const types = parts.filter(isEventType).map(part => eventType(part, 'verbs/*.tsv'))
  const classes = parts.filter(
    part => !isEventType(part) && part !== 'actor' && part !== 'none' && part !== 'any' && part !== 'alone',
  )
  return {
    classes,
    types,
    actor: parts.includes('actor'),
    none: parts.includes('none'),
    any: parts.includes('any'),
    alone: parts.includes('alone'),
  }
}

function complements(cell: string | undefined): ComplementKind[] {
  const found: ComplementKind[] = []
  for (const part of list(cell)) {
    if (part === 'to' || part === 'that' || part === 'ing' || part === 'base') found.push(part)
  }
  return found
}

/** What all verbs of a row have in common. */
type Shared = Omit<Frame, 'verb' | 'rest' | 'rank'>

/** Every field by its name: put together from others, the frames would be objects of a slower kind, and they are asked most of all. */
function frameOf(shared: Shared, verb: string, rest: readonly string[], rank: number): Frame {
  return {
    verb,
    rest,
    rank,
    type: shared.type,
    operator: shared.operator,
    mode: shared.mode,
    object: shared.object,
    phrases: shared.phrases,
    within: shared.within,
    complement: shared.complement,
    actor: shared.actor,
    predicate: shared.predicate,
    adverbs: shared.adverbs,
    joint: shared.joint,
    contexts: shared.contexts,
    pairOnly: shared.pairOnly,
    pairType: shared.pairType,
    row: shared.row,
  }
}

/** Without the words after the verb, each of which counts ten. */
function rankOf(frame: Shared): number {
  const { object, within, actor, predicate } = frame
  let rank = 0
  if (object !== null) rank += object.classes.length + object.types.length > 0 ? 8 : object.actor ? 5 : 2
  if (frame.phrases.length > 0) rank += 4
  if (within !== null) rank += 4
  if (frame.complement.length > 0) rank += 4
  if (actor !== null) rank += 3
  if (predicate !== null) rank += 9
  if (frame.adverbs.length > 0) rank += 3
  if (frame.operator !== null) return rank + 6
  // Of two that ask for as much, the one that also counts without a given pair says more.
  return frame.pairOnly ? rank - 0.5 : rank
}

const NONE: readonly Frame[] = []

export function loadFrames(): Frames {
  const byVerb = new Map<string, Frame[]>()
  const examples: Frames['examples'][number][] = []
  let size = 0
  let line = 0
  for (const row of readTable('verbs')) {
    line++
    const isOperator = row.type?.startsWith('=') ?? false
    const shared = {
      type: isOperator ? null : eventType(row.type ?? '', 'verbs/*.tsv'),
      operator: isOperator ? (row.type ?? '').slice(1) : null,
      mode: row.mode || null,
      object: wish(row.object),
      phrases: list(row.phrase),
      within: wish(row.within),
      complement: complements(row.complement),
      actor: wish(row.actor),
      predicate: wish(row.predicate),
      adverbs: list(row.adverb),
      joint: row.joint === 'yes',
      contexts: list(row.context),
      pairOnly: row.use === 'pair',
      pairType: row.pair ? eventType(row.pair, 'verbs/*.tsv') : null,
      row: line,
    }
    examples.push({
      type: row.type ?? '',
      verbs: list(row.verbs),
      mode: shared.mode,
      pairOnly: shared.pairOnly,
      example: row.example ?? '',
      counter: row.counter ?? '',
      row: line,
    })
    const rank = rankOf(shared)
    for (const words of list(row.verbs)) {
      const [verb = '', ...rest] = words.split(' ')
      const frames = byVerb.get(verb)
      const frame = frameOf(shared, verb, rest, rank + 10 * rest.length)
      if (frames === undefined) byVerb.set(verb, [frame])
      else frames.push(frame)
      size++
    }
  }
  for (const frames of byVerb.values()) frames.sort((a, b) => b.rank - a.rank || a.row - b.row)
  return { of: verb => byVerb.get(verb) ?? NONE, verbs: [...byVerb.keys()], size, examples }
}
