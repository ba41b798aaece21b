/** What is written of a fact: another value, a note, a tag; and what puts it together with others. */
import { useState } from 'react'
import type { AnyFact, NamesFor } from '../../api.ts'
import { useWords } from '../../i18n/index.tsx'
import { fieldName } from '../field-name.ts'
import { ActForm, type FormProps, textIn } from './act-form.tsx'
import type { FormName } from './acts.ts'
import { MergeForm, SplitForm } from './grouping.tsx'
import type { Field } from './types.ts'

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

function CorrectForm({ item, fields, ...form }: FormProps & { item: AnyFact; fields: readonly Field[] }) {
  const { t } = useWords()
  const [name, setName] = useState(fields[0]?.name ?? '')
  const field = fields.find(it => it.name === name)
  return (
    <ActForm
      make={data => ({ do: 'correct', field: name, value: String(data.get('value') ?? '') })}
      {...form}
    >
      <label>
        {t.review.field}
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form leads into it */}
        <select className="field" autoFocus value={name} onChange={event => setName(event.target.value)}>
          {fields.map(it => (
            <option key={it.name} value={it.name}>
              {fieldName(t, it.name)}
            </option>
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

function WordsForm({
  name,
  tags = [],
  ...form
}: FormProps & { name: 'note' | 'tag'; tags?: readonly string[] }) {
  const { t } = useWords()
  return (
    <ActForm
      make={data => {
        const words = textIn(data)
        if (words === '') return null
        return name === 'note' ? { do: 'note', text: words } : { do: 'tag', tag: words }
      }}
      {...form}
    >
      <label>
        {t.review[name]}
        <input
          className="field"
          name="value"
          required
          // biome-ignore lint/a11y/noAutofocus: the key that opened the form leads into it
          autoFocus
          list="tags"
          maxLength={name === 'tag' ? 100 : 10_000}
        />
      </label>
      <datalist id="tags">
        {tags.map(tag => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </ActForm>
  )
}

/** The form of an act, if one is open. */
export function OpenForm({
  name,
  item,
  names,
  fields,
  tags,
  ...form
}: FormProps & {
  name: FormName | null
  item: AnyFact
  names: NamesFor
  fields: readonly Field[]
  tags: readonly string[]
}) {
  const { fact } = item
  switch (name) {
    case null:
      return null
    case 'correct':
      return <CorrectForm key={fact.id} item={item} fields={fields} {...form} />
    case 'merge':
      return 'history' in fact ? <MergeForm key={fact.id} event={fact} {...form} /> : null
    case 'split':
      return 'history' in fact ? <SplitForm key={fact.id} event={fact} names={names} {...form} /> : null
    case 'tag':
      return <WordsForm key="tag" name="tag" tags={tags} {...form} />
    case 'note':
      return <WordsForm key="note" name="note" {...form} />
  }
}
