import type { Messages } from '../i18n/en.ts'
import type { Load } from '../parts/later.tsx'

export interface Screen {
  /** As wouter writes it. */
  path: string
  /** Its word in the row of rooms; null for a screen that one comes to from another. */
  name: keyof Messages['nav'] | null
  /** The second key after `g`. */
  key: string | null
  load: Load
}

/** All screens, in the order of the row of rooms. A screen is one file, and one line here. */
export const SCREENS: readonly Screen[] = [
  { path: '/', name: 'overview', key: 'o', load: () => import('./overview.tsx') },
  { path: '/timeline', name: 'timeline', key: 't', load: () => import('./timeline.tsx') },
  { path: '/statements', name: 'statements', key: 's', load: () => import('./statements.tsx') },
  { path: '/positions', name: 'positions', key: 'p', load: () => import('./positions.tsx') },
  { path: '/issues', name: 'issues', key: 'i', load: () => import('./issues.tsx') },
  { path: '/accounts', name: 'accounts', key: 'c', load: () => import('./accounts.tsx') },
  { path: '/forecasts', name: 'forecasts', key: 'f', load: () => import('./forecasts.tsx') },
  { path: '/drivers', name: 'drivers', key: 'd', load: () => import('./drivers.tsx') },
  { path: '/search', name: 'search', key: null, load: () => import('./search.tsx') },
  { path: '/documents', name: 'documents', key: 'a', load: () => import('./documents.tsx') },
  { path: '/review', name: 'review', key: 'r', load: () => import('./review.tsx') },
  { path: '/add', name: 'add', key: 'n', load: () => import('./add.tsx') },
  { path: '/events/:id', name: null, key: null, load: () => import('./event.tsx') },
  { path: '/issues/:id', name: null, key: null, load: () => import('./issue.tsx') },
  { path: '/accounts/:id', name: null, key: null, load: () => import('./account.tsx') },
  { path: '/people/:id', name: null, key: null, load: () => import('./person.tsx') },
  { path: '/documents/:id', name: null, key: null, load: () => import('./document.tsx') },
  // Bundled in development alone.
  ...(import.meta.env.DEV
    ? [{ path: '/design', name: null, key: null, load: () => import('./design.tsx') }]
    : []),
]
