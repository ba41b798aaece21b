import { escapeControls } from './parse.ts'

/** JSON inside a page: as it is, or with its raw line breaks escaped; undefined if it is broken. */
export function attempt(json: string): unknown {
  const bare = json
    .trim()
    .replace(/^(?:<!\[CDATA\[|\/\*.{0,40}\*\/|<!--)/, '')
    .replace(/;$/, '')
    .trimEnd()
    .replace(/(?:\]\]>|-->)$/, '')
    .trimEnd()
    .replace(/;$/, '')
  for (const candidate of [bare, escapeControls(bare)]) {
    try {
      return JSON.parse(candidate)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}
