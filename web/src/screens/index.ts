import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Messages } from '../i18n/en.ts'

export interface Screen {
  /** As wouter writes it. */
  path: string
  /** Its word in the row of rooms; null for a screen that one comes to from another. */
  name: keyof Messages['nav'] | null
  /** The second key after `g`. */
  key: string | null
  screen: LazyExoticComponent<ComponentType>
}

/** All screens, in the order of the row of rooms. A screen is one file, and one line here. */
export const SCREENS: readonly Screen[] = [
  { path: '/', name: 'overview', key: 'o', screen: lazy(() => import('./overview.tsx')) },
  { path: '/timeline', name: 'timeline', key: 't', screen: lazy(() => import('./timeline.tsx')) },
  { path: '/statements', name: 'statements', key: 's', screen: lazy(() => import('./statements.tsx')) },
  { path: '/positions', name: 'positions', key: 'p', screen: lazy(() => import('./positions.tsx')) },
  { path: '/issues', name: 'issues', key: 'i', screen: lazy(() => import('./issues.tsx')) },
  { path: '/accounts', name: 'accounts', key: 'c', screen: lazy(() => import('./accounts.tsx')) },
  { path: '/forecasts', name: 'forecasts', key: 'f', screen: lazy(() => import('./forecasts.tsx')) },
  { path: '/drivers', name: 'drivers', key: 'd', screen: lazy(() => import('./drivers.tsx')) },
  { path: '/search', name: 'search', key: null, screen: lazy(() => import('./search.tsx')) },
  { path: '/documents', name: 'documents', key: 'a', screen: lazy(() => import('./documents.tsx')) },
  { path: '/review', name: 'review', key: 'r', screen: lazy(() => import('./review.tsx')) },
  { path: '/add', name: 'add', key: 'n', screen: lazy(() => import('./add.tsx')) },
  { path: '/events/:id', name: null, key: null, screen: lazy(() => import('./event.tsx')) },
  { path: '/issues/:id', name: null, key: null, screen: lazy(() => import('./issue.tsx')) },
  { path: '/accounts/:id', name: null, key: null, screen: lazy(() => import('./account.tsx')) },
  { path: '/people/:id', name: null, key: null, screen: lazy(() => import('./person.tsx')) },
  { path: '/documents/:id', name: null, key: null, screen: lazy(() => import('./document.tsx')) },
  // Bundled in development alone.
  ...(import.meta.env.DEV
    ? [{ path: '/design', name: null, key: null, screen: lazy(() => import('./design.tsx')) }]
    : []),
]
