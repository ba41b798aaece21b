/** What the screen is of; the same stands on its tab, and where one looks back at where one was. */
import { useEffect } from 'react'
import { type Dossier, useAsk } from '../api.ts'

/** A dossier by its name, else by its states. */
export const nameOf = (dossier: Dossier | undefined): string =>
  dossier?.name ?? (dossier?.states.map(({ name }) => name).join(' · ') || 'Entente')

export function Heading({ children }: { children: string }) {
  const { data } = useAsk<Dossier>('/api/dossier')
  const place = nameOf(data)
  useEffect(() => {
    document.title = `${children} – ${place}`
  }, [children, place])
  return <h1>{children}</h1>
}
