/** Leads to the next page of a list, if there is one. */
import { useWords } from '../i18n/index.tsx'
import { useView } from '../url.ts'

export function More({ next }: { next: string | null }) {
  const { t } = useWords()
  const [, change] = useView()
  if (next === null) return null
  return (
    <button type="button" className="button no-print" onClick={() => change({ cursor: next })}>
      {t.common.more}
    </button>
  )
}

export function Total({ of }: { of: number }) {
  const { t } = useWords()
  return <p className="quiet small">{t.common.total(of)}</p>
}
