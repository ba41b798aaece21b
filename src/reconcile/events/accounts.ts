/** Where documents differ on one event: every value is kept beside the documents that give it. */
import { byCodePoint } from '../../record/ids.ts'
import type { Account } from '../../record/types.ts'
import { push, sorted } from '../lists.ts'
import { numbersIn } from './numbers.ts'
import type { Telling } from './telling.ts'

interface Said {
  value: string | number
  telling: Telling
}

/** The same place under two names is no difference that a string can show; "Oslo" in "Norway" is told by `inside`. */
export type Inside = (a: string, b: string) => boolean

function account(field: string, said: readonly Said[]): Account | null {
  const byValue = new Map<string | number, string[]>()
  for (const { value, telling } of said) push(byValue, value, telling.mention.document)
  if (byValue.size < 2) return null
  const documents = new Set(said.map(({ telling }) => telling.mention.document))
  if (documents.size < 2) return null
  const values = [...byValue].map(([value, told]) => ({ value, documents: sorted(told) }))
  return { field, values: values.sort((a, b) => byCodePoint(String(a.value), String(b.value))) }
}

function dates(tellings: readonly Telling[]): Account | null {
  const fine = tellings.filter(({ grip }) => grip === 'fine')
  const differ = fine.some(a => fine.some(b => a.from > b.to))
  const iso = ({ mention: { date } }: Telling): string =>
    date.start === date.end ? String(date.start) : `${date.start}/${date.end}`
  return differ
    ? account(
        'date',
        fine.map(telling => ({ value: iso(telling), telling })),
      )
    : null
}

function places(tellings: readonly Telling[], inside: Inside): Account | null {
  const said = tellings.flatMap((telling): Said[] =>
    telling.mention.place === null ? [] : [{ value: telling.mention.place, telling }],
  )
  const names = sorted(said.map(({ value }) => String(value)))
  const differ = names.some(a => names.some(b => a !== b && !inside(a, b) && !inside(b, a)))
  return differ ? account('place', said) : null
}

/** Plans and their outcome are told apart in the history; here only what is told of one and the same stage. */
function types(tellings: readonly Telling[]): Account | null {
  const reported = tellings.filter(({ mention }) => mention.status === 'reported')
  return account(
    'type',
    reported.map(telling => ({ value: telling.mention.type, telling })),
  )
}

function contested(tellings: readonly Telling[]): Account | null {
  const said = tellings.filter(({ mention }) => mention.status === 'reported' || mention.status === 'denied')
  return account(
    'status',
    said.map(telling => ({ value: telling.mention.status, telling })),
  )
}

function levels(tellings: readonly Telling[]): Account | null {
  return account(
    'level',
    tellings.flatMap((telling): Said[] => {
      const { level } = telling.mention
      return level === null || level === 'other' ? [] : [{ value: level, telling }]
    }),
  )
}

function ordinals(tellings: readonly Telling[]): Account | null {
  return account(
    'ordinal',
    tellings.flatMap((telling): Said[] => {
      const { ordinal } = telling.mention
      return ordinal === null ? [] : [{ value: ordinal.text.toLowerCase(), telling }]
    }),
  )
}

function numbers(tellings: readonly Telling[]): Account[] {
  const byNoun = new Map<string, Said[]>()
  for (const telling of tellings) {
    const { document } = telling.source
    const clause = document.text.slice(telling.mention.span[0], telling.mention.span[1])
    for (const [noun, value] of numbersIn(clause)) push(byNoun, noun, { value, telling })
  }
  return [...byNoun]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([noun, said]) => account(`number of ${noun}`, said) ?? [])
}

export function accountsOf(tellings: readonly Telling[], inside: Inside): Account[] {
  const single = [
    dates(tellings),
    places(tellings, inside),
    types(tellings),
    contested(tellings),
    levels(tellings),
    ordinals(tellings),
  ]
  return [...single.flatMap(it => it ?? []), ...numbers(tellings)]
}
