/** What is on screen, all rows, to take away. */
import { pathWith } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { filtersOf, useView } from '../url.ts'

export function Take({ list }: { list: string }) {
  const { t } = useWords()
  const [view] = useView()
  return (
    <span className="take">
      <span>{t.common.take}:</span>
      {list === 'events' ? (
        <a href={pathWith('/api/take/brief.md', filtersOf(view))} download>
          {t.common.chronology}
        </a>
      ) : null}
      {(['csv', 'json', 'md'] as const).map(format => (
        <a key={format} href={pathWith(`/api/take/${list}.${format}`, filtersOf(view))} download>
          {format.toUpperCase()}
        </a>
      ))}
      <button type="button" onClick={() => window.print()}>
        {t.common.print}
      </button>
    </span>
  )
}
