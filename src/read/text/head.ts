import { outletColumns, outletNames } from '../../knowledge/outlets.ts'
import { isCaption } from '../furniture/captions.ts'
import { isByline, isDateLine } from '../furniture/marks.ts'
import { furnitureRule } from '../furniture/match.ts'
import { isProse, isSentence, key, wordCount } from '../furniture/prose.ts'
import { bioName, namesIn } from '../meta/authors.ts'
import { type Masthead, mastheadAmong } from './masthead.ts'
import { isMenu, isMenuItem } from './menus.ts'

/** What a line above the article is. */
export type HeadRole =
  | 'title'
  | 'section'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'caption'
  | 'furniture'
  | 'trail'
  | 'outlet'
  | 'masthead'
  | 'other'

export interface Head {
  roles: HeadRole[]
  /** Index of the first line of the body. */
  body: number
  masthead: Masthead | null
}

/** Lines looked at for a head: pages with long menus need many. */
const REACH = 60
/** A byline or a date may follow a standfirst that ends like a sentence, if that is no longer than this. */
const LONGEST_STANDFIRST = 350
/** "NEW DELHI: ", "KAMPALA — ", "LISBON, March 3 (Example Post) - " */
const DATELINE =
  /^\p{Lu}[\p{Lu}\s.'/-]{2,40}(?:,\s[\p{L}\d\s.,]{2,30})?(?:\s?\([^)]{2,40}\)\s?[-–—]|:|\s[-–—]{1,2})\s/u
/** A series of an institute's papers, by its number or its name alone. */
const SERIES =
  /^.{0,40}\b(?:brief|briefing|commentary|note|paper|report|bulletin|memo|insights?|analysis|policy)\b.{0,12}$|^.{2,30}\b(?:no|vol|issue|nr)\.?\s?\d{1,5}.{0,20}$/i
const SECTIONS =
  /^(?:world|asia|asia[- ]pacific|europe|africa|americas?|middle east|east asia|southeast asia|south asia|politics|national|international|foreign affairs|diplomacy|defen[cs]e|security|business|economy|markets|opinions?|editorials?|commentary|comment|analysis|features?|news|news analysis|top news|latest|world news|letters?|columns?|columnists?|perspectives?|views?|voices|society|culture|interviews?|explainers?|investigations?|special reports?|in depth|in-depth|briefings?|blogs?|research|publications?|reports?|insights?|op-eds?|press releases?|statements?|speeches)$/i

/** Finds where the body begins and what the lines before it are. */
export function headOf(lines: readonly string[]): Head {
  const roleOf = rolesBy(lines)
  const body = bodyStart(lines, roleOf)
  const roles = lines.slice(0, body).map((_, i) => roleOf(i))
  const loose = roles.flatMap((role, i) => (role === 'other' ? [i] : []))
  const masthead = mastheadAmong(lines, loose)
  if (masthead !== null) takeMasthead(lines, roles, masthead)
  const open = loose.filter(i => roles[i] === 'other')
  const title = titleAmong(lines, open)
  for (const i of open) {
    if (i === title) roles[i] = 'title'
    else if (title !== null && i > title)
      roles[i] = isSignature(lines, i, body, roles) ? 'byline' : 'standfirst'
  }
  // The line right above the title names its section or column, unless it is one item of a menu.
  const at = open.indexOf(title ?? -1)
  const above = open[at - 1]
  if (above !== undefined && (at < 4 || isSectionName(lines[above] ?? ''))) roles[above] = 'section'
  return { roles, body, masthead }
}

/** The name, what is above it, and the number of a series below: "INAS Brief No. 41", "Policy Note 7". */
function takeMasthead(lines: readonly string[], roles: HeadRole[], masthead: Masthead): void {
  roles[masthead.line] = 'masthead'
  for (let i = 0; i < masthead.line; i++) if (roles[i] === 'other') roles[i] = 'furniture'
  const next = lines[masthead.line + 1] ?? ''
  if (roles[masthead.line + 1] === 'other' && SERIES.test(next)) roles[masthead.line + 1] = 'section'
}

/** "Ana Silva and Joon Park" alone on a line, next to the date or right before the body. */
function isSignature(lines: readonly string[], i: number, body: number, roles: readonly HeadRole[]): boolean {
  const line = lines[i] ?? ''
  if (line.length > 80 || wordCount(line) > 9 || isSentence(line)) return false
  const beside =
    [roles[i - 1], roles[i + 1]].some(role => role === 'date' || role === 'byline') ||
    // Reading times, buttons and captions may stand between it and the body.
    roles.slice(i + 1, body).every(role => role === 'furniture' || role === 'caption')
  const names = namesIn(line)
  return beside && names.length > 0 && key(names.join('')) === key(line.replace(/\b(?:and|by)\b|&/gi, ''))
}

/** Roles are worked out when asked for: most lines of an article never are. */
function rolesBy(lines: readonly string[]): (i: number) => HeadRole {
  const known: HeadRole[] = []
  return i => {
    known[i] ??= plainRole(lines[i] ?? '')
    return known[i] ?? 'other'
  }
}

/** "Home > World > Africa" as its parts, none if the line is no such trail. */
export function trailOf(line: string): string[] {
  if (line.length > 140) return []
  const parts = line
    .split(/\s?[>\u203a\u00bb/|]\s?/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const trail =
    /^(?:home|news|start|front page)$/i.test(parts[0] ?? '') ||
    /\s[>\u203a\u00bb]\s.*\s[>\u203a\u00bb]\s/.test(line)
  return trail ? parts : []
}

/** What a line is by itself, whatever stands around it. */
function plainRole(line: string): HeadRole {
  if (isByline(line)) return 'byline'
  if (isDateLine(line)) return 'date'
  if (furnitureRule(line, true) !== null) return isCreditLine(line) ? 'caption' : 'furniture'
  if (isCaption(line)) return 'caption'
  if (line.length < 50 && isOutletName(line)) return 'outlet'
  if (isMenu(line)) return 'furniture'
  if (trailOf(line).length > 1) return 'trail'
  return 'other'
}

function isCreditLine(line: string): boolean {
  return furnitureRule(line, true)?.reason === 'photo credit'
}

function isOutletName(line: string): boolean {
  const name = line.toLowerCase()
  return (outletNames().has(name) || outletNames().has(`the ${name}`)) && !outletColumns().has(name)
}

export function isSectionName(line: string): boolean {
  return SECTIONS.test(line) || isMenuItem(line) || outletColumns().has(line.toLowerCase())
}

/** First line that reads like an article; a standfirst may read so as well, if byline or date follow. */
function bodyStart(lines: readonly string[], roleOf: (i: number) => HeadRole): number {
  const reach = Math.min(lines.length, REACH)
  const first = (from: number, wanted: (i: number) => boolean) => {
    for (let i = from; i < reach; i++) if (roleOf(i) === 'other' && wanted(i)) return i
    return -1
  }
  const begins = (i: number) => beginsBody(lines, i, roleOf)
  const start = first(0, begins)
  if (start < 0) {
    const sentence = first(1, i => isSentence(lines[i] ?? ''))
    return sentence > 0 ? sentence : Math.min(1, reach - 1)
  }
  for (let i = start + 1; i <= start + 2 && i < reach; i++) {
    const role = roleOf(i)
    if (role !== 'byline' && role !== 'date') continue
    // A second byline stands under the article: "Author: Ana Silva".
    if (lines.slice(0, start).some((_, k) => roleOf(k) === role)) break
    if (lines.slice(start, i).join(' ').length > LONGEST_STANDFIRST) break
    const next = first(i + 1, k => begins(k) || isSentence(lines[k] ?? ''))
    return next > 0 ? next : start
  }
  // A dateline opens the text: a sentence above it is a standfirst.
  const opening = start + 1
  if ((lines[start] ?? '').length <= LONGEST_STANDFIRST && !DATELINE.test(lines[start] ?? ''))
    if (roleOf(opening) === 'other' && isProse(lines[opening] ?? '') && DATELINE.test(lines[opening] ?? ''))
      return opening
  return start
}

function beginsBody(lines: readonly string[], i: number, roleOf: (i: number) => HeadRole): boolean {
  const line = lines[i] ?? ''
  const oneSentence = !/[.!?]["'\u201d\u2019]?\s/.test(line)
  // "Will the two ministers meet at last?" is a headline, unless one stands above it.
  if (/[?!]$/.test(line) && line.length < 180 && oneSentence && !titleBefore(lines, i, roleOf)) return false
  if (isProse(line)) return !(i === 0 && line.length < 120 && oneSentence)
  if (i === 0 || !/[.\u3002]["'\u201d\u2019\u300d]?$/.test(line) || !isSentence(line)) return false
  return isProse(lines[i + 1] ?? '') && bioName(line) === null
}

/** Whether a line above could be the headline. */
function titleBefore(lines: readonly string[], i: number, roleOf: (i: number) => HeadRole): boolean {
  return lines
    .slice(0, i)
    .some((line, k) => wordCount(line) >= 5 && !isSectionName(line) && roleOf(k) === 'other')
}

/** Of the lines that are nothing else, the one that is the headline. */
function titleAmong(lines: readonly string[], open: readonly number[]): number | null {
  const long = open.filter(i => wordCount(lines[i] ?? '') >= 3 && (lines[i] ?? '').length <= 260)
  const first = long[0]
  if (first === undefined) return open[open.length - 1] ?? null
  const second = long[1]
  return second !== undefined && isKicker(lines[first] ?? '', lines[second] ?? '', long.length)
    ? second
    : first
}

/** A short line over a longer one: the name of a section or column, rather than a short headline over its standfirst. */
function isKicker(line: string, next: string, candidates: number): boolean {
  if (isSectionName(line)) return true
  // "Peace without affection" over "The two have never been closer to a treaty. That does not mean that they will sign"
  if (/\p{L}\p{Ll}\.\s+\p{Lu}/u.test(next)) return false
  const words = wordCount(line)
  if (words > 5 || line.length > 36 || /[?!:,.]/.test(line)) return false
  return (candidates > 2 && words <= 3) || (wordCount(next) <= 18 && words <= 3)
}
