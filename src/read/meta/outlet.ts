import { type Outlet, outletAt, outletColumns, outletNames } from '../../knowledge/outlets.ts'
import { key } from '../furniture/prose.ts'
import type { OutletHint } from '../types.ts'
import { hostOf, isDomain, namesHost } from './host.ts'

/** How far each kind of evidence may be trusted; equal names add up. */
export const WEIGHT = {
  domain: 100,
  /** Added to a name that the page's address repeats. */
  host: 30,
  meta: 60,
  masthead: 45,
  colophon: 40,
  print: 30,
  prompt: 20,
  logo: 18,
  titleTail: 16,
  column: 12,
  dateline: 10,
  titlePart: 3,
  house: 4,
  bio: 1,
}

/** "Example Post Publishers Ltd" holds the copyright of the Example Post. */
const COMPANY =
  /[,.]?\s+(?:publish(?:ers|ing)|publications|media|group|holdings?|holding|(?:public\s)?company|corporation|corp|co|inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|s\.?a|s\.?l|s\.?p\.?a|s\.?r\.?l|s\.?a\.?s|sp\.\sz\so\.o|a\.?ş|a\/s|aps|asa|ab|oyj?|b\.?v|n\.?v|w\.?l\.?l|pty|pte|pvt|bhd|sdn|tbk|k\.?k|newspapers?|network|digital|news group|verlag\w{0,12}|medien|ediciones|editoriale?|editora|editores|éditions|all rights reserved)(?![\p{L}\p{N}]).?$/iu

