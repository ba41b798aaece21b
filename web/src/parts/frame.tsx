import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useRoute, useSearch } from 'wouter'
import { type Dossier, type Me, useAsk } from '../api.ts'
import { isLanguage, LANGUAGES, useWords } from '../i18n/index.tsx'
import { SCREENS } from '../screens/index.ts'
import { applyTheme, storedTheme, THEMES, type Theme } from '../theme.ts'
import { nameOf } from './heading.tsx'

/** An event belongs to the timeline, and who speaks to the statements: `beyond` is what one comes to from the room. */
const BEYOND: { readonly [path: string]: string } = { '/timeline': '/events', '/statements': '/people' }

function Room({ path, name }: { path: string; name: string }) {
  const [isExact] = useRoute(path)
  const [isBelow] = useRoute(`${path}/:rest*`)
  const [isBeyond] = useRoute(`${BEYOND[path] ?? path}/:rest*`)
  const isHere = isExact || (path !== '/' && (isBelow || isBeyond))
  return (
    <Link href={path} aria-current={isHere ? 'page' : undefined}>
      {name}
    </Link>
  )
}

/** Who has logged in, and the way out; nothing where nobody had to. */
function Visitor() {
  const { t } = useWords()
  const { data } = useAsk<Me>('/api/me')
  if (data === undefined || !data.isLoggedIn) return null
  return (
    <form method="post" action="/logout" className="visitor">
      <span>{data.name}</span>
      <button type="submit">{t.common.logOut}</button>
    </form>
  )
}

function Choices() {
  const { t, language, speak } = useWords()
  const [theme, setTheme] = useState<Theme>(storedTheme)
  const choose = (chosen: Theme) => {
    applyTheme(chosen)
    setTheme(chosen)
  }
  return (
    <div className="masthead-choices">
      <Visitor />
      <select
        aria-label={t.common.theme}
        value={theme}
        onChange={event => choose(THEMES.find(it => it === event.target.value) ?? 'system')}
      >
        {THEMES.map(it => (
          <option key={it} value={it}>
            {t.theme[it]}
          </option>
        ))}
      </select>
      <select
        aria-label={t.common.language}
        value={language}
        onChange={event => speak(isLanguage(event.target.value) ? event.target.value : 'en')}
      >
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Rooms in which something is changed: who may not is not led there. */
const WANTED: { readonly [path: string]: readonly Me['may'][] } = {
  '/review': ['review', 'admin'],
  '/add': ['admin'],
}

/** Where the row is wider than the page, the room that one is in is in sight. */
function useInSight() {
  const row = useRef<HTMLElement>(null)
  const [location] = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another room
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (!here || !row.current) return
    row.current.scrollLeft = here.offsetLeft - row.current.offsetLeft - row.current.clientWidth / 3
  }, [location])
  return row
}

export function Masthead() {
  const { t } = useWords()
  const row = useInSight()
  const { data } = useAsk<Dossier>('/api/dossier')
  const { may = 'admin' } = useAsk<Me>('/api/me').data ?? {}
  const states = data?.states.map(({ name }) => name).join(' · ') ?? ''
  return (
    <header className="masthead">
      <div className="masthead-top">
        <Link href="/" className="masthead-name">
          {nameOf(data)}
        </Link>
        <span className="masthead-facts">
          {data === undefined
            ? ''
            : [states, t.common.documents(data.counts.documents ?? 0)].filter(Boolean).join(' — ')}
        </span>
        <Choices />
      </div>
      <nav className="rooms" aria-label="Entente" ref={row}>
        {SCREENS.map(({ path, name }) =>
          name === null || WANTED[path]?.includes(may) === false ? null : (
            <Room key={path} path={path} name={t.nav[name]} />
          ),
        )}
      </nav>
    </header>
  )
}

export function Foot() {
  const { t } = useWords()
  const [path] = useLocation()
  const search = useSearch()
  const { data } = useAsk<Dossier>('/api/dossier')
  if (data === undefined) return <footer className="foot" />
  const asked = search === '' ? path : `${path}?${search}`
  return (
    <footer className="foot">
      <span>Entente · {t.common.record(data.version)}</span>
      <span className="by-key no-print">
        <kbd>?</kbd> {t.help.title}
      </span>
      <span className="print-only">
        {asked} · {new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC
      </span>
    </footer>
  )
}
