/** Cuts a stretch of capitals into names: "South Korea President Yoon Suk-yeol" → a state, a title, a person. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Sentence, Token } from '../types.ts'
import type { Stretch } from './chunks.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { personShape } from './person.ts'
import type { FoundTitle } from './titles.ts'

export interface Segment {
  first: number
  last: number
  start: number
  end: number
  entry: Entry | null
  /** The title right before it, in capitals or not. */
  title: FoundTitle | null
}

export interface Scene {
  text: string
  sentence: Sentence
  titles: Map<number, FoundTitle>
  lexicon: Lexicon
  knowledge: Knowledge
}

export function cut(stretch: Stretch, scene: Scene): Segment[] {
  const segments: Segment[] = []
  const { tokens } = scene.sentence
  let at = stretch.first
  let title = titleBefore(scene, at)
  while (at <= stretch.last) {
    const found = titleFrom(scene, at)
    if (
      found !== null &&
      (found.last < stretch.last
        ? !isPartOfName(scene, found, stretch)
        : found.last >= stretch.last && endsAsTitle(found, at, stretch))
    ) {
      title = found
      at = found.last + 1
      continue
    }
    if (isFormer(scene, at, stretch.last)) {
      at++
      continue
    }
    const segment = take(scene, at, stretch.last)
    if (segment.entry === null || segment.entry.kind === 'person') segment.title = title
    segments.push(segment)
    if (segment.last >= at) at = segment.last + 1
    else at++
    title = titleBefore(scene, at)
    while (at <= stretch.last && /^(?:-|&|of|the|for|and|'s|’s|’|')$/.test(tokens[at]?.text ?? '')) at++
  }
  return segments
}

/** "Former Japanese Prime Minister", "Outgoing UN envoy": the word belongs to the title behind the name. */
function isFormer(scene: Scene, at: number, last: number): boolean {
  const { tokens } = scene.sentence
  const next = tokens[at + 1]
  if (
    at >= last ||
    next === undefined ||
    !/^(?:former|ex|late|outgoing|incoming|acting|ousted|then|top|senior|veteran|new)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    return false
  const listed = scene.lexicon.matchAt(scene.text, next.start)
  return (
    listed !== null &&
    /^(?:demonym|state|organization)$/.test(listed.entry.kind) &&
    scene.lexicon.matchAt(scene.text, tokens[at]?.start ?? 0) === null
  )
}

/** One name from `at` on: the whole rest, or as far as a state, a demonym or a title ends it. */
function take(scene: Scene, at: number, last: number): Segment {
  const { text, sentence, lexicon } = scene
  const { tokens } = sentence
  const token = tokens[at]
  if (token === undefined) return { first: at, last: at, start: 0, end: 0, entry: null, title: null }
  const { start } = token
  const article = token.text === 'The' && at < last
  const listed =
    lexicon.matchAt(text, start) ?? (article ? lexicon.matchAt(text, tokens[at + 1]?.start ?? 0) : null)
  const listedLast = listed === null ? -1 : lastWithin(tokens, at, listed.end)
  if (listed !== null && listedLast >= 0) {
    const { end, entry } = listed
    const alone = { first: at, last: listedLast, start, end, entry, title: null }
    if (listedLast >= last || listed.end < (tokens[listedLast]?.end ?? 0)) return alone
    if (endsHere(scene, listed.entry, at, listedLast, last)) return alone
  }
  // The name ends where a title, a demonym or a state in front of a title begins.
  for (let i = at + 1; i <= last; i++) {
    const next = tokens[i]
    if (next === undefined) break
    const here = titleFrom(scene, i)
    const cuts = here !== null && here.last < last && !isOf(tokens[i - 1]) && cutsName(scene, here, last)
    if (cuts) return unlisted(tokens, at, i - 1)
  }
  return unlisted(tokens, at, last)
}

function unlisted(tokens: readonly Token[], first: number, last: number): Segment {
  const start = tokens[first]?.start ?? 0
  return { first, last, start, end: tokens[last]?.end ?? start, entry: null, title: null }
}

/** "Riga University Prof. Berzins", "Hamas Leader Haniyeh": a title of office, or one before a person's shape. */
function cutsName(scene: Scene, title: FoundTitle, last: number): boolean {
  if (title.title.kind === 'political') return true
  if (/^(?:plain|culture|sport)$/.test(title.title.kind)) return false
  const words = scene.sentence.tokens.slice(title.last + 1, last + 1).map(token => token.text)
  return personShape(words, scene.knowledge) >= 1
}

/** Does the listed name stand by itself, although capitals follow? */
function endsHere(scene: Scene, entry: Entry, at: number, listedLast: number, last: number): boolean {
  const { sentence, knowledge } = scene
  const { tokens } = sentence
  const rest = tokens.slice(listedLast + 1, last + 1)
  const next = rest[0]
  const end = rest[rest.length - 1]
  if (next === undefined || end === undefined) return true
  if (next.text === '-') return true
  if (entry.kind === 'person') return true
  const following = titleFrom(scene, listedLast + 1)
  if (following !== null && following.last < last) return true
  // "U.S. Secretary | of State Mike Pompeo": the title goes beyond the capitals.
  if (following !== null && following.last > last && /^(?:state|demonym)$/.test(entry.kind)) return true
  if (entry.kind === 'demonym' && namesBody(knowledge, end)) return false
  if (entry.kind === 'demonym')
    return (
      !/^(?:Sea|Ocean|Gulf|Channel|Peninsula|Open|Grand|Empire|Revolution|War|Wars|Guiana|Samoa|Virgin|Antilles|Riviera|Alps|Quarter)$/.test(
        next.text,
      ) && !/^(?:War|Sea|Empire|Revolution|Civil|Ocean)$/.test(end.text)
    )
  const words = rest.map(token => token.text)
  if (entry.kind === 'organization') return !headed(knowledge, end) && personShape(words, knowledge) >= 2
  const inPerson = personShape(
    tokens.slice(at, last + 1).map(token => token.text),
    knowledge,
  )
  if (inPerson >= 2) return false
  if (entry.kind === 'state' && entry.text !== entry.text.toUpperCase()) {
    if (
      /^(?:Foreign|Defense|Defence|Finance|Interior|Justice|Unification|Trade|Supreme|Constitutional|Central|National|Presidential|State)$/.test(
        next.text,
      )
    )
      return true
  }
  if (entry.kind === 'state' && entry.text === entry.text.toUpperCase())
    return entry.text.includes('.') || headed(knowledge, end)
  return (
    !headed(knowledge, end) &&
    !knowledge.nameWords.is(end.text, 'place-after') &&
    !knowledge.nameWords.is(end.text, 'event') &&
    personShape(words, knowledge) >= 2
  )
}

/** "American Civil Liberties Union", "Indian National Congress": bodies that have the adjective in their name. */
function namesBody(knowledge: Knowledge, end: Token): boolean {
  const body = knowledge.organizations.typeOfWord(end.text)
  if (/^(?:Congress|Legion|Council|Army)$/.test(end.text)) return false
  return body === 'organization' || body === 'party' || body === 'company' || body === 'media'
}

function headed(knowledge: Knowledge, token: Token): boolean {
  return knowledge.organizations.typeOfWord(token.text) !== undefined
}

/** Index of the token in which the listed name ends ("Washington, D.C." goes beyond the stretch); -1 for none. */
function lastWithin(tokens: readonly Token[], at: number, end: number): number {
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i]
    if (token !== undefined && token.end >= end) return token.start < end ? i : -1
  }
  return -1
}

