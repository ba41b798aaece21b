/** What one can narrow a list by, with how many facts each choice leaves. */
import { useState } from 'react'
import type { FacetValue } from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { useWords } from '../i18n/index.tsx'
import { excludedIn, FILTERS, isExcludable, useView } from '../url.ts'
import { useIsWide } from './size.ts'

const FEW = 8

function Values({ name, values }: { name: string; values: readonly FacetValue[] }) {
  const { t } = useWords()
  const [view, change] = useView()
  const [isWhole, setWhole] = useState(false)
  const chosen = view[name]
  const excluded = excludedIn(view, name)
  const leave = (values: readonly string[]) =>
    change({ [`-${name}`]: values.length === 0 ? undefined : values.join('|'), cursor: undefined })
  return (
    <>
      <ul>
        {excluded.map(value => (
          <li key={value}>
            <button
              type="button"
              aria-pressed="true"
              onClick={() => leave(excluded.filter(it => it !== value))}
            >
              <s>{values.find(it => it.value === value)?.label ?? value}</s>
            </button>
            <span className="quiet">{t.facets.without}</span>
          </li>
        ))}
        {values.slice(0, isWhole ? values.length : FEW).map(({ value, label, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={chosen === value}
              onClick={() => change({ [name]: chosen === value ? undefined : value, cursor: undefined })}
            >
              {label}
            </button>
            <span className="number quiet">
              {isExcludable(name) && chosen !== value ? (
                <button
                  type="button"
                  className="leave"
                  aria-label={`${t.facets.exclude}: ${label}`}
                  title={t.facets.exclude}
                  onClick={() => leave([...excluded, value])}
                >
                  −
                </button>
              ) : null}{' '}
              {count}
            </span>
          </li>
        ))}
      </ul>
      {values.length > FEW ? (
        <button type="button" className="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.common.less : `${t.common.more} (${values.length - FEW})`}
        </button>
      ) : null}
    </>
  )
}

function Days() {
  const { t } = useWords()
  const [view, change] = useView()
  return (
    <div className="days">
      {(['from', 'to'] as const).map(name => (
        <label key={name} style={{ display: 'contents' }}>
          <span>{t.facets[name]}</span>
          <input
            type="date"
            value={view[name] ?? ''}
            onChange={event => change({ [name]: event.target.value || undefined, cursor: undefined }, true)}
          />
        </label>
      ))}
    </div>
  )
}

/** `names`: the facets to show, in order, as the server calls them. */
export function Facets({
  facets,
  names,
}: {
  facets: { [name: string]: FacetValue[] }
  names: readonly (keyof Messages['facets'])[]
}) {
  const { t } = useWords()
  const [view, change] = useView()
  const chosen = FILTERS.filter(name => view[name] !== undefined).length
  // Where there is one column, what is listed would stand a screen below all that narrows it.
  const isWide = useIsWide()
  const [isOpened, setOpened] = useState(false)
  return (
    <aside className="facets" aria-label={t.facets.title}>
      <details open={isWide || isOpened} onToggle={event => setOpened(event.currentTarget.open)}>
        <summary className="narrow-only">
          {t.facets.title}
          {chosen === 0 ? '' : ` (${chosen})`}
        </summary>
        <label>
          <span className="quiet">{t.facets.words}</span>
          <input
            type="search"
            value={view.q ?? ''}
            onChange={event => change({ q: event.target.value || undefined, cursor: undefined }, true)}
          />
        </label>
        <Days />
        {chosen > 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => change(Object.fromEntries([...FILTERS, 'cursor'].map(name => [name, undefined])))}
          >
            {t.common.clear}
          </button>
        ) : null}
        {names.map(name => {
          const values = facets[name] ?? []
          if (values.length === 0 && excludedIn(view, name).length === 0) return null
          return (
            <details
              key={name}
              open={
                name === names[0] ||
                name === names[1] ||
                view[name] !== undefined ||
                excludedIn(view, name).length > 0
              }
            >
              <summary>{t.facets[name]}</summary>
              <Values name={name} values={values} />
            </details>
          )
        })}
      </details>
    </aside>
  )
}
