import type { ActorType } from '../record/types.ts'
import { list, readTable } from './tsv.ts'

export interface Organization {
  readonly name: string
  readonly type: ActorType
  /** Null where it is international, or the name is common to many states ("Supreme Court"). */
  readonly state: string | null
  /** `name` first: "Japan Maritime Self-Defense Force", "JMSDF". */
  readonly names: readonly string[]
}

export interface Organizations {
  all(): readonly Organization[]
  /** Several where an acronym is shared: "PPP" in Seoul and in Islamabad. */
  byName(name: string): readonly Organization[]
  /** What kind of body a head word makes: "Ministry" → government; undefined for other words. */
  typeOfWord(word: string): ActorType | undefined
  names(): Iterable<[name: string, organizations: readonly Organization[]]>
}

const NONE: readonly Organization[] = []
const TYPES: readonly ActorType[] = [
  'government',
  'court',
  'military',
  'company',
  'party',
  'media',
  'international-organization',
]

/** The table is long, so it is read when it is first asked. */
export function loadOrganizations(): Organizations {
  let read: Index | null = null
  const index = (): Index => {
    read ??= readOrganizations()
    return read
  }
  const words = new Map<string, ActorType>()
  for (const row of readTable('organization-words')) {
    for (const word of (row.words ?? '').split(' ')) words.set(word, typeOf(row.type ?? ''))
  }
  return {
    // An object with a getter of its own is slow to ask for anything.
    all: () => index().all,
    byName: name => index().byName.get(keyOf(name)) ?? NONE,
    // "Inc.", "Corp."
    typeOfWord: word => words.get(word) ?? (word.endsWith('.') ? words.get(word.slice(0, -1)) : undefined),
    *names() {
      const { all, byName } = index()
      for (const organization of all)
        for (const name of organization.names) yield [name, byName.get(name) ?? [organization]]
    },
  }
}

interface Index {
  readonly all: readonly Organization[]
  readonly byName: ReadonlyMap<string, readonly Organization[]>
}

function readOrganizations(): Index {
  const all = readTable('organizations').map(
    (row): Organization => ({
      name: row.name ?? '',
      type: typeOf(row.type ?? ''),
      state: row.state ? row.state : null,
      names: [row.name ?? '', ...list(row.aliases)],
    }),
  )
  const byName = new Map<string, Organization[]>()
  for (const organization of all) {
    for (const name of organization.names) {
      const key = keyOf(name)
      const found = byName.get(key)
      if (found === undefined) byName.set(key, [organization])
      else if (!found.includes(organization)) found.push(organization)
    }
  }
  return { all, byName }
}

/** With a straight apostrophe and without "the". */
function keyOf(name: string): string {
  const straight = name.includes('\u2019') ? name.replaceAll('\u2019', "'") : name
  return straight.charCodeAt(3) === 32 && /^the /i.test(straight) ? straight.slice(4) : straight
}

function typeOf(cell: string): ActorType {
  return TYPES.find(type => type === cell) ?? 'organization'
}
