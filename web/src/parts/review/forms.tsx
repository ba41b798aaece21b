/** What is written of a fact: another value, or a note. */
import { type FormEvent, type ReactNode, useState } from 'react'
import type { AnyFact } from '../../api.ts'
import { useWords } from '../../i18n/index.tsx'
import type { Act, Field } from './types.ts'

export interface FormProps {
  act: (it: Act) => void
  close: () => void
}

/** A field as one would write it: "2018-10-01..2018-10-31", "KOR,JPN", "+". */
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

/** Saves with Enter, leaves with Escape. */
function ActForm({
  make,
  act,
  close,
  children,
}: FormProps & { make: (value: string) => Act; children: ReactNode }) {
  const { t } = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act(make(String(new FormData(event.currentTarget).get('value') ?? '')))
  }
  return (
    <form className="act-form" onSubmit={submit} onKeyDown={event => event.key === 'Escape' && close()}>
      {children}
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

function Value({ field, now }: { field: Field | undefined; now: string }) {
  const shared = { className: 'field', id: 'corrected', name: 'value', defaultValue: now }
  if (!field?.choices) return <input {...shared} required />
  return (
    <select {...shared}>
      {field.choices.map(choice => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}

export function CorrectForm({
  item,
  fields,
  ...form
}: FormProps & { item: AnyFact; fields: readonly Field[] }) {
  const { t } = useWords()
  const [name, setName] = useState(fields[0]?.name ?? '')
  const field = fields.find(it => it.name === name)
  return (
    <ActForm make={value => ({ do: 'correct', field: name, value })} {...form}>
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
        <Value key={name} field={field} now={valueNow(item, name)} />
      </label>
      {field === undefined || field.choices !== null ? null : <p className="quiet small">{field.written}</p>}
    </ActForm>
  )
}

export function NoteForm(form: FormProps) {
  const { t } = useWords()
  return (
    <ActForm make={text => ({ do: 'note', text })} {...form}>
      <label>
        {t.review.note}
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form leads into it */}
        <input className="field" name="value" required autoFocus />
      </label>
    </ActForm>
  )
}
