/** One text after another, coded and forgotten: the way from a line's object to what `entente code` prints of it. */
import { codingOf, type Wanted } from '../export/coding.ts'
import { dossierFrom } from '../knowledge/dossier.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { type Item, isMapping } from '../lines.ts'
import { compileLate, relieve } from '../memory.ts'
import { EntenteError } from '../record/errors.ts'
import { documentId } from '../record/ids.ts'
import { dayOf, isDate } from '../record/interval.ts'
import type { Document, Span } from '../record/types.ts'
import { analyse } from '../text/index.ts'
import { createContext } from '../understand/context.ts'
import { causes } from '../understand/drivers/index.ts'
import { understandIn } from '../understand/index.ts'
import { relation } from '../understand/relation/index.ts'
import type { Pair } from '../understand/relation/pair.ts'
import { attributions } from '../understand/statements/index.ts'

/** What a coder is told once; it can be handed to another thread. */
export interface CoderOptions extends Wanted {
  /** The text of a dossier.yaml and what to call it: the dossier's own rows of knowledge count too. */
  dossier: { text: string | null; path: string }
}

function spanAt(value: unknown, name: string, length: number): Span {
  const [start, end] = Array.isArray(value) ? value : []
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length)
    return [start, end]
  throw new EntenteError(
    'E_INPUT',
    `"pair.${name}" is ${JSON.stringify(value)}, and not [start, end] within the text`,
  )
}

function pairIn(item: Item, length: number): Pair | null {
  const { pair } = item
  if (pair === undefined || pair === null) return null
  if (!isMapping(pair))
    throw new EntenteError('E_INPUT', '"pair" is {"source": [start, end], "target": [start, end]}')
  return { source: spanAt(pair.source, 'source', length), target: spanAt(pair.target, 'target', length) }
}

/** The text as a document that was never stored. */
function documentFrom(item: Item): Document {
  const { text, published } = item
  if (typeof text !== 'string') throw new EntenteError('E_INPUT', 'the line has no "text"')
  if (
    published !== undefined &&
    published !== null &&
    !(typeof published === 'string' && isDate(published))
  ) {
    throw new EntenteError(
      'E_INPUT',
      `"published" is ${JSON.stringify(published)}, and not a date such as 2022-11-13`,
    )
  }
  return {
    id: documentId(null, text),
    source: 'standard-input',
    format: 'ndjson',
    url: null,
    outlet: null,
    section: null,
    title: null,
    authors: [],
    published: typeof published === 'string' ? dayOf(published) : null,
    language: null,
    text,
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
  }
}

/** After so many characters it is looked whether garbage has piled up: so many bytes above what is known are collected. */
const LOOK_AFTER = 300_000
const ABOVE = 70_000_000

/** Makes a coder; the knowledge is loaded once a process. */
export function makeCoder({ dossier, ...wanted }: CoderOptions): (item: Item) => object {
  compileLate()
  dossierFrom(dossier.text, dossier.path)
  const knowledge = loadKnowledge()
  let characters = 0
  let enough: number | null = null
  return item => {
    const document = documentFrom(item)
    const { text, published } = document
    characters += text.length
    if (characters > LOOK_AFTER) {
      characters = 0
      // After the first texts: knowledge and tagger are loaded when they are first needed.
      enough ??= relieve(0) + ABOVE
      relieve(enough)
    }
    const pair = pairIn(item, text.length)
    const analysis = analyse(text, { published }, knowledge)
    const context = createContext(document, analysis, knowledge)
    const worked = {
      text,
      analysis,
      intensityOf: knowledge.plover.intensityOf,
      understanding: () => understandIn(context),
      attributions: () => attributions(context),
      causes: () => causes(context),
      relation: () => (pair === null ? null : relation(analysis, pair, knowledge)),
    }
    return codingOf(worked, wanted)
  }
}
