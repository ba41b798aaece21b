/** "The two leaders", "both sides", "the three nations": the sets that are in play. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Entity, NounGroup, Token } from '../types.ts'
import type { Discourse } from './discourse.ts'

export interface SetWords {
  /** How many: 2 for "both", "the two", and a bare plural; 3 for "the three". */
  count: number
  what: 'states' | 'leaders' | 'ministers'
  /** "the two", "both", "all three": without a noun. */
  bare: boolean
}

const STATES =
  /^(?:country|countries|nation|nations|state|states|side|sides|neighbor|neighbors|neighbour|neighbours|ally|allies|government|governments|capital|capitals|rivals?|parties|partners|democracies|economies|powers|peoples|adversaries|militaries|armies|navies|republics|kingdoms|belligerents|enemies|delegations|signatories|claimants|administrations|ministries|parliaments|foes)$/
const LEADERS = /^(?:leaders|presidents|premiers|statesmen|men|politicians|heads)$/
const MINISTERS = /^(?:ministers|diplomats|envoys|officials|negotiators|delegations|counterparts)$/

/** Single words that name a set: "both", "neighbours". */
const ALONE = new Set([
  'both',
  'two',
  'pair',
  'duo',
  'three',
  'trio',
  'four',
  'quartet',
  'sides',
  'neighbors',
  'neighbours',
])

/** Does the group name a set without saying which? Null where it doesn't. */
export function setWords(group: NounGroup, tokens: readonly Token[]): SetWords | null {
  const head = tokens[group.head]?.lower ?? ''
  if (group.first === group.last && !ALONE.has(head)) return null
  const words = tokens.slice(group.first, group.last + 1).map(token => token.lower)
  // "the two deputy prime ministers": whoever they are, none of those who are known by the office.
  // "the two former ministers" likewise; "the two former foes" are who they are.
  const persons = !STATES.test(head)
  if (
    words.some(word => /^(?:deputy|vice|assistant)$/.test(word) || (persons && /^(?:former|ex)$/.test(word)))
  )
    return null
  const number = words.find(word => /^(?:two|both|three|four|2|3)$/.test(word))
  const count = number === 'three' || number === '3' ? 3 : number === 'four' ? 4 : 2
  const whole = !group.phrases.some(phrase => phrase.attachedTo === 'noun')
  if (/^(?:both|two|pair|duo)$/.test(head) && whole) return { count: 2, what: 'states', bare: true }
  if (/^(?:three|trio)$/.test(head) && whole) return { count: 3, what: 'states', bare: true }
  if (/^(?:four|quartet)$/.test(head) && whole) return { count: 4, what: 'states', bare: true }
  const misread = misreadSet(words, count)
  if (misread !== null) return misread
  // "Each side blames the other."
  if (words[0] === 'each' && words.length === 2 && EACH.test(head))
    return { count: 2, what: 'states', bare: false }
  const definite = number !== undefined || /^(?:the|these|those|its|their)$/.test(group.determiner ?? '')
  if (!definite && !/^(?:sides|neighbors|neighbours)$/.test(head)) return null
  if (number === undefined && !(group.determiner === 'the' || group.determiner === 'these')) return null
  if (STATES.test(head) && /s$|ies$/.test(head)) return { count, what: 'states', bare: false }
  if (LEADERS.test(head)) return { count, what: 'leaders', bare: false }
  // "the two prime ministers"
  if (head === 'ministers' && words.at(-2) === 'prime') return { count, what: 'leaders', bare: false }
  const known = whole && /^(?:ministers|counterparts)$/.test(head) && words.length === 2
  if (MINISTERS.test(head) && (number !== undefined || known))
    return { count, what: 'ministers', bare: false }
  return null
}

const EACH = /^(?:side|country|nation|state|government|army|capital|neighbour|neighbor|military|navy)$/

/** "both countries gain", "both will gain": where the verb was taken into the group. */
function misreadSet(words: readonly string[], count: number): SetWords | null {
  const [first = '', second = '', third = ''] = words
  const start = /^(?:the|all)$/.test(first) && /^(?:two|three|four)$/.test(second) ? 2 : 1
  if (!/^(?:both|two|three|four)$/.test(start === 2 ? second : first)) return null
  const noun = start === 2 ? third : second
  if (words.length <= start) return null
  if (/^(?:will|would|can|could|should|must|may|might|have|had|were|are|did|do)$/.test(noun))
    return { count, what: 'states', bare: true }
  if (words.length <= start + 1) return null
  if (STATES.test(noun) && noun.endsWith('s')) return { count, what: 'states', bare: false }
  return LEADERS.test(noun) ? { count, what: 'leaders', bare: false } : null
}

/** Names of states that are two. */
const TWINS: ReadonlyMap<string, readonly string[]> = new Map([
  ['koreas', ['KOR', 'PRK']],
  ['sudans', ['SDN', 'SSD']],
  ['congos', ['COD', 'COG']],
])

/** "the two Koreas". */
export function twins(head: string): readonly string[] | undefined {
  return TWINS.get(head)
}

export interface InPlay {
  discourse: Discourse
  knowledge: Knowledge
  /** States of the document by how often it names them, the most first. */
  ranked: readonly string[]
  /** How often the document names a state. */
  weight(state: string): number
  /** The first sentence of the paragraph. */
  paragraph: number
  toState: (code: string) => Entity
}

