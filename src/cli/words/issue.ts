/** The issue that someone means who gives its id, its name, or words for it. */
import type { Issues } from '../../knowledge/issues.ts'
import { EntenteError } from '../../record/errors.ts'
import type { Issue } from '../../record/types.ts'

export function issueNamed(words: string, record: readonly Issue[], known: Issues): string {
  const wanted = words.toLowerCase().trim()
  const same = record.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  if (same !== undefined) return same.id
  const ids = new Set(record.map(({ id }) => id))
  // "comfort women", "wartime labourers": as the tables find it in a text.
  const meant = [...new Set(known.issuesOf(words).map(({ issue }) => issue))].filter(id => ids.has(id))
  const partly = record.filter(
    ({ id, name }) => id.includes(wanted.replace(/\s+/g, '-')) || name.toLowerCase().includes(wanted),
  )
  const found = meant.length > 0 ? meant : partly.map(({ id }) => id)
  const [only] = found
  if (only === undefined)
    throw new EntenteError(
      'E_NOT_FOUND',
      `the record has nothing on "${words}"; \`entente issues\` lists what it has`,
    )
  if (found.length > 1)
    throw new EntenteError('E_NOT_FOUND', `"${words}" may be ${found.join(', ')}; name one of them`)
  return only
}
