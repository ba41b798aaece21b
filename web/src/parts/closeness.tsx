/** How close two states stand on an issue: a mark between opposed and at one, and its number. */
import type { Closeness } from '../../../src/analyse/issues/types.ts'
import type { NamesFor } from '../api.ts'
import { useWords } from '../i18n/index.tsx'

const WIDTH = 120

export const signedText = (value: number): string =>
  (value > 0 ? `+${value.toFixed(2)}` : value.toFixed(2)).replace('-', '−')

export function ClosenessBar({ of: { a, b, value }, names }: { of: Closeness; names: NamesFor }) {
  const { t } = useWords()
  const pair = `${names.actors[a]?.name ?? a} – ${names.actors[b]?.name ?? b}`
  if (value === null)
    return (
      <span className="small quiet">
        {pair}: {t.matters.notComparable}
      </span>
    )
  const at = 4 + ((value + 1) / 2) * (WIDTH - 8)
  return (
    <span className="small quiet closeness" title={t.matters.closerHow}>
      {pair}{' '}
      <svg viewBox={`0 0 ${WIDTH} 12`} width={WIDTH} height={12} aria-hidden="true">
        <line className="axis" x1={4} x2={WIDTH - 4} y1={6} y2={6} />
        <line className="zero" x1={WIDTH / 2} x2={WIDTH / 2} y1={2} y2={10} />
        <circle cx={at} cy={6} r={4} fill={value < 0 ? 'var(--conf)' : 'var(--coop)'} />
      </svg>{' '}
      <span className="number">{signedText(value)}</span>
    </span>
  )
}
