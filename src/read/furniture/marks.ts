import { namesIn, personName } from '../meta/authors.ts'
import { findDate } from '../meta/dates.ts'
import { isSentence } from './prose.ts'

/** "By Ana Silva in Lisbon", "Ana Silva, Staff Writer", "KIM LEE" */
export function isByline(line: string): boolean {
  if (line.length > 160) return false
  if (
    /^[가-힣]{2,4}\s?(?:기자|특파원|논설위원|편집위원|선임기자)(?:\s[^\s@]{1,64}@[^\s@]{1,64})?$/.test(line)
  )
    return true
  if (
    /^(?:(?:written|reported|story|words|analysis|opinion|commentary|column|report|text)\s)?by[:\s]\s*\S/i.test(
      line,
    ) &&
    !isSentence(line)
  )
    return namesIn(line).length > 0 || line.length < 60
  if (/^(?:authors?|writers?|reporters?)\s?:/i.test(line)) return true
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

/** A line that is a date and hardly anything else: "05 May, 2023 · 5847", "Published: May 5, 2023 10:30 KST". */
export function isDateLine(line: string): boolean {
  if (line.length > 140) return false
  const found = findDate(line, true)
  if (found === null) return false
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
