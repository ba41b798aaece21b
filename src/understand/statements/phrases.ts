/** Attributions without a verb: "according to X", "X: …", a quotation with a dash and a name. */
import type { Cue } from '../../knowledge/cues.ts'
import type { Span } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'
import type { Attribution } from './attribution.ts'
import { spanFrom, trimmedEnd } from './ends.ts'
import { howOf, type Page, wholeOf } from './page.ts'
import { isWord, tokenFrom } from './sites.ts'
import { spanOf, speakerAfter } from './speaker.ts'

export function phraseAttributions(sentence: Sentence, page: Page): Attribution[] {
  const found: Attribution[] = []
  for (let i = 0; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i]
    if (token === undefined) continue
    for (const { cue, words } of page.cues.beginningWith(token.lower)) {
      const last = matchWords(sentence, i, words)
      if (last === null || page.quotes.at(token.start) !== null) continue
      const attribution = accordingTo(sentence, cue, i, last, page)
      if (attribution !== null) found.push(attribution)
      break
    }
  }
  const colon = speakerColon(sentence, page)
  if (colon !== null) found.push(colon)
  return found
}

function matchWords(sentence: Sentence, at: number, words: readonly string[]): number | null {
  for (let k = 0; k < words.length; k++) if (sentence.tokens[at + k]?.lower !== words[k]) return null
  return at + words.length - 1
}

function accordingTo(
  sentence: Sentence,
  cue: Cue,
  first: number,
  last: number,
  page: Page,
): Attribution | null {
  const speaker = groupFrom(sentence, last + 1)
  if (speaker === null) return null
  const { quotes } = page
  const whole = sourceSpan(sentence, speaker)
  const content: Span[] = []
  const before = lastWordBefore(sentence, first)
  if (before >= 0) {
    const head = spanFrom(sentence, 0, trimmedEnd(sentence, before, quotes))
    if (head !== null) content.push(head)
  }
  const after = tokenFrom(sentence, whole[1])
  const rest = spanFrom(
    sentence,
    nextWord(sentence, after),
    trimmedEnd(sentence, sentence.tokens.length - 1, quotes),
  )
  const carriesOn = before < 0 || (hasVerb(sentence, after) && !hasVerbUpTo(sentence, before))
  if (rest !== null && carriesOn && rest[0] >= whole[1]) content.push(rest)
  if (content.length === 0) return null
  return bare(sentence, page, {
    class: cue.class,
    strength: cue.strength,
    source: whole,
    speaker,
    cue: [sentence.tokens[first]?.start ?? 0, sentence.tokens[last]?.end ?? 0],
    content,
    pattern: 'preposition',
  })
}

/**
 * "*an analysis by Lily Bates*", "*lawyers for the family*": all of the phrase up to its comma; an apposition only
 * behind a name, so that in "According to federal data, 70 percent …" the figures are what is told.
 */
