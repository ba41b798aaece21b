/** What is on screen, all rows, to take away. */
import { pathWith } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { filtersOf, useView, type View } from '../url.ts'
import { Print } from './take-rows.tsx'

/** `filters`: where the screen shows other facts than those that its address chooses. */
export function Take({ list, filters }: { list: string; filters?: View }) {
  const { t } = useWords()
  const [view] = useView()
  const asked = filters ?? filtersOf(view)
  return (
    <span className="take">
      <span>{t.common.take}:</span>
      {list === 'events' ? (
        <a href={pathWith('/api/take/brief.md', asked)} download>
          {t.common.chronology}
        </a>
      ) : null}
      {(['csv', 'json', 'md'] as const).map(format => (
        <a key={format} href={pathWith(`/api/take/${list}.${format}`, asked)} download>
          {format.toUpperCase()}
        </a>
      ))}
      <Print />
    </span>
  )
}
