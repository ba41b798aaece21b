/**
 * The learned part: the rules propose, and a linear model, which knows what they said, cuts each run of capitals
 * anew and says of what each piece is the name.
 */
import type { Knowledge } from '../../../knowledge/index.ts'
import { type LinearModel, loadLinear } from '../../../knowledge/linear.ts'
import type { Name, Token } from '../../types.ts'
import { isCapital, type Stretch } from '../chunks.ts'
import type { Lexicon } from '../lexicon.ts'
import { opens } from '../openings.ts'
import type { Piece } from '../piece.ts'
import { type Ground, hasPronoun, type Ruled } from './features.ts'
import { best } from './lattice.ts'
import { type Candidate, PREFIX, runsOf, spansIn } from './spans.ts'
import { topicOf } from './topic.ts'

export interface Judged extends Stretch {
  type: Name['type']
  sure: 1 | 2 | 3
  /** The model's own share for just this span and type. */
  share: number
}

export interface Run {
  run: Stretch
  spans: Candidate[]
}

let model: LinearModel | null = null

/** Every run of the sentence with its spans, and what else their features look at. */
export function layOut(
  text: string,
  tokens: readonly Token[],
  pieces: readonly Piece[],
  lexicon: Lexicon,
  knowledge: Knowledge,
): { ground: Ground; runs: Run[] } {
  const ruled: Ruled[] = pieces
    .filter(piece => piece.start === tokens[piece.first]?.start)
    .map(({ first, last, type, sure }) => ({ first, last, type, sure }))
  const found = ruled.filter(({ sure }) => sure > 0)
  const owns = (first: number, mark: number): boolean => {
    const owner = tokens[mark - 1]
    if (owner === undefined || knowledge.nameWords.is(owner.lower, 'possessive-head')) return true
    if (/^(?:St|Saint)\b/.test(tokens[mark - 2]?.text ?? '')) return true
    if (ruled.some(piece => piece.sure > 1 && piece.first <= first && piece.last > mark)) return true
    const listed = lexicon.matchAt(text, tokens[first]?.start ?? 0)
    return listed !== null && listed.end > (tokens[mark]?.end ?? 0)
  }
  const reaching = [...found, ...listedIn(text, tokens, knowledge)]
  const runs = runsOf(tokens, reaching, {
    settled: settledBy(pieces, tokens, knowledge),
    isHead: token => knowledge.organizations.typeOfWord(token?.text ?? '') !== undefined,
  }).filter(
    ({ first, last }) =>
      last > first || !isSmall(tokens, first, knowledge) || found.some(piece => piece.first === first),
  )
  return {
    ground: {
      text,
      tokens,
      ruled,
      lexicon,
      knowledge,
      before: null,
      pronoun: hasPronoun(tokens),
      topic: topicOf(tokens, knowledge),
      memo: { classes: [], told: [] },
    },
    runs: runs.map(run => ({
      run,
      spans: spansIn(
        run,
        tokens,
        at => isSmall(tokens, at, knowledge) && !found.some(({ first, last }) => first === at && last > at),
        owns,
      ),
    })),
  }
}

/**
 * Words of which the rules are certain and the model is not asked: states, persons behind a title of state or an
 * honorific, with the title, and "South Korean" before "Foreign Ministry".
 */
function settledBy(pieces: readonly Piece[], tokens: readonly Token[], knowledge: Knowledge): Set<number> {
  const settled = new Set<number>()
  for (const piece of pieces) {
    if (!isSettled(piece, pieces, knowledge)) continue
    for (let i = piece.first; i <= piece.last; i++) settled.add(i)
  }
  tokens.forEach((token, i) => {
    const calendar =
      token.text !== token.lower && knowledge.nameWords.is(token.lower.replace(/\.$/, ''), 'calendar')
    // "Anti-Japanese rallies": the state in it is a name, the whole is none.
    const prefixed = isPrefix(token, tokens[i + 1], tokens[i + 2], knowledge)
    const named = calendar && pieces.some(({ first, last, sure }) => first <= i && last >= i && sure > 0)
    if ((calendar && !named) || prefixed || isDirection(tokens, i) || isBehindPerson(tokens, i, knowledge))
      settled.add(i)
  })
  return settled
}

