import { isProse, key } from '../furniture/prose.ts'
import { isOutletLike, WEIGHT } from '../meta/outlet.ts'
import { isMenu, isMenuItem } from './menus.ts'

/** A publisher's name that stands alone over its page. */
export interface Masthead {
  line: number
  name: string
  weight: number
}

/** Lines that may hold it, among those at the head that are nothing else. */
const REACH = 4
/** Lines at the end of a page among which it signs again. */
const END_REACH = 14

/** Words that institutions which publish have in their names. */
const INSTITUTION =
  /\b(?:Institute|Institut|Instituto|Centre|Center|Council|Foundation|Stiftung|Ministry|Department|Embassy|Consulate|Forum|Association|Society|Project|Initiative|University|College|School|Office|Secretariat|Commission|Chancellery|Agency|Academy|Think Tank|Observatory|Network|Organi[sz]ation|Bureau)\b/
/** Words of headlines in capitals that no name has: "Foreign Ministry Summons Envoy Over Radar". */
const HEADLINE =
  /\s(?:Says?|Said|Tells?|Calls?|Orders?|Summons|Warns?|Urges?|Rejects?|Backs?|Signs?|Seeks?|Plans?|Vows?|Bans?|Denies|Approves?|Agrees?|Meets?|Visits?|Holds?|Hits?|Cuts?|Ends?|Opens?|Closes?|Wins?|Loses?|Faces?|Gets?|Makes?|Takes?|Gives?|Asks?|Wants?|Needs?|Must|Will|Can|May|Is|Are|Was|Were|Has|Have|Becomes?|Launch(?:es)?|Names?|Sends?|Lifts?|Halts?|Delays?|Buys?|Sells?|Announces?|Releases?|Unveils?|Confirms?|Over|After|Amid|Against|As|From|With|Between|Before|Without|Into|How|Why|What|When|Not|No)\s|\b(?:Summons|Says|Warns|Denies|Agrees)$/
const CJK_NAME = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]{2,14}$/u
const CJK_MEDIA =
  /(?:新聞|通信|通訊|日報|時報|日报|时报|社|テレビ|放送|신문|일보|통신|뉴스|방송|타임스|저널)$/u
/** Words in lower case that names hold. */
const SMALL: ReadonlySet<string> = new Set(
  'of for the and & on in de la du des del di da der die das und für et y to'.split(' '),
)

/**
 * The masthead among a page's first lines. A name alone could be a headline as well, so that something must speak for
 * it: the same name under the article or in its dateline, its initials, a menu below, or a word that publishers have.
 */
export function mastheadAmong(lines: readonly string[], open: readonly number[]): Masthead | null {
  for (const [k, i] of open.slice(0, REACH).entries()) {
    const line = lines[i] ?? ''
    // Something below it must be left to be the headline, unless this can be none.
    if (!isNameLike(line)) continue
    const headed = open.slice(k + 1).some(after => couldHead(lines[after] ?? ''))
    if (!headed && !(i === 0 && isOutletLike(line))) continue
    const weight = evidence(line, lines, i)
    if (weight > 0) return { line: i, name: properCase(line, lines, i), weight }
  }
  return null
}

export function isNameLike(line: string): boolean {
  if (line.length > 70 || /[.?!:;,]$|\d/.test(line) || isMenuItem(line)) return false
  if (CJK_NAME.test(line)) return true
  const words = line.split(' ')
  return words.length <= 9 && words.every(word => SMALL.has(word) || /^[("'\u2018]?\p{Lu}/u.test(word))
}

function couldHead(line: string): boolean {
  return /\S\s\S+\s\S/.test(line) || (line.length >= 10 && /[\p{Script=Han}\p{Script=Hangul}]/u.test(line))
}

function evidence(line: string, lines: readonly string[], at: number): number {
  const others = whereItSigns(lines, at)
  const name = key(line.replace(/^the\s/i, ''))
  if (name.length >= 4 && others.some(other => key(other).includes(name))) return WEIGHT.masthead
  const initials = initialsOf(line)
  // "IBS Brief No. 41" right below counts as well.
  const next = lines[at + 1] ?? ''
  const named = next.length < 60 ? [...others, next] : others
  if (initials.length >= 3 && named.some(other => new RegExp(`\\b${initials}s?\\b`).test(other)))
    return WEIGHT.masthead
  const sounds =
    !HEADLINE.test(line) && (INSTITUTION.test(line) || isOutletLike(line) || CJK_MEDIA.test(line))
  const below = isMenu(lines[at + 1] ?? '')
  if (below) return WEIGHT.masthead - 5
  if (sounds) return at <= 6 ? WEIGHT.print : 0
  const above = lines[at - 1] ?? ''
  return (isMenu(above) || isMenuItem(above)) && /^The\s\p{Lu}/u.test(line) ? WEIGHT.print : 0
}

const LISTED = /^(?:tags?|topics?|keywords?|related|read|more|see|also|filed|in this)\b/i
const SIGNED = /©|\(c\)|copyright|subscribe|\b(?:is|was) an?\b|\bjournalism\b|\breporting\b/i

/** Lines in which a publisher names itself: what follows the article, the dateline of its first paragraph. */
function whereItSigns(lines: readonly string[], at: number): string[] {
  const end = lines.slice(Math.max(at + 2, lines.length - END_REACH))
  const signed = end.filter(line => !LISTED.test(line) && (!isProse(line) || SIGNED.test(line)))
  const first = lines.slice(at + 1, at + 14).find(isProse) ?? ''
  return [...signed, /^.{0,60}\(([^)]{2,40})\)/.exec(first.slice(0, 90))?.[1] ?? '']
}

/** "Institute for Baltic Studies" → "IBS" */
function initialsOf(line: string): string {
  return line
    .split(/[\s-]+/)
    .filter(word => /^\p{Lu}/u.test(word) && word !== 'The')
    .map(word => word[0] ?? '')
    .join('')
    .replace(/[^A-Z]/g, '')
}

/** A name all in capitals as it is written elsewhere on the page, else with capitals at its words' beginnings. */
function properCase(line: string, lines: readonly string[], at: number): string {
  if (line !== line.toUpperCase() || !line.includes(' ')) return line
  const name = line.toLowerCase()
  for (const other of lines.slice(at + 1)) {
    const found = other.toLowerCase().indexOf(name.replace(/^the /, ''))
    const written = found < 0 ? '' : other.slice(found, found + name.replace(/^the /, '').length)
    if (written !== '' && written !== written.toUpperCase() && /^\p{Lu}/u.test(written)) return written
  }
  return name.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}
