/** One fact at a time: looked at, spoken on, and on to the next. */
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../../i18n/index.tsx'
import { useView } from '../../url.ts'
import { factHref } from '../any-fact.ts'
import { Said } from '../said.tsx'
import { ACTS, type FormName, fits } from './acts.ts'
import { Detail } from './detail.tsx'
import { OpenForm } from './forms.tsx'
import { type Keys, useKeys } from './keys.ts'
import { Log } from './log.tsx'
import { Waiting } from './queue.tsx'
import { useSending } from './sending.ts'
import type { Asked, Item, Queue } from './types.ts'

const AUTHOR = 'entente.author'

/** Who speaks, as this browser remembers it. */
function useAuthor(first: string): [string, (name: string) => void] {
  const [author, setAuthor] = useState(() => localStorage.getItem(AUTHOR) ?? first)
  const name = (written: string) => {
    setAuthor(written)
    localStorage.setItem(AUTHOR, written)
  }
  return [author, name]
}

function Acts({ keys, item }: { keys: Keys; item: Item }) {
  const { t } = useWords()
  return (
    <p className="acts">
      {ACTS.filter(([name]) => fits(name, item)).map(([name, key]) => (
        <button key={name} type="button" className="button" onClick={keys[key]}>
          {t.review[name]}
        </button>
      ))}
    </p>
  )
}

function Field({ name, value, write }: { name: string; value: string; write: (value: string) => void }) {
  return (
    <label>
      {name}
      <input className="field" value={value} onChange={event => write(event.target.value)} />
    </label>
  )
}

/** The items that are left, the one at hand, and how to speak on it. */
function useDesk(queue: Queue, refresh: () => Promise<void>) {
  const [view, change] = useView()
  const [form, setForm] = useState<FormName | null>(null)
  const [author, setAuthor] = useAuthor(queue.author)
  const [reason, setReason] = useState('')
  const { error, gone, sending } = useSending(author, refresh)
  const [, navigate] = useLocation()
  const items = queue.items.filter(({ fact }) => !gone.includes(fact.id))
  const at = Math.max(
    0,
    items.findIndex(({ fact }) => fact.id === view.fact),
  )
  const item = items[at]
  const select = useCallback((id: string | undefined) => change({ fact: id }, true), [change])
  const act = (it: Asked) => {
    if (item === undefined) return
    const { id } = item.fact
    const stays = it.do === 'note' || it.do === 'tag'
    const leaving = stays ? [] : it.do === 'merge' ? [id, it.with] : [id]
    sending('/api/corrections', { facts: [id], act: it, reason: reason.trim() || undefined }, leaving)
    setForm(null)
    setReason('')
    if (stays) return
    const left = items.filter(({ fact }, i) => i > at && !leaving.includes(fact.id))
    select((left[0] ?? items[at - 1])?.fact.id)
  }
  const undo = (id?: string) => sending('/api/corrections/undo', { id })
  const openForm = (name: FormName) => () => item !== undefined && fits(name, item) && setForm(name)
  const keys: Keys = {
    a: () => act({ do: 'accept' }),
    x: () => act({ do: 'reject' }),
    c: openForm('correct'),
    m: openForm('merge'),
    s: openForm('split'),
    t: openForm('tag'),
    n: openForm('note'),
    u: () => undo(),
    o: () => item !== undefined && navigate(factHref(item)),
    j: () => select(items[Math.min(at + 1, items.length - 1)]?.fact.id),
    k: () => select(items[Math.max(at - 1, 0)]?.fact.id),
  }
  useKeys(keys)
  const close = () => setForm(null)
  return { items, item, select, act, undo, keys, form, close, author, setAuthor, reason, setReason, error }
}

export function Desk({ queue, refresh }: { queue: Queue; refresh: () => Promise<void> }) {
  const { t } = useWords()
  const { names } = queue
  const desk = useDesk(queue, refresh)
  const { item, act, close } = desk
  return (
    <>
      {item === undefined ? (
        <p className="state">{t.review.empty}</p>
      ) : (
        <div className="review">
          <section className="review-fact" aria-live="polite">
            <Detail item={item} names={names} />
            <Said id={item.fact.id} undo={desk.undo} />
            <Acts keys={desk.keys} item={item} />
            {desk.error === '' ? null : <p role="alert">{desk.error}</p>}
            <OpenForm
              name={desk.form}
              item={item}
              names={names}
              fields={queue.fields[item.kind]}
              tags={queue.tags}
              act={act}
              close={close}
            />
            <div className="act-form">
              <Field name={t.review.reason} value={desk.reason} write={desk.setReason} />
              <Field name={t.review.author} value={desk.author} write={desk.setAuthor} />
            </div>
            <p className="quiet small">{t.review.keys}</p>
          </section>
          <Waiting items={desk.items} at={item} names={names} select={desk.select} />
        </div>
      )}
      <Log undo={desk.undo} taken={() => void refresh()} />
    </>
  )
}
