/** What the first screen asks for, as `web/src/screens/overview.tsx` writes it; a test holds the two together. */

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
