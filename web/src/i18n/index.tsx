import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { en, type Messages } from './en.ts'

export const LANGUAGES = { en: 'English', ja: '日本語', ko: '한국어' } as const
export type Language = keyof typeof LANGUAGES

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag)

const KEY = 'entente.language'

function first(): Language {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages].map(tag => tag?.slice(0, 2))
  return wanted.find(tag => tag !== undefined && isLanguage(tag)) ?? 'en'
}

/** The other catalogues, with their fonts, are fetched when they are wanted. */
const LOADERS: { readonly [L in Language]: () => Promise<Messages> } = {
  en: async () => en,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
}

interface Spoken {
  language: Language
  t: Messages
  speak(language: Language): void
}

const Context = createContext<Spoken>({ language: 'en', t: en, speak: () => {} })

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(first)
  const [t, setMessages] = useState<Messages>(en)
  useEffect(() => {
    let isCurrent = true
    document.documentElement.lang = language
    localStorage.setItem(KEY, language)
    LOADERS[language]().then(messages => isCurrent && setMessages(messages))
    return () => {
      isCurrent = false
    }
  }, [language])
  const spoken = useMemo(() => ({ language, t, speak: setLanguage }), [language, t])
  return <Context value={spoken}>{children}</Context>
}

export const useWords = (): Spoken => useContext(Context)
