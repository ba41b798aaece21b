/** On paper a link opens nothing: the passages of each row stand below, under the number that the row has. */
import type { NamesFor, Passage } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf } from './facts.tsx'

export function Footnotes({
  facts,
  names,
}: {
  /** `label`: what a note speaks of, where no row has its number. */
  facts: readonly { id: string; evidence: readonly Passage[]; label?: string }[]
  names: NamesFor
}) {
  const { t, language } = useWords()
  return (
    <div className="print-only">
      <ol className="footnotes">
        {facts.map(({ id, evidence, label }) => (
          <li key={id}>
            {label === undefined ? null : <b>{label}: </b>}
            {evidence.map(passage => {
              const { title, published } = names.documents[passage.document] ?? {}
              return (
                <span key={`${passage.document} ${passage.start}`}>
                  “{passage.quote}” — {outletOf(names, passage.document)}
                  {title ? `, “${title}”` : ''}, {intervalText(published ?? null, language, t)}.{' '}
                </span>
              )
            })}
          </li>
        ))}
      </ol>
    </div>
  )
}
