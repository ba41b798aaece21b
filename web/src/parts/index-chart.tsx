/** The index over time: its band, its line, turning points by name, articles a period beneath. */
import type { IndexAnswer } from '../answers.ts'
import type { Mark } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Articles, Axes, Ends, Points, Runs, Ticks, Turns } from './index-layers.tsx'
import { HEIGHT, runsOf, scalesOf } from './index-scales.ts'
import { IndexTable } from './index-table.tsx'
import { useWidth } from './size.ts'

/** May the event have been within the days that are shown? */
const isWithin = ({ date }: Mark, first: string | undefined, last: string | undefined): boolean =>
  (date.end ?? '') >= (first ?? '') && (date.start ?? '9') <= (last ?? '')

export function IndexChart({
  index,
  grain,
  marks = [],
}: {
  index: IndexAnswer
  grain: string
  marks?: readonly Mark[]
}) {
  const { t } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const { series } = index
  const scales = scalesOf(series, width)
  if (scales === null) return null
  const runs = runsOf(series)
  const events = series.reduce((sum, point) => sum + point.events, 0)
  const documents = series.reduce((sum, point) => sum + point.documents, 0)
  return (
    <figure>
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`}>
          <title>{t.overview.title}</title>
          <Axes scales={scales} />
          <Runs runs={runs} scales={scales} />
          <Ticks
            marks={marks.filter(mark => isWithin(mark, series[0]?.start, series.at(-1)?.end))}
            scales={scales}
          />
          <Points points={runs.flat()} scales={scales} />
          <Turns index={index} scales={scales} />
          <Ends />
          <Articles series={series} scales={scales} />
        </svg>
      </div>
      <figcaption>
        {t.overview.source(events, documents)} {t.overview.band} {marks.length === 0 ? '' : t.overview.marks}
      </figcaption>
      <IndexTable series={series} grain={grain} />
    </figure>
  )
}
