/** What resolving needs to look up fast: names by token, prepositions by group, who is a subject. */
import type { Clause, Name, NounGroup, Sentence, Token } from '../types.ts'

export class Scene {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly #names: Name[][]
  readonly #prepositions = new Map<NounGroup, string>()
  readonly #subjects = new Map<NounGroup, Clause>()
  readonly #objects = new Map<NounGroup, Clause>()
  readonly #starts: Map<number, NounGroup>[]
  /** Token ranges of relative clauses, by sentence. */
  readonly #relatives: [first: number, last: number][][]

  constructor(text: string, sentences: readonly Sentence[], names: readonly Name[]) {
    this.text = text
    this.sentences = sentences
    this.#names = sentences.map(() => [])
    for (const name of names) this.#names[name.sentence]?.push(name)
    this.#starts = sentences.map(() => new Map<number, NounGroup>())
    this.#relatives = sentences.map(sentence =>
      sentence.clauses.flatMap(({ kind, first, last }) => (kind === 'relative' ? [[first, last]] : [])),
    )
    for (const sentence of sentences) {
      for (const group of sentence.groups) {
        const longer = this.#starts[sentence.index]?.get(group.first)
        if (longer === undefined || longer.last < group.last)
          this.#starts[sentence.index]?.set(group.first, group)
        for (const phrase of group.phrases)
          if (phrase.object !== null) this.#prepositions.set(phrase.object, phrase.preposition)
      }
      for (const clause of sentence.clauses) {
        if (clause.subject !== null && !clause.inheritedSubject) this.#subjects.set(clause.subject, clause)
        for (const object of clause.objects) this.#objects.set(object, clause)
        for (const phrase of clause.phrases)
          if (phrase.object !== null) this.#prepositions.set(phrase.object, phrase.preposition)
      }
    }
  }

  tokensOf(group: NounGroup): readonly Token[] {
    return this.sentences[group.sentence]?.tokens ?? []
  }

  namesOf(sentence: number): readonly Name[] {
    return this.#names[sentence] ?? []
  }

  /** Names that lie within the tokens, in order. */
  namesIn(group: NounGroup, first = group.first, last = group.last): Name[] {
    return this.namesOf(group.sentence).filter(name => name.last >= first && name.first <= last)
  }

  /** The name that the head belongs to. */
  nameAtHead(group: NounGroup): Name | undefined {
    return this.namesOf(group.sentence).find(name => name.first <= group.head && group.head <= name.last)
  }

  /** The longest group that begins at a token. */
  groupAt(sentence: number, first: number): NounGroup | undefined {
    return this.#starts[sentence]?.get(first)
  }

  prepositionOf(group: NounGroup): string | undefined {
    return this.#prepositions.get(group)
  }

  clauseOfSubject(group: NounGroup): Clause | undefined {
    return this.#subjects.get(group)
  }

  /** The clause whose direct object the group is. */
  clauseOfObject(group: NounGroup): Clause | undefined {
    return this.#objects.get(group)
  }

  /** The smallest clause that a group stands in. */
  clauseAround({ sentence, head }: NounGroup): Clause | undefined {
    const around = this.sentences[sentence]?.clauses.filter(it => it.first <= head && head <= it.last) ?? []
    return [...around].sort((a, b) => a.last - a.first - (b.last - b.first))[0]
  }

  inRelative(group: NounGroup): boolean {
    return this.relativeAt(group.sentence, group.head)
  }

  relativeAt(sentence: number, token: number): boolean {
    return this.#relatives[sentence]?.some(([first, last]) => first <= token && token <= last) ?? false
  }

  textOf(group: NounGroup): string {
    return this.text.slice(group.span[0], group.span[1])
  }
}
