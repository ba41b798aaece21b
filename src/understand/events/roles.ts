import type { Clause, NounGroup, Prepositional } from '../../text/types.ts'

/** "gave Kyiv tanks": the second object is what is given. */
const GIVING = new Set([
  'give',
  'send',
  'offer',
  'grant',
  'hand',
  'lend',
  'pay',
  'show',
  'award',
  'deny',
  'promise',
  'sell',
  'bring',
  'owe',
  'guarantee',
  'allow',
  'assure',
  'cost',
  'deal',
  'extend',
  'supply',
  'provide',
])

/** "Chad *received* rice *from* Peru": who gives stands behind "from". */
const RECEIVING = new Set(['receive', 'get', 'obtain', 'borrow'])

/** "Lima *is alarmed at* the raid", "the raid *alarmed* Lima": who feels it is the one who shows it. */
const FELT = new Set(
  'alarm appal appall anger dismay outrage shock trouble disturb horrify disappoint infuriate enrage upset unnerve rile vex incense displease please delight hearten impress satisfy'.split(
    ' ',
  ),
)
const FELT_AT = new Set(['at', 'by', 'over', 'about', 'with'])

/** Who does it and what it is done to, whatever the voice. */
export interface Roles {
  agent: NounGroup | null
  patient: NounGroup | null
  /** Second objects: "gave Kyiv *tanks*". */
  others: NounGroup[]
  phrases: Prepositional[]
}

/** "ties strained by the row": a participle clause without auxiliary has no voice of its own. */
function isPassive(clause: Clause): boolean {
  return clause.verb?.voice === 'passive'
}

/** The noun that a relative pronoun stands for, else the group itself. */
function resolve(clause: Clause, group: NounGroup | null): NounGroup | null {
  if (group === null) return null
  if (
    clause.modifies !== null &&
    (group.lemma === 'which' || group.lemma === 'who' || group.lemma === 'that')
  ) {
    return clause.modifies
  }
  return group
}

/** "The premier and *his colleague, Ana Ruiz*, met": the subject is the list, not its last member. */
function together(clause: Clause, group: NounGroup | null): NounGroup | null {
  const first = group?.coordinatedWith ?? group?.apposition?.coordinatedWith ?? null
  if (group === null || first === null || first.temporal || first.sentence !== group.sentence) return group
  return clause.verb !== null && group.last < clause.verb.first && clause.subject === group ? first : group
}

/** "a colleague *with whom* he had quarrelled": the preposition stands before the pronoun. */
function ledBy({ kind, marker, modifies, first }: Clause): Prepositional[] {
  const preposition = kind === 'relative' ? /^(\S+) /.exec(marker ?? '')?.[1] : undefined
  if (preposition === undefined || modifies === null) return []
  const { span } = modifies
  return [{ preposition, first, last: first, object: modifies, clause: null, span, attachedTo: 'verb' }]
}

export function rolesOf(clause: Clause): Roles {
  const subject = together(clause, resolve(clause, clause.subject))
  const objects = clause.objects.filter(group => !group.temporal)
  // "turned *his rifle* on them": not what he turned into.
  const turned = clause.verb?.lemma === 'turn' ? (clause.predicate?.group ?? null) : null
  if (turned !== null && objects.length === 0) objects.push(turned)
  const phrases = [...clause.phrases, ...ledBy(clause)]
  for (const object of objects) {
    for (const phrase of object.phrases)
      if (!phrases.some(it => it.first === phrase.first)) phrases.push(phrase)
  }
  if (clause.verb !== null && clause.kind !== 'participle' && FELT.has(clause.verb.lemma)) {
    const [felt = null, ...others] = objects
    if (!isPassive(clause)) return { agent: felt, patient: subject, others, phrases }
    const about = phrases.find(it => FELT_AT.has(it.preposition) && it.object !== null && !it.object.temporal)
    return { agent: subject, patient: about?.object ?? null, others: objects, phrases }
  }
  if (isPassive(clause)) {
    const by = phrases.find(
      phrase => phrase.preposition === 'by' && phrase.object !== null && !phrase.object.temporal,
    )
    return {
      agent: by?.object ?? null,
      patient: subject ?? (clause.kind === 'participle' ? clause.modifies : null),
      others: objects,
      phrases: phrases.filter(phrase => phrase !== by),
    }
  }
  const [first = null, ...others] = objects
  const giver =
    clause.verb !== null && RECEIVING.has(clause.verb.lemma)
      ? phrases.find(
          phrase => phrase.preposition === 'from' && phrase.object !== null && !phrase.object.temporal,
        )
      : undefined
  if (giver?.object && first !== null)
    return { agent: giver.object, patient: first, others: subject === null ? [] : [subject], phrases }
  if (others.length > 0 && clause.verb !== null && GIVING.has(clause.verb.lemma))
    return {
      agent: subject,
      patient: others[0] ?? null,
      others: [first, ...others.slice(1)].filter(it => it !== null),
      phrases,
    }
  // "the talks which they held": the object is the noun that the relative clause modifies.
  const modified = clause.modifies?.temporal ? null : clause.modifies
  // "a pact *in which* they promised": what stands behind a preposition is no object.
  const gap = clause.kind === 'relative' && subject !== modified && !/ /.test(clause.marker ?? '')
  const patient = first ?? (gap ? modified : null)
  return { agent: subject, patient, others, phrases }
}

/** "Flights between the two resumed": the roles of a verb whose subject suffers what it tells; null where somebody acts. */
export function asBefallen(
  clause: Clause,
  { agent, patient, others, phrases }: Roles,
  isActor: (group: NounGroup) => boolean,
): Roles | null {
  if (agent === null || patient !== null || others.length > 0 || isPassive(clause) || isActor(agent))
    return null
  // "trade cannot resume until Romania apologises": nothing happens.
  if (clause.verb?.negated) return null
  const own = agent.phrases.filter(phrase => !phrases.includes(phrase))
  return { agent: null, patient: agent, others, phrases: [...phrases, ...own] }
}