/** A title that begins at the token, modifiers in front of it taken in. */
function titleFrom(scene: Scene, at: number): FoundTitle | null {
  for (let end = at; end < at + 7; end++) {
    const found = scene.titles.get(end)
    if (
      found !== undefined &&
      found.first <= at &&
      found.last >= at &&
      (found.first === at || scene.sentence.tokens[at - 1] !== undefined)
    ) {
      return found.first <= at ? found : null
    }
  }
  return null
}

function titleBefore(scene: Scene, at: number): FoundTitle | null {
  return scene.titles.get(at - 1) ?? null
}

/** "General Motors", "President Hotel", "Prince Edward Island": the title belongs to the name. */
function isPartOfName(scene: Scene, title: FoundTitle, stretch: Stretch): boolean {
  const { tokens } = scene.sentence
  const end = tokens[stretch.last]
  if (end === undefined) return false
  const listed = scene.lexicon.matchAt(scene.text, tokens[Math.max(title.first, stretch.first)]?.start ?? 0)
  if (listed !== null && listed.end > (tokens[title.last]?.end ?? 0)) return true
  const next = tokens[title.last + 1]
  if (next !== undefined && (next.text === '&' || /^(?:of|'s|’s|’|')$/.test(next.text)))
    return title.title.kind !== 'political' || /^'|^’/.test(next.text)
  const bodies = headed(scene.knowledge, end) || scene.knowledge.nameWords.is(end.text, 'place-after')
  if (!bodies) return false
  // "President Park": one word, and a family name.
  if (title.last + 1 === stretch.last && scene.knowledge.givenNames.familyOf(end.text).length > 0)
    return false
  return title.title.kind !== 'political' || (title.last === title.first && stretch.last - title.last <= 1)
}

/** "the Foreign Minister", "Prime Minister" at the end: a title without a name makes no name. */
function endsAsTitle(title: FoundTitle, at: number, stretch: Stretch): boolean {
  const light = /^(?:culture|sport|plain)$/.test(title.title.kind)
  // "the Pirates lost", "Rangers won": in capitals and plural it is a team.
  if (light && title.plural) return false
  return at <= stretch.last && title.last >= stretch.last && (!light || title.first === stretch.first)
}

function isOf(token: Token | undefined): boolean {
  return token !== undefined && /^(?:of|for|the|&|and)$/.test(token.lower)
}
