/** What the whole document tells of a name: surnames of persons named in full, acronyms of bodies, repetition. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Name } from '../types.ts'
import type { Piece } from './piece.ts'

export function settle(pieces: Piece[], text: string, knowledge: Knowledge): Piece[] {
  const families = familyNames(pieces, knowledge)
  const types = typesByText(pieces)
  const acronyms = acronymsOf(pieces, text)
  const heads = headsOf(pieces, knowledge)
  const kept: Piece[] = []
  for (const piece of pieces) {
    if (piece.entry?.kind === 'state' && /^(?:South|North)$/.test(piece.text)) continue
    decide(piece, families, types, acronyms, knowledge)
    if (isHeadAgain(piece, heads)) become(piece, 'organization', 2)
    if (piece.sure > 0) kept.push(piece)
  }
  alikeInLists(kept, text)
  kept.push(...halvesOfKorea(kept, pieces, text, knowledge))
  return kept
}

function decide(
  piece: Piece,
  families: ReadonlySet<string>,
  types: ReadonlyMap<string, Name['type']>,
  acronyms: ReadonlyMap<string, Name['type']>,
  knowledge: Knowledge,
): void {
  const single = !piece.text.includes(' ')
  if (single && families.has(piece.text) && (piece.entry === null || piece.entry.kind === 'place')) {
    become(piece, 'person', 2)
    return
  }
  if (piece.entry !== null || piece.sure === 3) return
  // "Esper pressed Moon": a leader's name, and no body's.
  if (single && !piece.opening && piece.type !== 'place' && isLeaderOnly(piece.text, knowledge)) {
    become(piece, 'person', 2)
    return
  }
  const acronym = acronyms.get(piece.text)
  if (acronym !== undefined) become(piece, acronym, 2)
  else if (piece.sure < 2) {
    const known = types.get(piece.text)
    if (known !== undefined) become(piece, known, 2)
    else if (single && leader(piece.text, knowledge) && !piece.opening) become(piece, 'person', 2)
    else if (
      single &&
      piece.opening &&
      piece.sure === 0 &&
      leader(piece.text, knowledge) &&
      piece.title === null
    ) {
      // "Kishida Visits Seoul": in a headline a leader's family name that is no common word.
      if (!knowledge.nameWords.is(piece.text.toLowerCase(), 'opener') && !isWordlike(piece.text, knowledge))
        become(piece, 'person', 1)
    }
  }
}

/** Last words of the bodies that the document names in full: "the Northern League" → League. */
function headsOf(pieces: readonly Piece[], knowledge: Knowledge): Set<string> {
  const heads = new Set<string>()
  for (const piece of pieces) {
    if (piece.type !== 'organization' || piece.sure < 2) continue
    const words = piece.text.split(' ')
    const of = words.findIndex(word => word === 'of' || word === 'for')
    const head = of > 0 ? words[of - 1] : words[words.length - 1]
    if (words.length > 1 && head !== undefined && knowledge.organizations.typeOfWord(head) !== undefined)
      heads.add(head)
  }
  return heads
}

/** "the League", "the Institute": the one that was named in full, by its head alone. */
function isHeadAgain(piece: Piece, heads: ReadonlySet<string>): boolean {
  if (piece.entry !== null || piece.type === 'person' || piece.sure > 1 || !heads.has(piece.text))
    return false
  return piece.sentence.tokens[piece.first - 1]?.lower === 'the'
}

/**
 * "Sattler, Maumill and Peter Newman": what stands in a list with sure names is of their kind. A comma alone makes no
 * list: "In Malta, Penrose was promoted".
 */
function alikeInLists(kept: readonly Piece[], text: string): void {
  const inOrder = [...kept].sort((a, b) => a.start - b.start)
  const pass = (piece: Piece | undefined, other: Piece | undefined): void => {
    if (
      piece === undefined ||
      other === undefined ||
      piece.sure > 1 ||
      piece.entry !== null ||
      other.sure < 2
    )
      return
    if (piece.sentence !== other.sentence || other.type === 'other' || piece.type === other.type) return
    const between = text.slice(Math.min(piece.end, other.end), Math.max(piece.start, other.start))
    if (!/^(?:, (?:and )?| and | & | \/ )$/.test(between)) return
    const behind = text.slice(Math.max(piece.end, other.end))
    if (between === ', ' && !/^(?:, | and | & )\p{Lu}/u.test(behind)) return
    // What is like a sure name goes on to tell of its neighbour.
    become(piece, other.type, other.type === 'organization' ? 2 : 1)
  }
  for (let i = 1; i < inOrder.length; i++) pass(inOrder[i], inOrder[i - 1])
  for (let i = inOrder.length - 2; i >= 0; i--) pass(inOrder[i], inOrder[i + 1])
}

