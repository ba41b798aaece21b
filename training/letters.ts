/** Letters of words: persons' names and places' out of the tables, common words out of the text for training. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTable } from '../src/knowledge/tsv.ts'
import { lettersOf } from '../src/text/names/learned/letters.ts'
import { type Example, trainLinear } from './linear.ts'

const WORD = /^\p{Lu}[\p{Ll}'\u2019-]{2,}$/u

function namesIn(tables: readonly string[], cut: RegExp): string[] {
  const cells = tables.flatMap(table => readTable(table).map(row => row.names ?? ''))
  return [...new Set(cells.flatMap(cell => cell.split(cut)))].filter(word => WORD.test(word))
}

/** Words in lower case of all tables and marked text. */
function words(folder: string): string[] {
  const tables = [
    'verbs',
    'nouns',
    'regular-verbs',
    'titles',
    'title-words',
    'name-words',
    'object-classes',
    'actor-nouns',
  ]
  const cells = tables.flatMap(table => readTable(table).flatMap(row => Object.values(row)))
  const texts = readdirSync(join(folder, '..', 'names'))
    .filter(file => file.endsWith('.txt'))
    .map(file => readFileSync(join(folder, '..', 'names', file), 'utf8'))
  const found = [...cells, ...texts].flatMap(
    text => text.match(/(?<![\p{L}'-])\p{Ll}{3,}(?![\p{L}'-])/gu) ?? [],
  )
  return [...new Set(found)]
}

export function train(folder: string): string {
  const examples = (list: readonly string[], label: string, weight: number): Example[] =>
    list.map(word => ({ features: lettersOf(word), label, weight }))
  const persons = namesIn(['given-names', 'family-names', 'person-names'], / /)
  const places = namesIn(['cities', 'places', 'regions'], / \| /)
  const common = words(folder)
  // Each kind counts as much as the others, however many words it has.
  const share = Math.min(persons.length, places.length, common.length)
  return trainLinear(
    [
      ...examples(persons, 'person', share / persons.length),
      ...examples(places, 'place', share / places.length),
      ...examples(common, 'word', share / common.length),
    ],
    { atLeast: 6, l2: 0.3, prune: 10, rounds: 80 },
  )
}