/** One pattern a habit; group 1 is the outlet's name. All run on single lines that are furniture or end matter. */
const LINES: readonly { pattern: RegExp; weight: number }[] = [
  // "Published daily by the Example Institute"
  // "Printed from the website of the Example Post"
  {
    pattern: /^printed from (?:the website of |www\.)?(.{3,60}?)\.?$/i,
    weight: WEIGHT.colophon,
  },
  { pattern: /^published (?:\w+ )?by (?:the\s)?(\p{Lu}.{2,60}?)\.?$/iu, weight: WEIGHT.colophon },
  // "<저작권자(c) 예시통신, 무단 전재-재배포 금지>"
  { pattern: /저작권자\s?(?:\(c\)|ⓒ|©)?\s?([^,<>()]{2,30}?)(?:,|\s?무단|>|\(|$)/iu, weight: WEIGHT.colophon },
  // "This article originally appeared on the Example Post (EP)."
  {
    pattern:
      /\b(?:originally|first)\s(?:appeared|published|ran|posted)\s(?:on|in|by|at)\s(.{3,80}?)(?:\s\([A-Z]{2,8}\))?(?:\.|,|\son\s|\sand\s|\sunder\s|$)/i,
    weight: WEIGHT.colophon,
  },
  {
    pattern:
      /\b(?:appeared|was published)\sin\s(?:the\s)?(?:\w+\s){0,4}?print(?:ed)?\s(?:edition|version)\sof\s(.{3,60}?)(?:\.|,|\son\s|\sas\s|\swith\s|\sunder\s|$)/i,
    weight: WEIGHT.print,
  },
  {
    pattern:
      /(?:©|ⓒ|\(c\)|copyright)[\s,:-]{0,4}(?:(?:©|ⓒ|\(c\))\s?)?(?:by\s)?(?:(?:19|20)\d{2}(?:\s?[-–]\s?\d{2,4})?)?[\s,.:-]{0,4}(?:by\s)?([\p{Lu}\p{Lo}][^.|©]{2,70}?)(?:\.|,|\s[-–|]|\sall\srights|\s(?:19|20)\d{2}|$)/iu,
    weight: WEIGHT.colophon,
  },
  {
    pattern:
      /\b(?:join|follow)\s(?:us\son\s)?(.{2,40}?)['’]s?\s(?:telegram|whatsapp|facebook|youtube|line|twitter|x|linkedin|instagram)\b/i,
    weight: WEIGHT.prompt,
  },
  {
    pattern:
      /\b(?:subscribe|sign up|subscribing)\s(?:to|for)\s(.{3,40}?)(?:['’]s?)?\s(?:newsletter|daily|weekly|today|here|briefing|for free)\b/i,
    weight: WEIGHT.prompt,
  },
  { pattern: /^(?:source|via)\s?:\s?([^/(]{2,50}?)(?:[/(.].{0,20})?$/i, weight: WEIGHT.prompt },
  {
    pattern:
      /^(?:(?:[\p{Lu}.]{3,}[\p{Lu}\s,.'-]{0,30})[,\s]+)?(?:\p{L}{3,9}\.?\s\d{1,2}(?:,?\s\d{4})?\s?)?\(([\p{L} .]{2,30})\)\s?(?:[-–—]|--)/u,
    weight: WEIGHT.dateline,
  },
]

/** Words that outlets have in their names: a name with one is believed although no table knows it. */
const MEDIA_WORD =
  /\b(?:Times|Post|News|Herald|Daily|Tribune|Gazette|Shimbun|Ilbo|Journal|Review|Observer|Chronicle|Press|Standard|Mail|Star|Sun|Mirror|Monitor|Telegraph|Guardian|Independent|Courier|Dispatch|Examiner|Register|Today|Television|TV|Radio|Magazine|Weekly|Monthly|Quarterly|Wire|Bulletin|Insight|Insights|Outlook|Digest|Ledger|Diplomat|Spectator|Economist|Perspectives|Inquirer|Globe|Sentinel|Argus|Advertiser|Reporter|Correspondent|Express|Mercury|Zeitung|Allgemeine|Nachrichten|Tageblatt|Correo|Diario|Jornal|Gazeta|Prensa)\b/

/** A short line that could be an outlet's name. */
export function isOutletLike(line: string): boolean {
  return (
    line.length < 50 &&
    line.split(' ').length <= 6 &&
    /^\p{Lu}/u.test(line) &&
    MEDIA_WORD.test(line) &&
    !/[.!?:]$/.test(line) &&
    line.includes(' ')
  )
}

/** "…, a senior official told the Example Times": the weakest evidence, since others are quoted so as well. */
const TOLD =
  /\b(?:told|interview with|informed)\s((?:the\s|The\s)?\p{Lu}[\p{L}.&'’-]*(?:\s(?:of\s|and\s|&\s|the\s)?\p{Lu}[\p{L}.&'’-]*){0,4})/gu

/** Characters of the body in which the outlet's own voice is looked for. */
const MOST_SEARCHED = 60_000

/** What a line that is no part of the article says about the outlet. */
export function hintsInLine(line: string): OutletHint[] {
  const hints: OutletHint[] = []
  for (const { pattern, weight } of LINES) {
    const name = pattern.exec(line)?.[1]
    if (name !== undefined && /[\p{Lu}\p{Lo}]/u.test(name) && !/\b(?:crown|copyright|rights?)\b/i.test(name))
      hints.push({ name: bareName(name.replace(/\s\p{Lu}$/u, '')), weight })
  }
  return hints
}

/** Outlets that the body names as its own interlocutor: names that the table knows, or that sound like an outlet's. */
export function houseLines(body: string): OutletHint[] {
  const hints: OutletHint[] = []
  for (const match of body.slice(0, MOST_SEARCHED).matchAll(TOLD)) {
    const name = knownPrefix(match[1] ?? '')
    if (name !== null) hints.push({ name, weight: WEIGHT.house })
  }
  // Two different ones: the article quotes from elsewhere, and neither is its own.
  return hints.every(hint => hint.name === hints[0]?.name) ? hints.slice(0, 1) : []
}

/** The longest beginning of a run of capitals that is an outlet: "the Example Times Friday" → "the Example Times". */
function knownPrefix(name: string): string | null {
  const words = name.split(' ')
  for (let n = words.length; n > 0; n--) {
    const part = words.slice(0, n).join(' ')
    if (rowsOf(part).length > 0) return part
  }
  const bare = name.replace(
    /\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\b.*$/,
    '',
  )
  return /^[Tt]he\s/.test(bare) && isOutletLike(bare.replace(/^the/, 'The'))
    ? bare.replace(/^the/, 'The')
    : null
}

/** The name as an outlet signs itself: without company words, quotation marks, years. */
export function bareName(name: string): string {
  const bare = name
    .replace(/^["'“‘\s]+|["'”’\s.,:;]+$/g, '')
    .replace(/^(?:by|the website of)\s/i, '')
    .replace(/^(?:19|20)\d{2}\s/, '')
  let short = bare
  // "Example Post Publishers Pty Ltd": one word goes after the other.
  for (let step = 0; step < 4 && COMPANY.test(short); step++) short = short.replace(COMPANY, '').trim()
  return short || bare
}

/** 港新聞社 publishes 港新聞: the two are one. */
function bareKey(name: string): string {
  return key(
    name.replace(/^the\s/i, '').replace(/(?<=新聞|日報|通信|時報|신문|일보|통신|뉴스)(?:社|사)$/u, ''),
  )
}

function rowsOf(name: string): readonly Outlet[] {
  const lower = name.toLowerCase().replace(/[’]/g, "'")
  const names = outletNames()
  return (
    names.get(lower) ??
    names.get(`the ${lower}`) ??
    names.get(lower.replace(/^the /, '')) ??
    names.get(lower.replace(/\.(?:com|org|net|co\.uk)$/, '')) ??
    []
  )
}

/** The outlet of a column that names it by itself, as a hint. */
export function columnHints(section: string | null): OutletHint[] {
  const rows = section === null ? [] : (outletColumns().get(section.toLowerCase()) ?? [])
  return rows.map(row => ({ name: row.name, weight: WEIGHT.column / rows.length }))
}

/** Names of think tanks that an author's bio gives; the page is likely theirs when nothing else says whose it is. */
export function bioHints(bio: string): OutletHint[] {
  const hints: OutletHint[] = []
  for (const part of bio.split(/,|;|\s(?:at|of|with|for|and|&)\s(?:the\s)?|\.\s|\.$|\(|\)/)) {
    const rows = rowsOf(part.trim())
    if (rows.length === 1 && rows[0]?.kind === 'think-tank')
      hints.push({ name: rows[0].name, weight: WEIGHT.bio })
  }
  return hints.slice(0, 1)
}

/** One name out of all hints: names of one outlet add up; a name shared by two outlets goes to the one that others speak for. */
export function outletOf(hints: readonly OutletHint[], url: string | null): string | null {
  const host = hostOf(url)
  const atHost = host === null ? null : outletAt(host)
  const all = atHost === null ? hints : [...hints, { name: atHost.name, weight: WEIGHT.domain }]
  const said = new Set(all.map(({ name }) => bareKey(name)))
  const scores = new Map<string, number>()
  const doubted = new Map<string, number>()
  // "The Example Post" and "Example Post" are one, by its first spelling.
  const spelt = new Map<string, string>()
  for (const { name: whole, weight } of all) {
    const name = withoutTagline(whole, host, said)
    const rows = rowsOf(name)
    const atHome = host !== null && namesHost(name, host)
    // "Sign up for Asia Daily" names a newsletter rather than its publisher.
    const believed = weight > WEIGHT.prompt || atHome || MEDIA_WORD.test(name)
    const names = rows.length > 0 ? rows.map(row => row.name) : [name]
    for (const known of names) {
      const same = spelt.get(bareKey(known)) ?? known
      spelt.set(bareKey(known), same)
      const into = rows.length > 0 || believed ? scores : doubted
      into.set(same, (into.get(same) ?? 0) + (isDomain(name) ? weight / 6 : weight) / names.length)
    }
  }
  // What the logo and the title's end agree on is believed as well.
  for (const [name, score] of doubted)
    if (scores.has(name) || score > WEIGHT.prompt) scores.set(name, (scores.get(name) ?? 0) + score)
  const best = highest(scores, host) ?? highest(doubted, host, WEIGHT.titleTail)
  return best === null ? host : (spelledOut(best, [...scores.keys()]) ?? best)
}

/** "EIPS" where the page also says "Example Institute for Policy Studies". */
function spelledOut(name: string, others: readonly string[]): string | null {
  if (!/^\p{Lu}{3,7}$/u.test(name)) return null
  const initials = (other: string) =>
    other.replace(/(?:^|\s)(?:the|of|for|and|on|in)(?=\s)/gi, '').match(/(?<!\p{L})\p{Lu}/gu)
  return others.find(other => other.includes(' ') && initials(other)?.join('') === name) ?? null
}

function highest(scores: ReadonlyMap<string, number>, host: string | null, least = 0): string | null {
  let best: string | null = null
  let bestScore = least
  for (const [name, score] of scores) {
    const whole = host !== null && !isDomain(name) && namesHost(name, host) ? score + WEIGHT.host : score
    if (whole <= bestScore || name.length > 80) continue
    best = name
    bestScore = whole
  }
  return best
}

/** "Example Post – news from both shores" → "Example Post", where the address or another hint says as much. */
function withoutTagline(name: string, host: string | null, said: ReadonlySet<string>): string {
  const first = /^(.{3,50}?)(?:\s[|\u2013\u2014\u00b7-]\s|:\s|,\s)/.exec(name)?.[1]
  if (first === undefined) return name
  return said.has(bareKey(first)) || (host !== null && namesHost(first, host)) ? first : name
}

/** Whether the outlet writes the day before the month; null if that is not known. */
export function writesDayFirst(name: string | null): boolean | null {
  const state = name === null ? null : (rowsOf(name)[0]?.state ?? null)
  return state === null ? null : state !== 'USA'
}