function become(piece: Piece, type: Name['type'], sure: 1 | 2): void {
  if (piece.type !== type) piece.share = null
  piece.type = type
  if (piece.sure < sure) piece.sure = sure
}

function leader(text: string, knowledge: Knowledge): boolean {
  return knowledge.people.byFamily(text).length > 0
}

function isLeaderOnly(text: string, knowledge: Knowledge): boolean {
  return leader(text, knowledge) && knowledge.gazetteer.bodyKind(text) === null
}

function isWordlike(text: string, knowledge: Knowledge): boolean {
  return (
    knowledge.verbForms.isVerb(text.toLowerCase()) ||
    /^(?:Park|Moon|May|Major|Brown|Bush|Rice|Key|Clark|King|English|Kim|Lee)$/.test(text)
  )
}

/** Family names of all persons who are named in full somewhere. */
function familyNames(pieces: readonly Piece[], knowledge: Knowledge): Set<string> {
  const families = new Set<string>()
  for (const piece of pieces) {
    if (piece.type !== 'person' || piece.sure < 2) continue
    for (const known of knowledge.people.byName(piece.text)) families.add(known.family)
    const words = piece.text.split(' ').filter(word => !/^(?:Jr|Sr|Jnr)\.?$|^I{2,3}$/.test(word))
    const [first = '', second = ''] = words
    const last = words[words.length - 1] ?? ''
    if (words.length < 2) {
      if (piece.title !== null) families.add(piece.text)
      continue
    }
    const eastern = knowledge.givenNames.familyOf(first).some(each => /korean|chinese/.test(each))
    if (eastern && (second.includes('-') || !knowledge.givenNames.isGiven(first))) families.add(first)
    if (!second.includes('-') || words.length > 2) families.add(last)
    if (/^(?:al|el)-/i.test(last)) families.add(last.replace(/^(?:al|el)-/i, ''))
  }
  return families
}

/** The type that the surest mention of a text has. */
function typesByText(pieces: readonly Piece[]): Map<string, Name['type']> {
  const best = new Map<string, Piece>()
  for (const piece of pieces) {
    if (piece.sure < 2) continue
    const other = best.get(piece.text)
    if (other === undefined || piece.sure > other.sure) best.set(piece.text, piece)
  }
  return new Map([...best].map(([text, piece]) => [text, piece.type]))
}

/** "Free Movement Party (FMP)": the acronym has the long form's type. */
function acronymsOf(pieces: readonly Piece[], text: string): Map<string, Name['type']> {
  const found = new Map<string, Name['type']>()
  for (const piece of pieces) {
    const after = text.slice(piece.end, piece.end + 14)
    const acronym = /^ ?\((?:the )?([\p{Lu}&-]{2,8})\)/u.exec(after)?.[1]
    if (acronym === undefined) continue
    const initials = [...piece.text.matchAll(/\p{Lu}/gu)].map(match => match[0]).join('')
    if (initials.includes(acronym.slice(0, 1))) found.set(acronym, piece.type)
  }
  return found
}

/** "the South", "the North" in a document about Korea. */
function halvesOfKorea(kept: Piece[], all: readonly Piece[], text: string, knowledge: Knowledge): Piece[] {
  const found: Piece[] = []
  const korea = kept.some(piece => /Korea|ROK|DPRK|Seoul|Pyongyang/.test(piece.text))
  if (!korea) return found
  const taken = new Set(kept.filter(piece => piece.first < piece.last).flatMap(piece => piece.start))
  const sentences = new Map(all.map(piece => [piece.sentence.index, piece.sentence]))
  for (const sentence of sentences.values()) {
    sentence.tokens.forEach((token, i) => {
      if (!/^(?:South|North)$/.test(token.text) || taken.has(token.start)) return
      if (sentence.tokens[i - 1]?.lower !== 'the' || /^\p{Lu}/u.test(sentence.tokens[i + 1]?.text ?? ''))
        return
      if (knowledge.states.byLooseName(token.text) === undefined) return
      const guessed = kept.findIndex(piece => piece.start === token.start)
      if (guessed >= 0) kept.splice(guessed, 1)
      found.push({
        sentence,
        first: i,
        last: i,
        start: token.start,
        end: token.end,
        text: text.slice(token.start, token.end),
        type: 'place',
        sure: 2,
        share: null,
        title: null,
        entry: { text: token.text, kind: 'state', type: 'place' },
        opening: false,
      })
    })
  }
  return found
}
