/** One statement that several documents quote is one, with all their passages. */
import { byCodePoint, shortHash } from '../record/ids.ts'
import { width } from '../record/interval.ts'
import type { StatementMention } from '../record/mentions.ts'
import type { Interval, Statement, StatementKind } from '../record/types.ts'
import { combined } from './confidence.ts'
import { type Context, type Told, toldOf } from './context.ts'
import { commonest, sorted } from './lists.ts'
import { passagesOf } from './passages.ts'
import { groupByWords } from './same-words.ts'

type Said = Told<StatementMention> & { actor: string | null }

function textOf({ mention, source }: Said): string {
  return mention.parts.map(([start, end]) => source.document.text.slice(start, end)).join(' … ')
}

/** Within a document every statement is its own; across documents the speakers must not contradict each other. */
function maybeOne(a: Said, b: Said): boolean {
  if (a.mention.document === b.mention.document) return false
  if (a.actor !== null && b.actor !== null) return a.actor === b.actor || copied(a, b)
  return copied(a, b) || a.mention.speaker.name.toLowerCase() === b.mention.speaker.name.toLowerCase()
}

function copied(a: Said, b: Said): boolean {
  return a.source.origin === b.source.origin
}

/** What two that may be one share; a name matters only where it is all that one of them has of its speaker. */
function sharing(said: readonly Said[]): (it: Said) => string[] {
  const nameOf = ({ mention }: Said): string => mention.speaker.name.toLowerCase()
  const nameless = new Set(said.filter(({ actor }) => actor === null).map(nameOf))
  return it => {
    const keys = [`article ${it.source.origin}`]
    if (it.actor !== null) keys.push(`actor ${it.actor}`)
    if (nameless.has(nameOf(it))) keys.push(`name ${nameOf(it)}`)
    return keys
  }
}

const KINDS: readonly StatementKind[] = ['direct', 'mixed', 'indirect']

/** The words that came first, most of them, and most exactly. */
function fullest(said: readonly Said[]): Said {
  const [best] = [...said].sort(
    (a, b) =>
      KINDS.indexOf(a.mention.how) - KINDS.indexOf(b.mention.how) ||
      textOf(b).length - textOf(a).length ||
      byCodePoint(a.mention.document, b.mention.document),
  )
  if (best === undefined) throw new RangeError('a statement without mentions')
  return best
}

/** A name rather than a description, the longer rather than the shorter. */
function speakerOf(context: Context, said: readonly Said[]): Statement['speaker'] {
  const actor = sorted(said.flatMap(it => it.actor ?? [])).at(0) ?? null
  const named = actor === null ? [] : (context.actors.get(actor)?.nodes ?? [])
  const full = named.filter(node => !node.actor.partial).map(node => node.actor.name)
  const names = full.length > 0 ? full : said.map(it => it.mention.speaker.name)
  return {
    name: commonest(names) ?? '',
    actor,
    affiliation: commonest(said.flatMap(it => it.mention.speaker.affiliation ?? [])),
  }
}

function days(it: Interval): number {
  return width(it) ?? Number.POSITIVE_INFINITY
}

/** Two infinities are equal; their difference is no number. */
function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function narrowest(dates: readonly Interval[]): Interval | null {
  const [first] = [...dates].sort(
    (a, b) => byNumber(days(a), days(b)) || byCodePoint(a.start ?? '', b.start ?? ''),
  )
  return first ?? null
}

function statementOf(context: Context, said: readonly Said[]): Statement {
  const best = fullest(said)
  const [first] = said
  return {
    id: shortHash('statement', first?.mention.id ?? ''),
    speaker: speakerOf(context, said),
    kind: best.mention.how,
    cue: best.mention.cue,
    text: textOf(best),
    date: narrowest(said.flatMap(it => it.mention.date ?? [])),
    issues: sorted(said.flatMap(it => it.mention.issues)),
    confidence: combined(said.map(it => ({ origin: it.source.origin, confidence: it.mention.confidence }))),
    evidence: passagesOf(
      said.flatMap(({ mention, source }) => mention.parts.map(span => ({ document: source.document, span }))),
    ),
  }
}

export function statements(context: Context): Statement[] {
  const said = toldOf(context, 'statement').map(({ mention, source }): Said => {
    const { key } = mention.speaker
    return { mention, source, actor: key === null ? null : context.actors.of(mention.document, key) }
  })
  return groupByWords(said, textOf, maybeOne, sharing(said)).map(group => statementOf(context, group))
}
