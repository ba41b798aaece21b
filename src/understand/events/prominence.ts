/** Which states a document is about. */
import { byCodePoint } from '../../record/ids.ts'
import type { Span } from '../../record/types.ts'
import type { Analysis } from '../../text/types.ts'
import { within } from '../lookup.ts'

/** A state whose people are named acts more than one that is only talked about. */
const PERSON = 3
/** So many mentions the title is worth. */
const HEADED = 8
/** How much more often the second state must be named than a third. */
const CLEARLY = 2

/** States by how often they and their people are named, worked out when first asked for. ISO 3166-1 alpha-3 codes. */
export class Prominence {
  readonly #analysis: Analysis
  #weights: ReadonlyMap<string, number> | null = null
  #ranked: readonly string[] | null = null

  constructor(analysis: Analysis) {
    this.#analysis = analysis
  }

  /** Just so many, the first first; none where the document names fewer. */
  main(count: number): readonly string[] {
    const ranked = this.#rank()
    return ranked.length < count ? [] : ranked.slice(0, count)
  }

  /** The two that it is about by far, but for `besides`; none where the words within `span` name a third. */
  pair(span: Span, besides: readonly string[]): readonly string[] {
    const weights = this.#weigh()
    const [first, second, ...rest] = this.#rank()
    const third = rest.find(it => !besides.includes(it))
    if (first === undefined || second === undefined) return []
    if ((weights.get(second) ?? 0) < CLEARLY * (weights.get(third ?? '') ?? 0)) return []
    const known = [first, second, ...besides]
    const others = within(this.#analysis.names, span).some(
      ({ entity }) => entity?.state != null && !known.includes(entity.state),
    )
    return others ? [] : [first, second]
  }

  #rank(): readonly string[] {
    this.#ranked ??= [...this.#weigh()]
      .sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))
      .map(([state]) => state)
    return this.#ranked
  }

  #weigh(): ReadonlyMap<string, number> {
    if (this.#weights !== null) return this.#weights
    const weights = new Map<string, number>()
    for (const { entity } of this.#analysis.names)
      if (entity?.state != null)
        weights.set(entity.state, (weights.get(entity.state) ?? 0) + (entity.type === 'person' ? PERSON : 1))
    for (const state of this.#analysis.headed)
      if (weights.has(state)) weights.set(state, (weights.get(state) ?? 0) + HEADED)
    this.#weights = weights
    return weights
  }
}
