/** The fact that is looked at, with its passages in their sentences. */
import { Link } from 'wouter'
import type { NamesFor } from '../../api.ts'
import { intervalText } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/index.tsx'
import { factHref, factText } from '../any-fact.ts'
import { outletOf, placeOf, When } from '../facts.tsx'
import type { Item } from './types.ts'

export function Detail({ item, names }: { item: Item; names: NamesFor }) {
  const { t, language } = useWords()
  const { fact, kind } = item
  const date = 'date' in fact ? fact.date : 'horizon' in fact ? fact.horizon : null
  return (
    <>
      <p className="quiet small">
        {t.kind[kind]}
        {'type' in fact ? ` · ${fact.type} · ${t.status[fact.status]}` : ''}
        {'stance' in fact ? ` · ${t.stance[fact.stance]}` : ''}
        {'outcome' in fact ? ` · ${t.status[fact.outcome]}` : ''} · <When date={date} /> ·{' '}
        {t.review.confidence} <span className="number">{fact.confidence.toFixed(2)}</span>
      </p>
      <h2>
        <Link href={factHref(item)}>{factText(item, names)}</Link>
      </h2>
      <ul className="passages">
        {item.settings.map(setting => (
          <li key={`${setting.document} ${setting.start}`}>
            <blockquote>
              {setting.sentence.slice(0, setting.words[0])}
              <mark>{setting.sentence.slice(...setting.words)}</mark>
              {setting.sentence.slice(setting.words[1])}
            </blockquote>
            <cite>
              <Link href={placeOf(setting)}>
                {outletOf(names, setting.document)},{' '}
                {intervalText(names.documents[setting.document]?.published ?? null, language, t)}
              </Link>
            </cite>
          </li>
        ))}
      </ul>
    </>
  )
}
