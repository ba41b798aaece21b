import { sharesAny } from '../../lists.ts'
import type { Profile } from '../profile.ts'
import type { MergeRule } from './rule.ts'
import { values } from './rule.ts'

function ids(profile: Profile): Set<string> {
  return new Set(profile.tellings.map(({ mention }) => mention.id))
}

function refersInto(a: Profile, b: Profile): boolean {
  const own = ids(a)
  return b.tellings.some(({ mention }) => mention.refersTo !== null && own.has(mention.refersTo))
}

/** "the meeting", "this move", "it": the document itself says that it is the one told before. */
export const refersBack: MergeRule = {
  name: 'event/refers-back',
  reason: 'the document refers back to it',
  most: 1.5,
  weigh: (a, b, { within }) => (within && (refersInto(a, b) || refersInto(b, a)) ? 1.5 : 0),
  say: (a, b) =>
    `${values(a.tellings.map(it => it.mention.title))} and ${values(b.tellings.map(it => it.mention.title))}`,
}

/** "The summit" after "a summit" in one document, where nothing says that it is another. */
export const definite: MergeRule = {
  name: 'event/definite',
  reason: 'a definite phrase takes up what was told before',
  most: 0.4,
  weigh(_, b, { within }) {
    if (!within) return 0
    const [only, ...more] = b.tellings
    return only !== undefined && more.length === 0 && only.mention.definite && b.grip === 'weak' ? 0.4 : 0
  },
  say: (_, b) => values(b.tellings.map(it => it.mention.title)),
}

/** A definite phrase has no tense of its own: "the summit" is told as done where nothing says that it is to come. */
function tense(profile: Profile): 'past' | 'future' | null {
  const own = profile.tellings.filter(
    ({ mention }) => mention.status !== 'reported' || !mention.definite || mention.dateSpan !== null,
  )
  if (own.length === 0) return null
  if (own.every(({ mention }) => mention.status === 'reported')) return 'past'
  return own.every(({ mention }) => mention.status === 'planned') ? 'future' : null
}

/** Within one document: two who have met and will meet have two meetings. */
export const tenses: MergeRule = {
  name: 'event/tenses',
  reason: 'one document tells the one as done and the other as to come',
  most: 0,
  weigh(a, b, { within }) {
    if (!within) return 0
    const [x, y] = [tense(a), tense(b)]
    if (x === null || y === null || x === y) return 0
    // Stronger against a reference, which mostly goes to whatever was named last.
    return refersInto(a, b) || refersInto(b, a) ? -1.3 : -0.8
  },
  say: (a, b) => `${tense(a)} and ${tense(b)}`,
}

/** About two sentences. */
const NEXT = 400

/** "a verdict in 2018 … The court ruled that": the sentences after a dated act say what it was. */
export const elaborates: MergeRule = {
  name: 'event/elaborates',
  reason: 'the next sentences say more of it',
  most: 0.6,
  weigh(a, b, { within }) {
    if (!within || b.grip !== 'weak' || a.toldBy !== 'what' || !sharesAny(a.classes, b.classes)) return 0
    const from = b.tellings[0]?.mention.span[0] ?? 0
    return a.tellings.some(({ mention }) => mention.span[1] <= from && from - mention.span[1] < NEXT)
      ? 0.6
      : 0
  },
  say: (_, b) => values(b.tellings.map(it => it.mention.title)),
}

/** A document that tells two things apart has seen more of it than a rule has. */
export const toldApart: MergeRule = {
  name: 'event/told-apart',
  reason: 'one document tells both, and nothing in it makes them one',
  most: 0,
  weigh(a, b, { within }) {
    if (within) return 0
    const [few, many] = a.documents.size < b.documents.size ? [a, b] : [b, a]
    return sharesAny(few.documents, many.documents) ? -0.5 : 0
  },
  say: (a, b) => values([...a.documents].filter(document => b.documents.has(document))),
}

/** Days by which a plan without a day is held, if it is. */
const HELD_WITHIN = 200

/** A plan without a date, and the first that came after it; where several came, none stands out and none is taken. */
export const sequel: MergeRule = {
  name: 'event/sequel',
  reason: 'planned in the one, and held in the months after in the other',
  most: 0.3,
  weigh(a, b, { within }) {
    if (within || a.grip !== 'fine' || !a.statuses.has('reported') || b.grip !== 'weak') return 0
    if (!b.statuses.has('planned') || b.statuses.has('reported') || !Number.isFinite(b.from)) return 0
    return a.toldBy === 'who' && a.from >= b.from && a.from - b.from <= HELD_WITHIN ? 0.3 : 0
  },
  say: (a, b) => `${values(b.statuses)} and then ${values(a.statuses)}`,
}
