import { type DragEvent, type FormEvent, type ReactNode, useState } from 'react'
import { messageOf, send } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Progress, useProgress } from '../parts/adding.tsx'
import { Heading } from '../parts/heading.tsx'
import { Watches } from '../parts/watches.tsx'
import { Workers } from '../parts/workers.tsx'

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

/** Files are dropped here, or chosen. */
function Drop({ take }: { take: (files: FileList | null) => Promise<void> }) {
  const { t } = useWords()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by keyboard
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
            void take(input.files).then(() => {
              input.value = ''
            })
          }}
        />
      </label>
    </div>
  )
}

/** One field, whose value is sent; it is emptied when that is done. */
function AddForm({
  name,
  button,
  add,
  children,
}: {
  name: string
  button: string
  add: (value: string) => Promise<void>
  /** The field, named `value`. */
  children: ReactNode
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const value = String(new FormData(form).get('value') ?? '').trim()
    if (value !== '') void add(value).then(() => form.reset())
  }
  return (
    <form className="act-form" onSubmit={submit}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is among the children */}
      <label>
        {name}
        {children}
      </label>
      <p className="acts">
        <button type="submit" className="button">
          {button}
        </button>
      </p>
    </form>
  )
}

/** Files, texts and addresses come in. */
export default function Add() {
  const { t } = useWords()
  const { adding, isLost } = useProgress()
  const [error, setError] = useState('')
  const begin = async (items: Item[]) => {
    if (items.length === 0) return
    try {
      await send('/api/add', { items })
      setError('')
    } catch (wrong) {
      setError(messageOf(wrong))
    }
  }
  const takeFiles = async (list: FileList | null) => {
    const all = [...(list ?? [])]
    if (all.reduce((sum, { size }) => sum + size, 0) > LARGEST) return setError(t.add.large)
    await begin(await Promise.all(all.map(async file => ({ name: file.name, base64: await base64Of(file) }))))
  }
  return (
    <>
      <div className="screen-head">
        <Heading>{t.add.title}</Heading>
      </div>
      <p className="quiet lead">{t.add.lead}</p>
      <Drop take={takeFiles} />
      {error === '' ? null : <p role="alert">{error}</p>}
      {isLost ? <p className="quiet">{t.add.lost}</p> : null}
      {adding === null ? null : <Progress adding={adding} />}
      <div className="add-forms">
        <AddForm name={t.add.url} button={t.add.fetch} add={url => begin([{ url }])}>
          <input className="field" name="value" type="url" placeholder={t.add.urlHint} required />
        </AddForm>
        <AddForm name={t.add.text} button={t.add.addText} add={text => begin([{ name: 'pasted.txt', text }])}>
          <textarea className="field" name="value" rows={10} placeholder={t.add.textHint} required />
        </AddForm>
      </div>
      <Watches />
      <Workers />
    </>
  )
}
