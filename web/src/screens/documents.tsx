import { Link } from 'wouter'
import { type DocumentHead, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { When } from '../parts/facts.tsx'
import { More, Total } from '../parts/more.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { useView } from '../url.ts'

interface Page {
  items: (DocumentHead & { facts: number })[]
  total: number
  next: string | null
}

export default function Documents() {
  const { t } = useWords()
  const [view] = useView()
  const asked = useAsk<Page>('/api/documents', { cursor: view.cursor, outlet: view.outlet })
  return (
    <>
      <div className="screen-head">
        <h1>{t.documents.title}</h1>
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
                      {it.outlet} <span className="number">{it.facts}</span>
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