function sourceSpan(sentence: Sentence, speaker: NounGroup): Span {
  const { tokens, clauses } = sentence
  // "According to Ana Ruiz, a lawyer, the map was lost": behind the description the content begins.
  if (speaker.apposition !== null && speaker.first < 4) return wholeOf(speaker)
  if (tokens[speaker.head]?.pos === 'PROPN') {
    const named = speakerAfter(sentence, speaker)
    const behind = tokens[speaker.last + 2]
    const office = behind?.pos === 'NOUN' && /^(of|at|for|in)$/.test(tokens[speaker.last + 3]?.lower ?? '')
    if (
      tokens[speaker.last + 1]?.text !== ',' ||
      office ||
      /^(a|an|the|who|whose)$/.test(behind?.lower ?? '')
    )
      return spanOf(sentence, named)
  }
  let last = speaker.conjuncts.reduce((end, other) => Math.max(end, other.last), speaker.last)
  const finite = new Set(clauses.flatMap(({ verb }) => (verb?.finite === true ? [verb.first] : [])))
  while (last + 1 < tokens.length) {
    const next = tokens[last + 1]
    if (next === undefined || finite.has(last + 1) || /^[,;:.\u2014\u2013"\u201c]$/.test(next.text)) break
    if (/^(SCONJ|CCONJ|PRON)$/.test(next.pos) && !/^(its|his|her|their|and)$/.test(next.lower)) break
    last++
  }
  // "…, according to a study by Lily Bates, a former aide"
  const named = tokens[last]?.pos === 'PROPN' && tokens[last + 1]?.text === ','
  if (named && speaker.first > 3 && /^(a|an|the)$/.test(tokens[last + 2]?.lower ?? '')) {
    const comma = tokens.findIndex((token, i) => i > last + 2 && /^[,;.]$/.test(token.text))
    if (comma > 0) last = comma - 1
  }
  return spanOf(sentence, { group: speaker, first: speaker.first, last })
}

function groupFrom(sentence: Sentence, at: number): NounGroup | null {
  const group = sentence.groups.find(one => one.first >= at && one.first <= at + 1)
  return group === undefined ? null : (group.coordinatedWith ?? group)
}

function lastWordBefore(sentence: Sentence, at: number): number {
  for (let i = at - 1; i >= 0; i--) if (isWord(sentence.tokens[i])) return i
  return -1
}

function nextWord(sentence: Sentence, at: number): number {
  for (let i = at; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i]
    if (isWord(token) || /^["\u201c\u2018']$/.test(token?.text ?? '')) return i
  }
  return sentence.tokens.length
}

function hasVerb(sentence: Sentence, from: number): boolean {
  return sentence.clauses.some(clause => clause.verb?.finite === true && clause.verb.first >= from)
}

function hasVerbUpTo(sentence: Sentence, to: number): boolean {
  return sentence.clauses.some(clause => clause.verb?.finite === true && clause.verb.first <= to)
}

/** "Poll: support falls", "LEE: We will see.": a short speaker and a colon at the head of the sentence. */
function speakerColon(sentence: Sentence, page: Page): Attribution | null {
  const colon = sentence.tokens.findIndex(token => token.text === ':')
  if (colon < 1 || colon > 6) return null
  const speaker = sentence.groups.find(group => group.first <= 1 && group.last === colon - 1)
  if (speaker === undefined || !speaks(sentence, speaker, page)) return null
  const from = nextWord(sentence, colon + 1)
  const start = sentence.tokens[from]?.start
  const end = endOfParagraph(sentence, page)
  if (start === undefined || end - start < 8) return null
  return bare(sentence, page, {
    class: 'saying',
    strength: 'neutral',
    source: wholeOf(speaker),
    speaker,
    cue: [sentence.tokens[colon]?.start ?? 0, sentence.tokens[colon]?.end ?? 0],
    content: [[start, end]],
    pattern: 'speaker and colon',
  })
}

/** The words after a colon run to the end of the paragraph. */
function endOfParagraph(sentence: Sentence, page: Page): number {
  const { sentences } = page.analysis
  let last = sentence
  for (let i = sentence.index + 1; sentences[i]?.paragraph === sentence.paragraph; i++)
    last = sentences[i] ?? last
  return trimmedEnd(last, last.tokens.length - 1, page.quotes)
}

const SPEAKING_THINGS = /^(poll|report|study|survey|analyst|official|expert|source|minister|police|court)s?$/

function speaks(sentence: Sentence, group: NounGroup, page: Page): boolean {
  const named = page.names
    .get(sentence.index)
    ?.some(name => name.first >= group.first && name.last === group.last && name.type !== 'place')
  return named === true || SPEAKING_THINGS.test(group.lemma)
}

type Parts = Pick<Attribution, 'class' | 'strength' | 'source' | 'speaker' | 'cue' | 'content' | 'pattern'>

function bare(sentence: Sentence, page: Page, parts: Parts): Attribution {
  return {
    class: parts.class,
    strength: parts.strength,
    how: howOf(parts.content, page.quotes),
    complement: 'clause',
    source: parts.source,
    speaker: parts.speaker,
    cue: parts.cue,
    content: parts.content,
    sentence,
    hypothetical: false,
    ofThings: false,
    pattern: parts.pattern,
  }
}
