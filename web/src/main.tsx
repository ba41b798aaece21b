import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/home.css'
import './styles/search.css'
import './styles/matters.css'
import './styles/review.css'
import './styles/print.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { LanguageProvider } from './i18n/index.tsx'
import { applyTheme, storedTheme } from './theme.ts'

applyTheme(storedTheme())

const client = new QueryClient({
  defaultOptions: {
    // The record changes only when something is added: the server's tags answer what has not.
    queries: {
      staleTime: 30_000,
      retry: 1,
      refetchOnWindowFocus: true,
      placeholderData: (before: unknown) => before,
    },
  },
})

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <App />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
