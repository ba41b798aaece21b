import { Link } from 'wouter'
import { ask, type DocumentHead, pathWith, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { More, Total } from '../parts/more.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

interface Page {
  items: (DocumentHead & { facts: number })[]
  total: number
  next: string | null
}

/** All pages of the list. */
async function all(outlet: string | undefined) {
  const items: Page['items'] = []
  let cursor: string | undefined
  do {
    const page: Page = await ask<Page>(pathWith('/api/documents', { outlet, cursor, limit: 1000 }))
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return {
    columns: [
      'id',
      'published',
      'outlet',
      'title',
      'authors',
      'url',
      'source',
      'language',
      'copy of',
      'facts',
    ],
    rows: items.map(it => [
      it.id,
      dayCell(it.published),
      it.outlet,
      it.title,
      it.authors.join('; '),
      it.url,
      it.source,
      it.language,
      it.copyOf,
      it.facts,
    ]),
  }
}

export default function Documents() {
  const { t } = useWords()
  const [view] = useView()
  const asked = useAsk<Page>('/api/documents', { cursor: view.cursor, outlet: view.outlet })
  return (
    <>
      <div className="screen-head">
        <Heading>{t.documents.title}</Heading>
        <TakeRows name="documents" take={() => all(view.outlet)} />
      </div>
      <Answer of={asked}>
        {page =>
          page.items.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <Total of={page.total} />
              <ol className="rows">
                {page.items.map(it => (
                  <li key={it.id}>
                    <span className="date">
                      <When date={it.published} />
                    </span>
                    <Link className="title" href={`/documents/${it.id}`}>
                      {it.title ?? it.source}
                    </Link>
                    <span className="side">
                      {it.outlet}, <span className="number">{t.common.facts(it.facts)}</span>
                    </span>
                  </li>
                ))}
              </ol>
              <More next={page.next} />
            </>
          )
        }
      </Answer>
    </>
  )
}
