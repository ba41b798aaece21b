import { list, readTable } from './tsv.ts'

/** As in `text/types.ts`; kept apart so that knowledge imports nothing of the stages. */
export type InflectedForm = 'base' | 'third' | 'past' | 'participle' | 'past-or-participle' | 'gerund'

/** All forms of one verb, the commoner variant first: "travelled" beside "traveled". */
export interface VerbForms {
  base: string
  third: string[]
  past: string[]
  participle: string[]
  gerund: string[]
}

/** One reading of a word as a verb: "saw" is the past of "see" and the base of "saw". */
export interface VerbReading {
  lemma: string
  form: InflectedForm
}

export interface VerbTable {
  formsOf(lemma: string): VerbForms
  /** The likeliest verb that has this form; null where no known verb has it. */
  lemmaOf(form: string): string | null
  /** All readings among the known verbs, irregular ones first. */
  readingsOf(form: string): readonly VerbReading[]
  isVerb(lemma: string): boolean
}

const NONE: readonly VerbReading[] = []
const VOWEL = /[aeiou]/

/** "ban" → "bann-", but "meet", "show", "visit": one short closed syllable doubles its consonant. */
function doubles(lemma: string): boolean {
  return /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(lemma)
}

function stemBefore(ending: 'ed' | 'ing', lemma: string): string {
  if (lemma.endsWith('e')) {
    if (ending === 'ed') return lemma.slice(0, -1)
    return /(?:ee|oe|ye)$/.test(lemma) ? lemma : lemma.slice(0, -1)
  }
  if (ending === 'ed' && /[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}i`
  return doubles(lemma) ? lemma + lemma.slice(-1) : lemma
}

function third(lemma: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`
  if (/[^aeiou]o$/.test(lemma)) return `${lemma}es`
  if (lemma.endsWith('y') && !VOWEL.test(lemma.slice(-2, -1))) return `${lemma.slice(0, -1)}ies`
  return `${lemma}s`
}

/** The forms that the spelling rules give. */
export function regularForms(lemma: string): VerbForms {
  const past = `${stemBefore('ed', lemma)}ed`
  return {
    base: lemma,
    third: [third(lemma)],
    past: [past],
    participle: [past],
    gerund: [`${stemBefore('ing', lemma)}ing`],
  }
}

function readIrregular(): Map<string, VerbForms> {
  const table = new Map<string, VerbForms>()
  for (const row of readTable('irregular-verbs')) {
    const lemma = row.lemma ?? ''
    const rule = regularForms(lemma)
    const cell = (name: string, otherwise: string[]) => (row[name] ? list(row[name]) : otherwise)
    table.set(lemma, {
      base: lemma,
      third: cell('third', rule.third),
      past: cell('past', rule.past),
      participle: cell('participle', rule.participle),
      gerund: cell('gerund', rule.gerund),
    })
  }
  return table
}

function readingsFor(forms: VerbForms): [string, VerbReading][] {
  const lemma = forms.base
  const found: [string, VerbReading][] = [[lemma, { lemma, form: 'base' }]]
  for (const word of forms.third) found.push([word, { lemma, form: 'third' }])
  for (const word of forms.gerund) found.push([word, { lemma, form: 'gerund' }])
  for (const word of forms.past) {
    found.push([word, { lemma, form: forms.participle.includes(word) ? 'past-or-participle' : 'past' }])
  }
  for (const word of forms.participle) {
    if (!forms.past.includes(word)) found.push([word, { lemma, form: 'participle' }])
  }
  return found
}

/** The forms of "be" that no column holds. */
const BE: [string, VerbReading][] = [
  ['am', { lemma: 'be', form: 'base' }],
  ['are', { lemma: 'be', form: 'third' }],
]

/** Tables of all known verbs; `more`: verbs that other tables name ("verbs/*.tsv"). */
export function verbTable(more: Iterable<string> = []): VerbTable {
  const irregular = readIrregular()
  const known = new Set<string>(irregular.keys())
  for (const row of readTable('regular-verbs')) known.add(row.lemma ?? '')
  for (const lemma of more) known.add(lemma)
  const formsOf = (lemma: string) => irregular.get(lemma) ?? regularForms(lemma)
  const readings = new Map<string, VerbReading[]>(BE.map(([word, reading]) => [word, [reading]]))
  for (const lemma of known) {
    for (const [word, reading] of readingsFor(formsOf(lemma))) {
      const before = readings.get(word)
      if (before === undefined) readings.set(word, [reading])
      else before.push(reading)
    }
  }
  return {
    formsOf,
    lemmaOf: form => readings.get(form)?.[0]?.lemma ?? null,
    readingsOf: form => readings.get(form) ?? NONE,
    isVerb: lemma => known.has(lemma),
  }
}
