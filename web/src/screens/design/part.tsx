/** A part on the sheet, with its name; and answers for parts that ask the server by themselves. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'

export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="section">
      <p className="quiet small">{name}</p>
      {children}
    </section>
  )
}

/** Parts within have these answers, by the path that they ask, and ask no server for them. */
export function Answered({
  by,
  children,
}: {
  by: { readonly [path: string]: unknown }
  children: ReactNode
}) {
  const client = useMemo(() => {
    const made = new QueryClient({
      defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
    })
    for (const [path, answer] of Object.entries(by)) made.setQueryData([path], answer)
    return made
  }, [by])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

export const nothing = (): void => {}
