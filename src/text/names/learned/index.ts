/**
 * The learned part: the rules propose, and a linear model, which knows what they said, cuts each run of capitals
 * anew and says of what each piece is the name.
 */
import type { Knowledge } from '../../../knowledge/index.ts'
import { type LinearModel, loadLinear } from '../../../knowledge/linear.ts'
import type { Name, Token } from '../../types.ts'
import type { Stretch } from '../chunks.ts'
import type { Lexicon } from '../lexicon.ts'
import { opens } from '../openings.ts'
import type { Piece } from '../piece.ts'
import type { Ground, Ruled } from './features.ts'
import { best } from './lattice.ts'
import { type Candidate, runsOf, spansIn } from './spans.ts'

export interface Judged extends Stretch {
  type: Name['type']
  sure: 1 | 2 | 3
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
  const runs = runsOf(tokens, found).filter(
    ({ first, last }) => last > first || found.length > 0 || !isSmall(tokens, first, knowledge),
  )
  return {
    ground: { text, tokens, ruled, lexicon, knowledge },
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

/** "The", "In", "He" at the sentence's start. */
function isSmall(tokens: readonly Token[], at: number, { nameWords }: Knowledge): boolean {
  const lower = tokens[at]?.lower ?? ''
  return opens(tokens, at) && (nameWords.is(lower, 'never') || nameWords.is(lower, 'calendar'))
}

export function judge({ ground, runs }: { ground: Ground; runs: readonly Run[] }): Judged[] {
  model ??= loadLinear('names')
  const judged: Judged[] = []
  for (const { run, spans } of runs) {
    for (const { first, last, label, share } of best(run, spans, ground, model)) {
      judged.push({ first, last, type: typeOf(label), sure: share > 0.95 ? 3 : share > 0.6 ? 2 : 1 })
    }
  }
  return judged
}

function typeOf(label: string): Name['type'] {
  return label === 'person' || label === 'organization' || label === 'place' ? label : 'other'
}
