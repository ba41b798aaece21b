import { namesIn, personName } from '../meta/authors.ts'
import { findDate, findOwnDate, withoutDates } from '../meta/dates.ts'
import { isOutletLike } from '../meta/outlet.ts'
import { isMenuItem } from '../text/menus.ts'
import { isSentence } from './prose.ts'

const DATELINE_BYLINE = /^\p{Lu}[^|]{2,60}[-–—]\s?(?:By|BY)\s\p{Lu}/u

/** What a piece is called before the name of who wrote it; who edited or drew it does not count. */
export const ESSAY_BY =
  /^(?:an?\s)?(?:[\p{L}-]{3,14}\s){0,2}(?:essay|article|column|comment|opinion|analysis|commentary|report|story|interview|feature|dispatch|letter|note|brief|briefing|explainer|post|blog|piece|review|testimony|speech|op-ed)\sby\s(?=\p{Lu})/iu

/** "By Ana Silva in Lisbon", "Ana Silva, Staff Writer", "KIM LEE" */
export function isByline(line: string): boolean {
  if (line.length > 160) return false
  if (
    /^(?:[가-힣]{1,6}\s?=\s?)?[가-힣]{2,4}(?:[·,\s]{1,2}[가-힣]{2,4}){0,4}\s?(?:기자|특파원|논설위원|편집위원|선임기자|전문기자|인턴기자)(?:\s[^\s@]{1,64}@[^\s@]{1,64})?$/.test(
      line,
    )
  )
    return true
  if (
    /^(?:(?:written|reported|story|words|analysis|opinion|commentary|column|report|text|interview|interviewed)\s)?by[:\s]\s*\S/i.test(
      line,
    ) &&
    !isSentence(line)
  )
    return namesIn(line).length > 0 || line.length < 60
  // "An essay by Ana Silva"
  if (line.length < 90 && ESSAY_BY.test(line) && !isSentence(line))
    return namesIn(line.replace(ESSAY_BY, 'By ')).length > 0
  // "ZAGREB, July 9 (Example Press) -- By Ana Silva"
  if (DATELINE_BYLINE.test(line) && !isSentence(line)) return namesIn(line).length > 0
  if (/^(?:authors?|writers?|reporters?)\s?:/i.test(line)) return true
  if (
    /^(?:[Vv]on|[Pp]ar|[Pp]or|[Oo]leh|Di|Door|Af|Av)\s\p{Lu}/u.test(line) &&
    line.length < 90 &&
    !isSentence(line)
  )
    return namesIn(line).length > 0
  if (isSigned(line)) return true
  const lead = line.split(/\s?[,|\u2022\u00b7]\s?/)[0] ?? ''
  if (
    /[,|\u2022\u00b7]\s?(?:staff|senior|chief|.{0,25}correspondent|.{0,25}editor|.{0,20}reporter|.{0,20}writer|contributor|columnist)\b/i.test(
      line,
    ) &&
    line.length < 100
  )
    return personName(lead) !== null
  return false
}

/**
 * What stands on one line with a date and its commas: names of authors, of an outlet, or both; none where the line is
 * anything else. "Ana Silva and Joon Park, Example Quarterly, Summer 2022" → ["Ana Silva and Joon Park", "Example Quarterly"]
 */
export function signedBefore(line: string): string[] {
  const found = findDate(line)
  if (found === null || line.length > 140 || !/^[.\s]*$/.test(line.slice(found.end))) return []
  const before = line.slice(0, found.start)
  if (!/,\s$/.test(before)) return []
  const parts = before.split(',').map(part => part.trim())
  parts.pop()
  return parts.every(part => namesIn(part).length > 0 || isOutletLike(part)) ? parts : []
}

/** "PEGGY OLSEN polsen@example.org Nov 3, 2017", "Ana Silva May 2, 2019": a name with nothing but an address or a date. */
function isSigned(line: string): boolean {
  if (!/\d{4}|@/.test(line)) return false
  const bare = withoutDates(line).replace(/[<[(]?[\w.+-]{1,64}@[\w.-]{1,255}[>\])]?/g, ' | ')
  if (bare === line) return false
  const parts = bare.split('|').map(part => part.trim())
  const worded = parts.filter(part => /\p{L}/u.test(part))
  // "New York, May 2, 2019" is a place.
  const [name = '', ...more] = worded
  return more.length === 0 && !name.endsWith(',') && !isMenuItem(name) && personName(name) !== null
}

/** A line that is a date and hardly anything else: "05 May, 2023 · 5847", "Published: May 5, 2023 10:30 KST". */
export function isDateLine(line: string): boolean {
  if (line.length > 140 || !/\p{Nd}/u.test(line)) return false
  let answer = dateLines.get(line)
  if (answer === undefined) {
    answer = isDate(line)
    if (dateLines.size >= REMEMBERED) dateLines.clear()
    dateLines.set(line, answer)
  }
  return answer
}

/** The lines around a byline are asked for in turn: the last answers are kept. */
const REMEMBERED = 200
const dateLines = new Map<string, boolean>()

function isDate(line: string): boolean {
  const found = line.length < 60 ? findOwnDate(line, true) : findDate(line, true)
  if (found === null) return false
  // "Ana Silva, 2016.04.05." ends in a date rather than a sentence.
  if (found.end === line.length - 1 && /\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.$/.test(line))
    return isDateLine(line.slice(0, -1))
  // "Wire | Edited by Ana Silva | May 3, 2021 06:20 PM"
  if (/[|\u2022\u00b7]/.test(line) && !isSentence(line))
    if (line.split(/[|\u2022\u00b7]/).some(part => /\p{L}|\d{4}/u.test(part) && isDateLine(part.trim())))
      return true
  if (signedBefore(line).length > 0) return true
  const rest = (line.slice(0, found.start) + line.slice(found.end))
    .replace(/\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?/gi, '')
    .replace(
      /\b(?:published|updated|posted|issued|last|modified|on|at|date|first|created|added|edited|print|edition|online|live|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi,
      '',
    )
    .replace(
      /\b(?:[ECMP][SD]?T|GMT|UTC|KST|JST|SGT|HKT|IST|BST|CEST|CET|AEST|AEDT|WIB|ICT|PHT|local time)\b/g,
      '',
    )
    .replace(/[+-]\d{2}:?\d{2}|\d+/g, '')
  return (rest.match(/\p{L}/gu)?.length ?? 0) < 25 && !isSentence(line)
}
