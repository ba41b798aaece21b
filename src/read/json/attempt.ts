import { decodeEntities } from '../markup/entities.ts'
import { escapeControls } from './parse.ts'
import { salvage } from './salvage.ts'

/** JSON inside a page: as it is, or with its raw line breaks escaped; undefined if it is broken. */
export function attempt(json: string): unknown {
  const bare = unwrapped(json)
  for (const candidate of [bare, escapeControls(bare)]) {
    try {
      return JSON.parse(candidate)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

/** Longer data that do not parse are not read by hand. */
const LONGEST = 200_000

/** The same for data that only help: entities, comments, stray commas and quotation marks are put right. */
export function readLoosely(json: string): unknown {
  const strict = attempt(json)
  if (strict !== undefined || json.length > LONGEST) return strict
  const bare = unwrapped(json)
  const plain = (/^\s*[[{]\s*&quot;/.test(bare) ? decodeEntities(bare) : bare)
    .replace(/^[ \t]{0,40}\/\/[^\n]*$/gm, '')
    .replace(/,[ \t]{0,9}\/\/[^\n"]{0,200}$/gm, ',')
    .replace(/,(?=\s{0,40}[}\]])/g, '')
  return attempt(plain) ?? salvage(plain) ?? undefined
}

function unwrapped(json: string): string {
  return json
    .trim()
    .replace(/^(?:\/\/\s{0,9})?(?:<!\[CDATA\[|\/\*.{0,40}\*\/|<!--)/, '')
    .replace(/;$/, '')
    .trimEnd()
    .replace(/(?:\/\/\s{0,9})?(?:\]\]>|-->)$/, '')
    .trimEnd()
    .replace(/;$/, '')
}
