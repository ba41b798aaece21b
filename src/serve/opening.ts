/** What screens ask for at first, as `web/src/screens/` writes it; a test holds the two together. */

interface Watched {
  states: readonly { id: string }[]
  latest: string | null
}

function isWatched(value: unknown): value is Watched {
  return typeof value === 'object' && value !== null && 'states' in value && Array.isArray(value.states)
}

const asked = (path: string, params: { readonly [name: string]: string | number }): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value !== '') query.set(name, String(value))
  return `${path}?${query}`
}

/** Paths in the order in which they are wanted, from the answer of `/api/dossier`. */
export function openingPaths(dossier: unknown): string[] {
  if (!isWatched(dossier)) return []
  const { latest, states: watched } = dossier
  const states = watched.length === 2 ? watched.map(({ id }) => id).join() : ''
  const reported = { status: 'reported' }
  const paths = [
    asked('/api/analyses/index', { by: 'quarter' }),
    asked('/api/marks', { ...reported, order: 'heaviest', limit: 200, states }),
    asked('/api/events', { ...reported, maxOrigins: 1, order: 'heaviest', limit: 8, states }),
  ]
  if (latest === null) return paths
  return [
    ...paths,
    '/api/issues',
    asked('/api/events', { ...reported, to: latest, order: 'newest', limit: 8, states }),
    asked('/api/events', { status: 'planned', from: latest, limit: 20 }),
  ]
}

function idsIn(value: unknown, list: string, of: (one: object) => unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const all: unknown = Object.entries(value).find(([name]) => name === list)?.[1]
  if (!Array.isArray(all)) return []
  return all
    .flatMap(one => (typeof one === 'object' && one !== null ? of(one) : []))
    .filter(id => typeof id === 'string')
}

/** Events of turning points of which the marks at hand do not hold the title. */
export function titlePaths(index: unknown, marks: unknown): string[] {
  const answer = typeof index === 'object' && index !== null && 'answer' in index ? index.answer : undefined
  const known = new Set(idsIn(marks, 'marks', one => ('id' in one ? one.id : [])))
  const turned = idsIn(answer, 'turningPoints', one => ('events' in one ? one.events : []))
  return [...new Set(turned)].filter(id => !known.has(id)).map(id => `/api/facts/${id}`)
}

/** What the other screens ask for before anything is chosen on them. */
export const ROOM_PATHS: readonly string[] = [
  '/api/lanes?lanes=issue',
  '/api/events?limit=200',
  '/api/statements?limit=100',
  '/api/stances',
  '/api/issues/strips',
  '/api/analyses/accounts',
  '/api/terms',
  '/api/ledger?limit=1',
  '/api/ledger?due=true&limit=30',
  '/api/ledger?limit=30',
  '/api/analyses/forecasts?scores=true',
  '/api/map',
  '/api/documents',
]
