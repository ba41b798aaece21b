import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type AnyFact, type Kind, type NamesFor, type Passage, send, useAsk } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { factHref, factText } from '../parts/any-fact.ts'
import { outletOf, placeOf, When } from '../parts/facts.tsx'
import { Answer } from '../parts/states.tsx'
import { useView } from '../url.ts'

interface Field {
  name: string
  written: string
  choices: string[] | null
}
type Item = AnyFact & {
  weight: number
  /** Its first passages in their sentences. */
  settings: (Passage & { sentence: string; words: [number, number] })[]
}
interface Queue {
  items: Item[]
  total: number
  author: string
  fields: { [K in Kind]: Field[] }
  names: NamesFor
}
interface Correction {
  id: string
  act: {
    do: 'accept' | 'reject' | 'correct' | 'note' | 'tag'
    field?: string
    value?: string
    text?: string
    tag?: string
  }
  fact: { line: string; kind: Kind }
  author: string
  at: string
  reason: string | null
}
interface Corrections {
  items: { correction: Correction; fact: string | null; state: 'applied' | 'lost' | 'withdrawn' }[]
  accuracy: { kind: Kind; reviewed: number; right: number; expected: number | null }[]
}
type Act = Correction['act']

const AUTHOR = 'entente.author'
const KINDS: readonly Kind[] = ['event', 'statement', 'position', 'forecast', 'driver']
const percent = (share: number): string => `${Math.round(share * 100)} %`

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

function valueNow({ fact }: AnyFact, field: string): string {
  if (field === 'date' && 'history' in fact)
    return fact.date.start === fact.date.end
      ? (fact.date.start ?? '')
      : `${fact.date.start ?? ''}..${fact.date.end ?? ''}`
  if (field === 'speaker' && 'speaker' in fact) return fact.speaker.name
  if ('sign' in fact) {
    if (field === 'sign') return fact.sign > 0 ? '+' : '-'
    if (field === 'cause' || field === 'effect') return fact[field].factor
  }
  const value = Object.entries(fact).find(([name]) => name === field)?.[1]
  return Array.isArray(value) ? value.join(',') : String(value ?? '')
}

function CorrectForm({
  item,
  fields,
  act,
  close,
}: {
  item: AnyFact
  fields: Field[]
  act: (it: Act) => void
  close: () => void
}) {
  const { t } = useWords()
  const [name, setName] = useState(fields[0]?.name ?? '')
  const field = fields.find(it => it.name === name)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act({ do: 'correct', field: name, value: String(new FormData(event.currentTarget).get('value') ?? '') })
  }
  return (
    <form className="act-form" onSubmit={submit} onKeyDown={event => event.key === 'Escape' && close()}>
      <label>
        {t.review.field}
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form leads into it */}
        <select className="field" autoFocus value={name} onChange={event => setName(event.target.value)}>
          {fields.map(it => (
            <option key={it.name}>{it.name}</option>
          ))}
        </select>
      </label>
      <label htmlFor="corrected">
        {t.review.value}
        {field?.choices ? (
          <select
            className="field"
            id="corrected"
            name="value"
            key={name}
            defaultValue={valueNow(item, name)}
          >
            {field.choices.map(choice => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <input
            className="field"
            id="corrected"
            name="value"
            key={name}
            defaultValue={valueNow(item, name)}
            required
          />
        )}
      </label>
      {field === undefined || field.choices !== null ? null : <p className="quiet small">{field.written}</p>}
      <p className="acts">
        <button type="submit" className="button">
          {t.review.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {t.review.cancel}
        </button>
      </p>
    </form>
  )
}

function NoteForm({ act, close }: { act: (it: Act) => void; close: () => void }) {
  const { t } = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act({ do: 'note', text: String(new FormData(event.currentTarget).get('text') ?? '') })
  }
  return (
    <form className="act-form" onSubmit={submit} onKeyDown={event => event.key === 'Escape' && close()}>
      <label>
        {t.review.note}
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form leads into it */}
        <input className="field" name="text" required autoFocus />
      </label>
      <p className="acts">
        <button type="submit" className="button">
          {t.review.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {t.review.cancel}
        </button>
      </p>
    </form>
  )
}

