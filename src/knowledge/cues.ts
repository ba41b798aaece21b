import { list, type Row, readTable } from './tsv.ts'

export type CuePart = 'verb' | 'adjective' | 'noun' | 'preposition'
export type CueClass = 'saying' | 'finding' | 'ruling' | 'stance' | 'belief' | 'intention'

/** One way in which words are attributed; `data/cues.tsv` explains the columns. */
export interface Cue {
  readonly word: string
  readonly part: CuePart
  /** Words that must follow: ["out"] for "point out". */
  readonly particle: readonly string[]
  readonly class: CueClass
  readonly strength: string
  readonly takes: ReadonlySet<string>
  /** Prepositions after which the content stands: "critical *of*". */
  readonly prepositions: ReadonlySet<string>
}

export interface Cues {
  /** By lemma; of several, those with the longest particle first. */
  readonly verbs: ReadonlyMap<string, readonly Cue[]>
  readonly adjectives: ReadonlyMap<string, Cue>
  readonly nouns: ReadonlyMap<string, Cue>
  readonly prepositions: readonly Cue[]
  /** Cues of the prepositions that begin with this word, with all their words. */
  beginningWith(word: string): readonly { readonly cue: Cue; readonly words: readonly string[] }[]
}

const NONE: ReturnType<Cues['beginningWith']> = []

const PARTS: ReadonlySet<string> = new Set(['verb', 'adjective', 'noun', 'preposition'])
const CLASSES: ReadonlySet<string> = new Set(['saying', 'finding', 'ruling', 'stance', 'belief', 'intention'])

export function loadCues(): Cues {
  return cuesFrom(readTable('cues'))
}

/** Builds the tables from rows: those of `cues.tsv`, or of a dossier with rows of its own. */
export function cuesFrom(rows: readonly Row[]): Cues {
  const verbs = new Map<string, Cue[]>()
  const adjectives = new Map<string, Cue>()
  const nouns = new Map<string, Cue>()
  const prepositions: Cue[] = []
  for (const row of rows) {
    const cue = cueFrom(row)
    if (cue === null) continue
    if (cue.part === 'adjective') adjectives.set(cue.word, cue)
    else if (cue.part === 'noun') nouns.set(cue.word, cue)
    else if (cue.part === 'preposition') prepositions.push(cue)
    else {
      for (const spelling of spellings(cue.word)) {
        const same = verbs.get(spelling) ?? []
        same.push(cue)
        same.sort((a, b) => b.particle.length - a.particle.length)
        verbs.set(spelling, same)
      }
    }
  }
  const byFirst = new Map<string, { cue: Cue; words: string[] }[]>()
  for (const cue of prepositions) {
    const words = cue.word.split(' ')
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { cue, words }])
  }
  return { verbs, adjectives, nouns, prepositions, beginningWith: word => byFirst.get(word) ?? NONE }
}

/** "criticize" and "criticise". */
function spellings(verb: string): string[] {
  return verb.endsWith('ize') ? [verb, `${verb.slice(0, -3)}ise`] : [verb]
}

function cueFrom(row: Row): Cue | null {
  const { word = '', part = '', particle = '', strength = 'neutral' } = row
  const kind = row.class ?? ''
  if (!isPart(part) || !isClass(kind) || word === '') return null
  const takes = list(row.takes)
  return {
    word,
    part,
    particle: particle === '' ? [] : particle.split(' '),
    class: kind,
    strength,
    takes: new Set(takes.filter(one => !one.startsWith('+'))),
    prepositions: new Set(takes.filter(one => one.startsWith('+')).map(one => one.slice(1))),
  }
}

function isPart(part: string): part is CuePart {
  return PARTS.has(part)
}

function isClass(name: string): name is CueClass {
  return CLASSES.has(name)
}
