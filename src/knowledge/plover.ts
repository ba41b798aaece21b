import { EntenteError } from '../record/errors.ts'
import { EVENT_TYPES, type EventType, QUADS, type Quad } from '../record/types.ts'
import { list, readTable } from './tsv.ts'

export interface Plover {
  readonly types: readonly EventType[]
  quadOf(type: EventType): Quad
  /** -10 (conflict) to 10 (cooperation); a mode without a value of its own has its type's. */
  intensityOf(type: EventType, mode: string | null): number
  hasMode(type: EventType, mode: string): boolean
  /** CAMEO root codes, for export. */
  cameoOf(type: EventType): readonly string[]
}

/** The type that a cell names; `table` says where, should it be none. */
export function eventType(cell: string, table: string): EventType {
  const type = EVENT_TYPES.find(known => known === cell)
  if (type === undefined) {
    throw new EntenteError(
      'E_KNOWLEDGE',
      `${table}: "${cell}" is no PLOVER type; write one of ${EVENT_TYPES.join(', ')}`,
    )
  }
  return type
}

export function isEventType(cell: string): boolean {
  return EVENT_TYPES.some(known => known === cell)
}

/** PLOVER's types, modes, quad classes and intensities. */
export function loadPlover(): Plover {
  const intensity = new Map<string, number>()
  const quads = new Map<EventType, Quad>()
  const cameo = new Map<EventType, string[]>()
  for (const row of readTable('plover')) {
    const type = eventType(row.type ?? '', 'plover.tsv')
    intensity.set(`${type} ${row.mode ?? ''}`, Number(row.intensity))
    const quad = QUADS.find(known => known === row.quad)
    if (quad === undefined)
      throw new EntenteError('E_KNOWLEDGE', `plover.tsv: "${row.quad}" is no quad class`)
    quads.set(type, quad)
    if (row.mode === '') cameo.set(type, list(row.cameo))
  }
  const own = (type: EventType, mode: string | null) => intensity.get(`${type} ${mode ?? ''}`)
  return {
    types: EVENT_TYPES,
    quadOf: type => quads.get(type) ?? 'verbal-cooperation',
    intensityOf: (type, mode) => own(type, mode) ?? own(type, null) ?? 0,
    hasMode: (type, mode) => intensity.has(`${type} ${mode}`),
    cameoOf: type => cameo.get(type) ?? [],
  }
}
