/** Why passages were taken for one event, in words: what spoke for it, and what against. */
import type { NamesFor, Passage } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf } from './facts.tsx'

interface Reason {
  weight: number
  text: string
  merged: boolean
}

const TOLD = /^(merged|kept apart) by (\S+) \((-?[\d.]+)\): (.*)$/
const FOUND = /^found by (\S+) \(([\d.]+)\) at (\w+):(\d+)–(\d+)$/

/** `KOR|person/yoon-suk-yeol` as one reads it: Yoon Suk Yeol (KOR). */
const readable = (text: string): string =>
  text.replace(
    /(?:([A-Z]{3})\|)?(?:person|body)\/([a-z0-9-]+)/g,
    (_, state: string | undefined, slug: string) => {
      const name = slug.replace(
        /(^|-)(\w)/g,
        (__, dash: string, letter: string) => (dash === '' ? '' : ' ') + letter.toUpperCase(),
      )
      return state === undefined ? name : `${name} (${state})`
    },
  )

function Told({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  return (
    <>
      <h3 className="part">{title}</h3>
      <ul className="reasons">
        {reasons.map(({ weight, text }) => (
          <li key={`${weight} ${text}`}>
            <span className="number quiet">
              {weight > 0 ? '+' : '−'}
              {Math.abs(weight).toFixed(1)}
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}

export function Reasons({
  why,
  passages,
  names,
}: {
  why: readonly string[]
  passages: readonly Passage[]
  names: NamesFor
}) {
  const { t } = useWords()
  const told = why.flatMap((line): Reason[] => {
    const [, how, , weight, text] = TOLD.exec(line) ?? []
    return text === undefined
      ? []
      : [{ weight: Number(weight), text: readable(text), merged: how === 'merged' }]
  })
  const found = why.flatMap(line => {
    const [, pattern, sure, document, start] = FOUND.exec(line) ?? []
    const passage = passages.find(it => it.start === Number(start) && it.document.startsWith(document ?? '?'))
    return passage === undefined ? [] : [{ pattern, sure: Number(sure), passage }]
  })
  const merged = told.filter(it => it.merged)
  return (
    <>
      <h3 className="part">{t.event.found}</h3>
      <ul className="reasons">
        {found.map(({ pattern, sure, passage }) => (
          <li key={`${passage.document} ${passage.start} ${pattern}`}>
            <span className="number quiet">{Math.round(sure * 100)} %</span>{' '}
            {outletOf(names, passage.document)}: “{passage.quote}” <span className="quiet">({pattern})</span>
          </li>
        ))}
      </ul>
      <Told title={t.event.speaksFor} reasons={merged.filter(({ weight }) => weight > 0)} />
      <Told title={t.event.speaksAgainst} reasons={merged.filter(({ weight }) => weight <= 0)} />
      <Told title={t.event.keptApart} reasons={told.filter(it => !it.merged)} />
      <details className="small">
        <summary className="quiet">{t.event.receipts}</summary>
        <ul className="quiet">
          {why.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
