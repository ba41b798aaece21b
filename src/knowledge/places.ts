import { list, readTable } from './tsv.ts'

export interface Place {
  readonly name: string
  /** Null for parts of the world, seas and rivers. */
  readonly state: string | null
  readonly kind: 'city' | 'region'
}

export interface Places {
  byName(name: string): Place | undefined
  names(): Iterable<[name: string, place: Place]>
}

export function loadPlaces(): Places {
  const places = new Map<string, Place>()
  for (const row of readTable('places')) {
    for (const name of list(row.names)) {
      if (places.has(name)) continue
      places.set(name, {
        name,
        state: row.state ? row.state : null,
        kind: row.kind === 'region' ? 'region' : 'city',
      })
    }
  }
  return { byName: name => places.get(name.replace(/^the /i, '')), names: () => places.entries() }
}