function Detail({ item, names }: { item: Item; names: NamesFor }) {
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
        {t.review.confidence} <span className="number">{fact.confidence}</span>
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

function actText({ act }: Correction, word: string): string {
  if (act.do === 'correct') return `${word}: ${act.field} → ${act.value}`
  return act.do === 'note' || act.do === 'tag' ? `${word}: ${act.text ?? act.tag}` : word
}

function Done({ undo, taken }: { undo: (id?: string) => void; taken: () => void }) {
  const { t } = useWords()
  const [told, setTold] = useState('')
  const asked = useAsk<Corrections>('/api/corrections')
  const bringIn = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file === undefined) return
    try {
      const answer = await send<{ taken: number }>('/api/corrections/import', JSON.parse(await file.text()))
      setTold(t.review.taken(answer.taken))
      taken()
    } catch (error) {
      setTold(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <section className="section">
      <div className="screen-head">
        <h2>{t.review.done}</h2>
        <div className="take">
          <span role="status">{told}</span>
          <a href="/api/corrections/export" download>
            {t.review.export}
          </a>
          <label className="button">
            {t.review.import}
            <input type="file" accept="application/json,.json" className="unseen" onChange={bringIn} />
          </label>
        </div>
      </div>
      <Answer of={asked}>
        {({ items, accuracy }) => (
          <div className="columns">
            {items.length === 0 ? <p className="quiet">{t.review.none}</p> : null}
            <ul className="log">
              {items
                .toReversed()
                .slice(0, 100)
                .map(({ correction, state }) => (
                  <li key={correction.id}>
                    <span>
                      {actText(correction, t.review.acts[correction.act.do])} “{correction.fact.line}”{' '}
                      <span className="quiet small">
                        {correction.author},{' '}
                        <time dateTime={correction.at}>{correction.at.slice(0, 10)}</time>
                        {correction.reason === null ? '' : ` (${correction.reason})`} {t.review.states[state]}
                      </span>
                    </span>
                    {state === 'withdrawn' ? null : (
                      <button type="button" className="button small" onClick={() => undo(correction.id)}>
                        {t.review.undo}
                      </button>
                    )}
                  </li>
                ))}
            </ul>
            <table>
              <caption className="quiet small">{t.review.accuracy}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.review.kind}</th>
                  <th scope="col" className="number">
                    {t.review.reviewed}
                  </th>
                  <th scope="col" className="number">
                    {t.review.right}
                  </th>
                  <th scope="col" className="number">
                    {t.review.share}
                  </th>
                  <th scope="col" className="number">
                    {t.review.expected}
                  </th>
                </tr>
              </thead>
              <tbody>
                {accuracy.map(({ kind, reviewed, right, expected }) => (
                  <tr key={kind}>
                    <th scope="row">{t.kind[kind]}</th>
                    <td className="number">{reviewed}</td>
                    <td className="number">{right}</td>
                    <td className="number">{reviewed === 0 ? '–' : percent(right / reviewed)}</td>
                    <td className="number">{expected === null ? '–' : percent(expected)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
    </section>
  )
}

function Desk({ queue, refresh }: { queue: Queue; refresh: () => Promise<void> }) {
  const { t } = useWords()
  const [view, change] = useView()
  const [form, setForm] = useState<'correct' | 'note' | null>(null)
  const [author, setAuthor] = useState(() => localStorage.getItem(AUTHOR) ?? queue.author)
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  // What was spoken on leaves the list at once, and one word is sent after the other: fast keys are not lost.
  const [gone, setGone] = useState<readonly string[]>([])
  const sent = useRef(Promise.resolve())
  const list = useRef<HTMLOListElement>(null)
  const [, navigate] = useLocation()
  const { names } = queue
  const items = queue.items.filter(({ fact }) => !gone.includes(fact.id))
  const at = Math.max(
    0,
    items.findIndex(({ fact }) => fact.id === view.fact),
  )
  const item = items[at]
  const select = useCallback((id: string | undefined) => change({ fact: id }, true), [change])
  const sending = (path: string, body: object, id: string | null) => {
    if (id !== null) setGone(ids => [...ids, id])
    const work = async () => {
      try {
        await send(path, { ...body, author: author.trim() || undefined })
        setError('')
      } catch (wrong) {
        setError(wrong instanceof Error ? wrong.message : String(wrong))
      }
      void refresh().then(() => setGone(ids => ids.filter(it => it !== id)))
    }
    sent.current = sent.current.then(work)
  }
  const act = (it: Act) => {
    if (item === undefined) return
    const { id } = item.fact
    const body = { facts: [id], act: it, reason: reason.trim() || undefined }
    sending('/api/corrections', body, it.do === 'note' ? null : id)
    setForm(null)
    setReason('')
    if (it.do !== 'note') select((items[at + 1] ?? items[at - 1])?.fact.id)
  }
  const undo = (id?: string) => sending('/api/corrections/undo', { id }, null)
  const keys: { [key: string]: () => unknown } = {
    a: () => act({ do: 'accept' }),
    x: () => act({ do: 'reject' }),
    c: () => setForm('correct'),
    n: () => setForm('note'),
    u: () => undo(),
    o: () => item !== undefined && navigate(factHref(item)),
    j: () => select(items[Math.min(at + 1, items.length - 1)]?.fact.id),
    k: () => select(items[Math.max(at - 1, 0)]?.fact.id),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fact is another place in the list
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (here && list.current) list.current.scrollTop = here.offsetTop - list.current.offsetTop - 60
  }, [item?.fact.id])
  const pendingGo = useRef(0)
  const held = useRef(keys)
  held.current = keys
  useEffect(() => {
    // Caught before the page's own `j` and `k`, which go through links.
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const before = pendingGo.current
      pendingGo.current = event.key === 'g' ? event.timeStamp : 0
      if (event.timeStamp - before < 1200) return
      const key = held.current[event.key]
      if (key === undefined || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      event.stopPropagation()
      key()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
  return (
    <>
      {item === undefined ? (
        <p className="state">{t.review.empty}</p>
      ) : (
        <div className="review">
          <section className="review-fact" aria-live="polite">
            <Detail item={item} names={names} />
            <p className="acts">
              <button type="button" className="button" onClick={keys.a}>
                {t.review.accept}
              </button>
              <button type="button" className="button" onClick={keys.x}>
                {t.review.reject}
              </button>
              <button type="button" className="button" onClick={keys.c}>
                {t.review.correct}
              </button>
              <button type="button" className="button" onClick={keys.n}>
                {t.review.note}
              </button>
            </p>
            {error === '' ? null : <p role="alert">{error}</p>}
            {form === 'correct' ? (
              <CorrectForm
                key={item.fact.id}
                item={item}
                fields={queue.fields[item.kind]}
                act={act}
                close={() => setForm(null)}
              />
            ) : form === 'note' ? (
              <NoteForm act={act} close={() => setForm(null)} />
            ) : null}
            <div className="act-form">
              <label>
                {t.review.reason}
                <input className="field" value={reason} onChange={event => setReason(event.target.value)} />
              </label>
              <label>
                {t.review.author}
                <input
                  className="field"
                  value={author}
                  onChange={event => {
                    setAuthor(event.target.value)
                    localStorage.setItem(AUTHOR, event.target.value)
                  }}
                />
              </label>
            </div>
            <p className="quiet small">{t.review.keys}</p>
          </section>
          <ol className="review-queue" ref={list}>
            {items.map(it => (
              <li key={it.fact.id}>
                <button
                  type="button"
                  aria-current={it === item ? 'true' : undefined}
                  onClick={() => select(it.fact.id)}
                >
                  <span className="quiet small">
                    {t.kind[it.kind]} <span className="number">{it.fact.confidence}</span>
                  </span>{' '}
                  {factText(it, names)}
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      <Done undo={undo} taken={() => void refresh()} />
    </>
  )
}

/** The facts that most need a look, one after the other. */
export default function Review() {
  const { t } = useWords()
  const [view, change] = useView()
  const client = useQueryClient()
  const asked = useAsk<Queue>('/api/review', { limit: 60, kind: view.kind })
  const refresh = () => client.invalidateQueries()
  return (
    <>
      <div className="screen-head">
        <h1>{t.review.title}</h1>
        <span className="quiet number">
          {asked.data === undefined ? '' : t.review.waiting(asked.data.total)}
        </span>
        <div className="take">
          {[undefined, ...KINDS].map(kind => (
            <button
              key={kind ?? 'all'}
              type="button"
              aria-pressed={view.kind === kind}
              onClick={() => change({ kind, fact: undefined })}
            >
              {kind === undefined ? t.common.all : t.kind[kind]}
            </button>
          ))}
        </div>
      </div>
      <p className="quiet lead">{t.review.lead}</p>
      <Answer of={asked}>{queue => <Desk queue={queue} refresh={refresh} />}</Answer>
    </>
  )
}