/** "Thomas de Waal *of* Carnegie Europe": behind a given name and a particle of a surname no body goes on. */
function isBehindPerson(tokens: readonly Token[], of: number, knowledge: Knowledge): boolean {
  if (tokens[of]?.lower !== 'of') return false
  let first = of
  let particles = 0
  for (let i = of - 1; i >= 0; i--) {
    const token = tokens[i]
    const particle = token !== undefined && knowledge.nameWords.is(token.text, 'particle')
    if (!particle && !isCapital(token)) break
    if (particle) particles++
    first = i
  }
  return particles > 0 && of - first > 2 && knowledge.givenNames.isGiven(tokens[first]?.text ?? '')
}

export function isSettled(piece: Piece, pieces: readonly Piece[], knowledge: Knowledge): boolean {
  const { entry, type, sure, title } = piece
  if (entry?.kind === 'state' || entry?.kind === 'person') return true
  if (entry?.kind === 'organization' && !isBesideCapital(piece)) return true
  // "Seoul-Tokyo talks"
  if (entry?.kind === 'capital')
    return pieces.some(
      ({ entry: other, start, end }) =>
        /^(?:state|capital)$/.test(other?.kind ?? '') &&
        (start === piece.end + 1 || end === piece.start - 1) &&
        sure === 3 &&
        isHyphened(piece, start),
    )
  if (entry?.kind === 'demonym') {
    const next = pieces.find(other => other.first === piece.last + 1)
    const head = next?.text.split(' ').at(-1) ?? ''
    return /^(?:government|court)$/.test(knowledge.organizations.typeOfWord(head) ?? '')
  }
  if (type !== 'person' || sure < 3 || title === null) return false
  return /^(?:political|honorific|academic|military)$/.test(
    knowledge.titles.get(title.toLowerCase())?.kind ?? '',
  )
}

/** "Anti" before "-Japanese"; not "Anti" of "Anti-Nowhere League". */
function isPrefix(
  token: Token,
  mark: Token | undefined,
  name: Token | undefined,
  { states }: Knowledge,
): boolean {
  if (mark?.text !== '-' || name === undefined || !PREFIX.test(token.text)) return false
  return mark.start === token.end && name.start === mark.end && states.find(name.text) !== undefined
}

function isHyphened({ sentence, first, last, start }: Piece, other: number): boolean {
  return sentence.tokens[other > start ? last + 1 : first - 1]?.text === '-'
}

/** "Boeing Field", "Air Samsung": the listed name may be a part of another. */
function isBesideCapital({ sentence, first, last }: Piece): boolean {
  const { tokens } = sentence
  return isCapital(tokens[first - 1]) || isCapital(tokens[last + 1])
}

/** "to the North": a direction, where no name follows. */
function isDirection(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:North|South|East|West)$/.test(tokens[at]?.text ?? '') &&
    tokens[at - 1]?.lower === 'the' &&
    !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')
  )
}

/** Bodies of the long list that have other words in them than a run has: "30 Seconds to Mars". */
function listedIn(text: string, tokens: readonly Token[], { gazetteer }: Knowledge): Stretch[] {
  const listed: Stretch[] = []
  tokens.forEach((token, first) => {
    if (token.text === token.lower && !/^\d/.test(token.text)) return
    const end = gazetteer.bodyAt(text, token.start)
    const last = end === null ? -1 : tokens.findIndex(other => other.end === end)
    if (last > first) listed.push({ first, last })
  })
  return listed
}

/** "The", "In", "He" at the sentence's start. */
function isSmall(tokens: readonly Token[], at: number, { nameWords }: Knowledge): boolean {
  const lower = tokens[at]?.lower ?? ''
  return opens(tokens, at) && (nameWords.is(lower, 'never') || nameWords.is(lower, 'calendar'))
}

export function judge({ ground, runs }: { ground: Ground; runs: readonly Run[] }): Judged[] {
  model ??= loadLinear('names')
  const judged: Judged[] = []
  for (const { run, spans } of runs) {
    for (const { first, last, label, share, marginal } of best(run, spans, ground, model)) {
      const rule = ground.ruled.find(each => each.first === first && each.last === last)
      // Where the model wavers, a rule that knows a person's shape decides.
      const overruled = share < 0.75 && last > first && rule?.type === 'person' && rule.sure >= 2
      if (overruled) {
        judged.push({ first, last, type: 'person', sure: 2, share: Math.max(marginal, 0.5) })
        ground.before = { last, label: 'person' }
        continue
      }
      const sure = share > 0.95 ? 3 : share > 0.75 ? 2 : 1
      judged.push({ first, last, type: typeOf(label), sure, share: marginal })
      ground.before = { last, label }
    }
  }
  return judged
}

function typeOf(label: string): Name['type'] {
  return label === 'person' || label === 'organization' || label === 'place' ? label : 'other'
}
