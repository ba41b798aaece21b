import { list, readTable } from './tsv.ts'

export type CausalForm =
  | 'verb'
  | 'noun'
  | 'adjective'
  | 'preposition'
  | 'subordinator'
  | 'adverb'
  | 'motive'
  | 'aim'
  | 'purpose'

/** One way to say that one thing brings another; see the head of `causal-cues.tsv`. */
export interface CausalCue {
  cue: string
  form: CausalForm
  links: string[]
  cause: 'subject' | 'object' | 'clause' | 'main' | 'before'
  sign: 1 | -1 | 0
  driver: boolean
  /** To mend is to bring more of a good and less of an ill, to mar the other way round; null: the sign is the same for both. */
  worth: 'mend' | 'mar' | null
}

export interface CausalCues {
  of(form: CausalForm, cue: string): readonly CausalCue[]
  /** Does an adverb of one or more words begin with this one? */
  opensAdverb(word: string): boolean
}

const NONE: readonly CausalCue[] = []

export function loadCausalCues(): CausalCues {
  const forms = new Map<CausalForm, Map<string, CausalCue[]>>()
  for (const row of readTable('causal-cues')) {
    const form = formOf(row.form ?? '')
    const cue = row.cue ?? ''
    const entry: CausalCue = {
      cue,
      form,
      links: list(row.link),
      cause: sideOf(row.cause ?? ''),
      sign: row.sign === '1' ? 1 : row.sign === '-1' ? -1 : 0,
      driver: row.driver === 'yes',
      worth: row.worth === 'mend' || row.worth === 'mar' ? row.worth : null,
    }
    const cues = forms.get(form) ?? new Map<string, CausalCue[]>()
    forms.set(form, cues)
    cues.set(cue, [...(cues.get(cue) ?? []), entry])
  }
  const openings = new Set([...(forms.get('adverb')?.keys() ?? [])].map(cue => cue.split(' ')[0]))
  return { of: (form, cue) => forms.get(form)?.get(cue) ?? NONE, opensAdverb: word => openings.has(word) }
}

function formOf(cell: string): CausalForm {
  for (const form of [
    'verb',
    'noun',
    'adjective',
    'preposition',
    'subordinator',
    'motive',
    'aim',
    'purpose',
  ] as const)
    if (cell === form) return form
  return 'adverb'
}

function sideOf(cell: string): CausalCue['cause'] {
  for (const side of ['subject', 'object', 'clause', 'main'] as const) if (cell === side) return side
  return 'before'
}
