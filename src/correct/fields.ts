/** The fields that a person may correct, by kind: how a value is written, and how it comes into the fact. */
import { EntenteError } from '../record/errors.ts'
import type { Facts, SourcedKind } from '../record/facts.ts'
import { slug } from '../record/ids.ts'
import {
  type Actor,
  type Event,
  type EventType,
  OUTCOMES,
  type Quad,
  STANCES,
  STATUSES,
} from '../record/types.ts'
import { intervalFrom } from './when.ts'

/** What a corrected value is checked against and completed from. */
export interface Means {
  types: readonly EventType[]
  quadOf(type: EventType): Quad
  intensityOf(type: EventType, mode: string | null): number
}

/** What the record holds that a value may name. */
export interface Named {
  actors: ReadonlyMap<string, Actor>
  issues: ReadonlySet<string>
  factors: ReadonlySet<string>
}

interface Field<K extends SourcedKind> {
  kind: K
  name: string
  /** How a value is written, for who must write one. */
  written: string
  choices?: (means: Means) => readonly string[]
  /** The fact with the value in it; null where the value is none. */
  set(fact: Facts[K], value: string, means: Means, named: Named): Facts[K] | null
}

function among<T extends string>(all: readonly T[], value: string): T | null {
  return all.find(known => known === value) ?? null
}

const wordsIn = (value: string): string | null => value.trim() || null

function statesIn(value: string): string[] | null {
  const codes = value.split(/[,\s]+/)
  return codes.every(code => /^[A-Z]{3}$/.test(code)) ? [...new Set(codes)].sort() : null
}

function withType(event: Event, value: string, means: Means): Event | null {
  const type = among(means.types, value)
  if (type === null) return null
  // The former type's mode means nothing under another.
  const mode = type === event.type ? event.mode : null
  return { ...event, type, mode, quad: means.quadOf(type), intensity: means.intensityOf(type, mode) }
}

/** An actor's id, its name, or the name of somebody whom the record does not know. */
function speakerOf(value: string, { actors }: Named) {
  const words = wordsIn(value)
  if (words === null) return null
  const actor = actors.get(words) ?? [...actors.values()].find(({ name }) => name === words)
  return { name: actor?.name ?? words, actor: actor?.id ?? null, affiliation: null }
}

const field = <K extends SourcedKind>(it: Field<K>): Field<K> => it

const FIELDS = {
  event: [
    field({
      kind: 'event',
      name: 'type',
      written: 'a PLOVER type',
      choices: means => means.types,
      set: withType,
    }),
    field({
      kind: 'event',
      name: 'date',
      written: 'a day, month or year, or two with “..” between: 2018-10-30, 2018-10, 2018-10-30..2018-11-02',
      set: (event, value) => {
        const date = intervalFrom(value)
        return date && { ...event, date }
      },
    }),
    field({
      kind: 'event',
      name: 'status',
      written: 'a status',
      choices: () => STATUSES,
      set: (event, value) => {
        const status = among(STATUSES, value)
        return status && { ...event, status }
      },
    }),
    field({
      kind: 'event',
      name: 'states',
      written: 'codes of three capitals: KOR,JPN',
      set: (event, value) => {
        const states = statesIn(value)
        return states && { ...event, states }
      },
    }),
    field({
      kind: 'event',
      name: 'title',
      written: 'words',
      set: (event, value) => {
        const title = wordsIn(value)
        return title === null ? null : { ...event, title }
      },
    }),
  ],
  statement: [
    field({
      kind: 'statement',
      name: 'speaker',
      written: 'an actor’s id or name, or another name',
      set: (statement, value, _, named) => {
        const speaker = speakerOf(value, named)
        return speaker && { ...statement, speaker }
      },
    }),
  ],
  position: [
    field({
      kind: 'position',
      name: 'stance',
      written: 'a stance',
      choices: () => STANCES,
      set: (position, value) => {
        const stance = among(STANCES, value)
        return stance && { ...position, stance }
      },
    }),
    field({
      kind: 'position',
      name: 'issue',
      written: 'the id of an issue in the record',
      set: (position, value, _, { issues }) => (issues.has(value) ? { ...position, issue: value } : null),
    }),
  ],
  forecast: [
    field({
      kind: 'forecast',
      name: 'outcome',
      written: 'an outcome',
      choices: () => OUTCOMES,
      set: (forecast, value) => {
        const outcome = among(OUTCOMES, value)
        return outcome && { ...forecast, outcome }
      },
    }),
  ],
  driver: [
    field({
      kind: 'driver',
      name: 'sign',
      written: '+ or -',
      choices: () => ['+', '-'],
      set: (driver, value) =>
        value === '+' || value === '-' ? { ...driver, sign: value === '+' ? 1 : -1 } : null,
    }),
    ...(['cause', 'effect'] as const).map(name =>
      field({
        kind: 'driver',
        name,
        written: 'the id of a factor in the record',
        set: (driver, value, _, { factors }) => {
          const factor = slug(value)
          return factors.has(factor) ? { ...driver, [name]: { ...driver[name], factor } } : null
        },
      }),
    ),
  ],
} satisfies { readonly [K in SourcedKind]: readonly Field<K>[] }

const listOf = <K extends SourcedKind>(kind: K): readonly Field<K>[] => {
  const lists: { readonly [L in SourcedKind]: readonly Field<L>[] } = FIELDS
  return lists[kind]
}

/** The fields of each kind, as a page or a message tells them. */
export function fieldsOf(kind: SourcedKind, means: Means) {
  const all: readonly Pick<Field<'event'>, 'name' | 'written' | 'choices'>[] = listOf(kind)
  return all.map(({ name, written, choices }) => ({ name, written, choices: choices?.(means) ?? null }))
}

/** The fact with the field corrected; null where it has no such field, or the value does not fit (any more). */
export function setField<K extends SourcedKind>(
  kind: K,
  fact: Facts[K],
  change: { field: string; value: string },
  means: Means,
  named: Named,
): Facts[K] | null {
  const found = listOf(kind).find(({ name }) => name === change.field)
  return found?.set(fact, change.value, means, named) ?? null
}

/** An error that says what could have been written. */
export function wrongValue(kind: SourcedKind, field: string, value: string, means: Means): EntenteError {
  const fields = fieldsOf(kind, means)
  const known = fields.find(({ name }) => name === field)
  if (known === undefined) {
    const names = fields.map(({ name }) => name).join(', ')
    return new EntenteError('E_USAGE', `a ${kind} has no field "${field}" to correct; there are ${names}`)
  }
  const written = known.choices === null ? known.written : `one of ${known.choices.join(', ')}`
  return new EntenteError('E_USAGE', `${field}: "${value}" does not fit; write ${written}`)
}
