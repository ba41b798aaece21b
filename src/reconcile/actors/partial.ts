/** A part of a name ("Yoon", "Minister Park") joins the only full person whom it fits, across documents. */
import { push } from '../lists.ts'
import { isProperName, nameWords } from './names.ts'
import type { Node } from './rule.ts'

/** Words of titles that say little of which office it is. */
const VAGUE = new Set([
  'former',
  'then',
  'senior',
  'the',
  'of',
  'acting',
  'deputy',
  'vice',
  'first',
  'mr',
  'ms',
  'mrs',
  'dr',
])

function titleWords(nodes: readonly Node[]): Set<string> {
  const words = nodes.flatMap(({ actor }) => actor.roles.flatMap(role => nameWords(role.title)))
  return new Set(words.filter(word => !VAGUE.has(word)))
}

/** Compatible where one gives no title, or they share a word: "Minister" and "Foreign Minister". */
function titlesFit(part: ReadonlySet<string>, full: ReadonlySet<string>): boolean {
  if (part.size === 0 || full.size === 0) return true
  for (const word of part) if (full.has(word)) return true
  return false
}

export interface Person {
  nodes: Node[]
  state: string | null
}

/** An index of full persons by each word of their names. */
export function indexPersons(persons: readonly Person[]): Map<string, Person[]> {
  const byWord = new Map<string, Person[]>()
  for (const person of persons) {
    const words = new Set(person.nodes.flatMap(({ actor }) => nameWords(actor.name)))
    for (const word of words) push(byWord, word, person)
  }
  return byWord
}

/** The one person that `node` must be; null where none or several fit. A state is needed: surnames are common. */
export function onlyFit(node: Node, byWord: ReadonlyMap<string, Person[]>): Person | null {
  const { actor } = node
  if (actor.state === null || !isProperName(actor.name)) return null
  const words = nameWords(actor.name)
  const titles = titleWords([node])
  const fits = (byWord.get(words[0] ?? '') ?? []).filter(
    person =>
      person.state === actor.state &&
      words.every(word => person.nodes.some(other => nameWords(other.actor.name).includes(word))) &&
      titlesFit(titles, titleWords(person.nodes)),
  )
  const here = fits.filter(person => person.nodes.some(other => other.document === node.document))
  const [first, second] = here.length > 0 ? here : fits
  return first !== undefined && second === undefined ? first : null
}
