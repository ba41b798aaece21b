import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, type FormEvent, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Adding } from '../../../src/serve/desk.ts'
import { send } from '../api.ts'
import { useWords } from '../i18n/index.tsx'

type Item = { name: string; base64: string } | { name: string; text: string } | { url: string }

const LARGEST = 60_000_000

/** Bytes as base64, which `readAsDataURL` writes after the comma. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.readAsDataURL(file)
  })
}

/** What the server tells of the last adding, as it goes on. */
function useProgress(): { adding: Adding | null; isLost: boolean } {
  const client = useQueryClient()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const source = new EventSource('/api/progress')
    source.onopen = () => setLost(false)
    source.onerror = () => setLost(true)
    source.addEventListener('adding', event => {
      const state: Adding = JSON.parse(event.data)
      setAdding(state)
      if (state.state === 'done') void client.invalidateQueries()
    })
    return () => source.close()
  }, [client])
  return { adding, isLost }
}

function Rows({ title, rows }: { title: string; rows: Adding['failed'] }) {
  if (rows.length === 0) return null
  return (
    <table>
      <caption className="quiet small">
        {title} ({rows.length})
      </caption>
      <tbody>
        {rows.map(({ name, code, message }) => (
          <tr key={`${name} ${message}`}>
            <th scope="row">{name}</th>
            <td>
              {message} <span className="quiet small">{code}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Progress({ adding }: { adding: Adding }) {
  const { t } = useWords()
  const { state, total, done, current, added, known, again, failed, warnings } = adding
  return (
    <section className="section" aria-live="polite">
      {state === 'done' ? null : <progress max={total} value={done} aria-label={t.add.title} />}
      <p>
        {state === 'reading'
          ? t.add.reading(done, total)
          : state === 'reconciling'
            ? t.add.reconciling
            : null}{' '}
        <span className="quiet small">{current}</span>
      </p>
      {state === 'done' ? (
        <p>
          {[t.add.added(added), known > 0 ? t.add.known(known) : null, again > 0 ? t.add.again(again) : null]
            .filter(Boolean)
            .join(', ')}
          . <Link href="/documents">{t.add.see}</Link>
        </p>
      ) : null}
      <Rows title={t.add.failed} rows={failed} />
      <Rows title={t.add.warnings} rows={warnings} />
    </section>
  )
}

/** Files, texts and addresses come in. */
export default function Add() {
  const { t } = useWords()
  const { adding, isLost } = useProgress()
  const [error, setError] = useState('')
  const [isOver, setOver] = useState(false)
  const begin = async (items: Item[]) => {
    if (items.length === 0) return
    try {
      await send('/api/add', { items })
      setError('')
    } catch (wrong) {
      setError(wrong instanceof Error ? wrong.message : String(wrong))
    }
  }
  const files = async (list: FileList | null) => {
    const all = [...(list ?? [])]
    if (all.reduce((sum, { size }) => sum + size, 0) > LARGEST) return setError(t.add.large)
    await begin(await Promise.all(all.map(async file => ({ name: file.name, base64: await base64Of(file) }))))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void files(event.dataTransfer.files)
  }
  const submit = (make: (value: string) => Item) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const value = String(new FormData(form).get('value') ?? '').trim()
    if (value !== '') void begin([make(value)]).then(() => form.reset())
  }
  return (
    <>
      <div className="screen-head">
        <h1>{t.add.title}</h1>
      </div>
      <p className="quiet lead">{t.add.lead}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by keyboard */}
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {t.add.drop}{' '}
        <label className="button">
          {t.add.choose}
          <input
            type="file"
            multiple
            className="unseen"
            onChange={event => {
              const input = event.target
              void files(input.files).then(() => {
                input.value = ''
              })
            }}
          />
        </label>
      </div>
      {error === '' ? null : <p role="alert">{error}</p>}
      {isLost ? <p className="quiet">{t.add.lost}</p> : null}
      {adding === null ? null : <Progress adding={adding} />}
      <div className="add-forms">
        <form className="act-form" onSubmit={submit(url => ({ url }))}>
          <label>
            {t.add.url}
            <input className="field" name="value" type="url" placeholder={t.add.urlHint} required />
          </label>
          <p className="acts">
            <button type="submit" className="button">
              {t.add.fetch}
            </button>
          </p>
        </form>
        <form className="act-form" onSubmit={submit(text => ({ name: 'pasted.txt', text }))}>
          <label>
            {t.add.text}
            <textarea className="field" name="value" rows={10} placeholder={t.add.textHint} required />
          </label>
          <p className="acts">
            <button type="submit" className="button">
              {t.add.addText}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
