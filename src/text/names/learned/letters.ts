/** What a word's letters say of it when no list has it: "Grzybowska" a person, "Drumfree" a place, "fares" a word. */
import { type LinearModel, loadLinear, shares } from '../../../knowledge/linear.ts'

/** Beginnings and endings, in lower case. */
export function lettersOf(word: string): string[] {
  const lower = word.toLowerCase()
  const features = [`l${Math.min(lower.length, 10)}`]
  for (let size = 1; size <= 4 && size < lower.length; size++) {
    features.push(`-${lower.slice(-size)}`)
    if (size > 1) features.push(`${lower.slice(0, size)}-`)
  }
  if (/[\u0080-\uffff]/.test(lower)) features.push('marks')
  if (lower.includes('-')) features.push('hyphen')
  return features
}

let model: LinearModel | null = null

/** The likeliest of person, place and word, with how likely it is: "person 3". */
export function soundOf(word: string): string {
  model ??= loadLinear('letters')
  const parts = shares(model.scores(lettersOf(word)))
  const top = Math.max(...parts)
  return `${model.labels[parts.indexOf(top)]} ${top > 0.85 ? 3 : top > 0.6 ? 2 : 1}`
}
