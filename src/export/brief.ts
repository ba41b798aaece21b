/** A chronology in Markdown, month by month, with a footnote for every passage: the quote and what one cites. */
import { describe } from '../record/describe.ts'
import type { RecordSource } from '../record/facts.ts'
import type { DocumentHead, Event, Passage } from '../record/types.ts'
import type { Names } from './columns.ts'
import { namesOf } from './names.ts'

export interface BriefOptions {
  title: string
  /** Only these. */
  fits: (event: Event) => boolean
}

/** Words of an article may hold what Markdown or HTML would take for their own. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\`*_[\]<>#|~]/g, c => `\\${c}`)
    .trim()
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The month by which it stands in the order of days; its year where no more is known of it. */
function headingOf({ date: { start, end } }: Event): string {
  const day = start ?? end
  if (day === null) return 'Undated'
  const year = day.slice(0, 4)
  const isOfYears = start?.endsWith('-01-01') === true && (end === null || end.endsWith('-12-31'))
  return isOfYears ? year : `${MONTHS[Number(day.slice(5, 7)) - 1]} ${year}`
}

/** Outlet, title, author, date, URL, when retrieved: what there is of them. */
export function cite(document: DocumentHead | undefined, id: string): string {
  if (document === undefined) return id
  const { outlet, source, title, authors, published, url, retrieved } = document
  const parts = [plain(outlet ?? source)]
  if (title !== null) parts.push(`“${plain(title)}”`)
  if (authors.length > 0) parts.push(plain(authors.join(', ')))
  parts.push(describe(published) + (published?.basis === 'inferred' ? ' (inferred)' : ''))
  if (url !== null) parts.push(`<${url.replace(/[<>\s]/g, c => encodeURIComponent(c))}>`)
  if (retrieved !== null) parts.push(`retrieved ${retrieved.slice(0, 10)}`)
  return parts.join(', ')
}

function statusNote(event: Event, names: Names): string {
  const notes: string[] = event.status === 'reported' ? [] : [event.status]
  if (event.claimedBy.length > 0) notes.push(`according to ${event.claimedBy.map(names.actor).join(', ')}`)
  if (event.disputedBy.length > 0) notes.push(`disputed by ${event.disputedBy.map(names.actor).join(', ')}`)
  return notes.length === 0 ? '' : ` (${plain(notes.join('; '))})`
}

class Footnotes {
  readonly #numbers = new Map<string, number>()
  readonly #lines: string[] = []

  mark(passage: Passage, names: Names): string {
    const key = `${passage.document} ${passage.start} ${passage.end}`
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#numbers.size + 1
      this.#numbers.set(key, number)
      const quote = passage.quote === '' ? '' : `“${plain(passage.quote)}” — `
      this.#lines.push(`[^${number}]: ${quote}${cite(names.document(passage.document), passage.document)}`)
    }
    return `[^${number}]`
  }

  get text(): string {
    return this.#lines.join('\n')
  }
}

function entry(event: Event, names: Names, notes: Footnotes): string {
  const marks = event.evidence.map(passage => notes.mark(passage, names)).join('')
  const lines = [`- **${describe(event.date)}** ${plain(event.title)}${statusNote(event, names)}${marks}`]
  for (const step of event.history) {
    const at = step.evidence.map(passage => notes.mark(passage, names)).join('')
    lines.push(`  - before: ${step.status}, for ${describe(step.date)}${at}`)
  }
  for (const { field, values } of event.accounts) {
    const told = values.map(({ value, documents }) => {
      const outlets = documents.map(id => names.document(id)?.outlet ?? names.document(id)?.source ?? id)
      return `${plain(accountText(value))} (${plain([...new Set(outlets)].join(', '))})`
    })
    lines.push(`  - accounts differ on ${field}: ${told.join('; ')}`)
  }
  return lines.join('\n')
}

function accountText(value: unknown): string {
  if (Array.isArray(value)) return value.map(accountText).join(', ')
  if (typeof value === 'object' && value !== null) {
    return 'start' in value && 'end' in value
      ? `${value.start ?? '…'} to ${value.end ?? '…'}`
      : JSON.stringify(value)
  }
  return String(value)
}

/** Yields the brief in pieces. */
export async function* brief(source: RecordSource, options: BriefOptions): AsyncGenerator<string> {
  const names = await namesOf(source)
  const notes = new Footnotes()
  yield `# ${plain(options.title)}\n`
  let heading = ''
  for await (const event of source.facts('event')) {
    if (!options.fits(event)) continue
    const next = headingOf(event)
    if (next !== heading) yield `\n## ${next}\n\n`
    heading = next
    yield `${entry(event, names, notes)}\n`
  }
  if (notes.text !== '') yield `\n${notes.text}\n`
}
