/** What is in play while the document is read: who was named lately, as what, and which sets of states. */
import type { Entity, NounGroup } from '../types.ts'

export interface Mention {
  entity: Entity
  sentence: number
  start: number
  subject: boolean
  /** Inside quotation marks. */
  quoted: boolean
  /** By a plural noun: "two brothers". */
  plural: boolean
  /** Inside a relative clause: "who lost *two brothers*". */
  relative: boolean
}

/** The subject of a clause, also where it is no actor: "it" may stand for it. */
export interface Subject {
  group: NounGroup
  actors: readonly Entity[]
  /** Whose it is, where it is nobody itself: "Tokyo's reaction". */
  owners: readonly Entity[]
  sentence: number
  start: number
  plural: boolean
  quoted: boolean
}

/** How many mentions back anything is looked for: keeps the time linear in the document's length. */
const KEPT = 60

export class Discourse {
  readonly mentions: Mention[] = []
  readonly subjects: Subject[] = []
  /** Sets that the text put together: "Seoul and Tokyo", "Japan-U.S.", with the sentence. */
  readonly sets: { states: string[]; sentence: number }[] = []
  /** Persons or states that stand in one list. */
  readonly groups: { actors: readonly Entity[]; sentence: number }[] = []
  readonly pairsOfLeaders: { leaders: Entity[]; sentence: number }[] = []

  mention(mention: Mention): void {
    this.mentions.push(mention)
    if (this.mentions.length > 2 * KEPT) this.mentions.splice(0, KEPT)
  }

  subject(subject: Subject): void {
    this.subjects.push(subject)
    if (this.subjects.length > 2 * KEPT) this.subjects.splice(0, KEPT)
  }

  set(states: readonly string[], sentence: number): void {
    const distinct = [...new Set(states)]
    // "China, Russia, India": of a list that grows only the whole is a set.
    const last = this.sets.at(-1)
    if (last?.sentence === sentence && last.states.every((state, i) => state === distinct[i])) this.sets.pop()
    if (distinct.length >= 2 && distinct.length <= 4) this.sets.push({ states: distinct, sentence })
    if (this.sets.length > 2 * KEPT) this.sets.splice(0, KEPT)
  }

  group(actors: readonly Entity[], sentence: number): void {
    const distinct = [...new Set(actors)].filter(actor => actor.type === 'person' || actor.type === 'state')
    if (distinct.length < 2) return
    this.groups.push({ actors: distinct, sentence })
    if (this.groups.length > 2 * KEPT) this.groups.splice(0, KEPT)
  }

  /** Those just so many who were listed together last, in this sentence or the two before. */
  together(count: number, sentence: number): readonly Entity[] | undefined {
    for (let i = this.groups.length - 1; i >= 0; i--) {
      const group = this.groups[i]
      if (group === undefined || group.sentence < sentence - 2) return undefined
      if (group.actors.length === count) return group.actors
    }
    return undefined
  }

  leaders(leaders: readonly Entity[], sentence: number): void {
    const distinct = [...new Set(leaders)]
    if (distinct.length === 2) this.pairsOfLeaders.push({ leaders: distinct, sentence })
    if (this.pairsOfLeaders.length > 2 * KEPT) this.pairsOfLeaders.splice(0, KEPT)
  }

  /** The last mention that passes, at most `back` sentences before. */
  last(sentence: number, back: number, passes: (mention: Mention) => boolean): Mention | undefined {
    for (let i = this.mentions.length - 1; i >= 0; i--) {
      const mention = this.mentions[i]
      if (mention === undefined || mention.sentence < sentence - back) return undefined
      if (passes(mention)) return mention
    }
    return undefined
  }

  /** Distinct states named from a sentence on, in the order of the text. */
  statesSince(sentence: number, except: ReadonlySet<string>): string[] {
    const states: string[] = []
    for (let i = this.mentions.length - 1; i >= 0; i--) {
      const mention = this.mentions[i]
      if (mention === undefined || mention.sentence < sentence) break
      const { state, type } = mention.entity
      if (/^(?:organization|company|media|international-organization)$/.test(type)) continue
      if (state !== null && !states.includes(state) && !except.has(state)) states.unshift(state)
    }
    return states
  }
}