/** A state that is named so many times more seldom than those the document is about is named in passing. */
const PASSING = 2

/** States of the set; `except` are those that possess it ("its two allies"). */
export function statesInPlay(
  count: number,
  sentence: number,
  except: ReadonlySet<string>,
  play: InPlay,
): Entity[] {
  const { discourse, ranked, toState } = play
  const matches = (states: readonly string[]): boolean =>
    states.filter(state => !except.has(state)).length === count
  const main = ranked.filter(state => !except.has(state)).slice(0, count)
  const least = Math.min(...main.map(play.weight))
  // "… with Washington", ends a paragraph about China and Vietnam; "the two countries" of the next are these.
  const passing = (set: { states: readonly string[]; sentence: number }): boolean =>
    main.length === count &&
    set.sentence < play.paragraph &&
    set.states.some(state => !main.includes(state) && play.weight(state) * PASSING <= least)
  const near = discourse.sets.findLast(
    set => matches(set.states) && sentence - set.sentence <= 2 && !passing(set),
  )
  if (near !== undefined) return near.states.filter(state => !except.has(state)).map(toState)
  // The sentence before and this one name just so many states: they are meant.
  const close = discourse.statesSince(sentence - 1, except)
  const here = discourse.statesSince(sentence, except)
  if (close.length === count && (here.length > 0 || !passing({ states: close, sentence: sentence - 1 })))
    return close.map(toState)
  // "the three signed": of more that the last sentences name those that the text names most.
  const most = ranked.filter(state => close.includes(state)).slice(0, count)
  if (count > 2 && most.length === count) return close.filter(state => most.includes(state)).map(toState)
  const far = discourse.sets.findLast(set => matches(set.states))
  const outweighed =
    far === undefined ||
    passing(far) ||
    sentence - far.sentence > 6 ||
    far.states.every(state => play.weight(state) < least)
  if (main.length === count && outweighed) return main.map(toState)
  if (far !== undefined) return far.states.filter(state => !except.has(state)).map(toState)
  return []
}

/** The leaders named together last, as many as are asked for, else the last named ones of different states. */
export function leadersInPlay(
  count: number,
  sentence: number,
  isLeader: (entity: Entity) => boolean,
  play: InPlay,
): Entity[] {
  const { discourse } = play
  if (count > 2) {
    const named = lastLeaders(discourse, isLeader, sentence - 8, count)
    return named.length === count ? named : []
  }
  const latest = lastLeaders(discourse, isLeader, sentence - 1)
  if (latest.length === 2) return latest
  const pair = discourse.pairsOfLeaders[discourse.pairsOfLeaders.length - 1]
  if (pair !== undefined && sentence - pair.sentence <= 8)
    return ofMain(pair, discourse, isLeader, play) ?? pair.leaders
  const found = lastLeaders(discourse, isLeader, 0)
  if (found.length !== 2) return []
  return ofMain({ leaders: found, sentence: 0 }, discourse, isLeader, play) ?? found
}

/**
 * "Muizzu flew to see Xi. … India helped. … The two leaders": of a text on India and the Maldives not those who were
 * named together in passing, but the leaders of the two, where both were named.
 */
function ofMain(
  { leaders, sentence }: { leaders: readonly Entity[]; sentence: number },
  discourse: Discourse,
  isLeader: (entity: Entity) => boolean,
  { ranked, weight, paragraph }: InPlay,
): Entity[] | null {
  const main = ranked.slice(0, 2)
  const least = Math.min(...main.map(weight))
  const passing = leaders.some(
    ({ state }) => state !== null && !main.includes(state) && weight(state) * PASSING <= least,
  )
  if (!passing || main.length < 2 || sentence >= paragraph) return null
  const found = main.map(state =>
    discourse.last(paragraph, KEPT_LEADERS, it => it.entity.state === state && isLeader(it.entity)),
  )
  const both = found.flatMap(it => it?.entity ?? [])
  return both.length === 2 ? both : null
}

/** Sentences within which a leader is looked for. */
const KEPT_LEADERS = 40

/** The last leaders of different states named from a sentence on, `count` at most, in the order of the text. */
function lastLeaders(
  discourse: Discourse,
  isLeader: (entity: Entity) => boolean,
  since: number,
  count = 2,
): Entity[] {
  const found: Entity[] = []
  for (let i = discourse.mentions.length - 1; i >= 0 && found.length < count; i--) {
    const mention = discourse.mentions[i]
    if (mention === undefined || mention.sentence < since) break
    const { entity } = mention
    if (entity.type !== 'person' || !isLeader(entity) || found.includes(entity)) continue
    if (entity.state !== null && found.some(other => other.state === entity.state)) continue
    found.push(entity)
  }
  return found.reverse()
}

/** "The two ministers": the two persons of that rank whom the last sentences name. */
export function ministersInPlay(
  sentence: number,
  isMinister: (entity: Entity) => boolean,
  discourse: Discourse,
): Entity[] {
  const found: Entity[] = []
  for (let i = discourse.mentions.length - 1; i >= 0 && found.length < 2; i--) {
    const mention = discourse.mentions[i]
    if (mention === undefined || mention.sentence < sentence - 3) break
    const { entity } = mention
    if (entity.type !== 'person' || found.includes(entity) || !isMinister(entity)) continue
    if (found[0] === undefined || entity.state === null || found[0].state !== entity.state) found.push(entity)
  }
  return found.length === 2 ? found.reverse() : []
}
