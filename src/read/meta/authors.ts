import { agencies } from '../../knowledge/agencies.ts'
import { outletNames } from '../../knowledge/outlets.ts'
import { anyPageWord } from '../../knowledge/page-words.ts'
import { withoutDates } from './dates.ts'

/** Titles before a name, left out of it. */
const HONORIFIC =
  /^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Lord|Lt|Maj|Gen|Brig|Adm|Cmdr|Col|Capt|Sgt|Amb|Ambassador|Hon|Rev)\.?,?\s+){1,3}/
const PARTICLES: ReadonlySet<string> = new Set(
  'de del della der den di da do dos das du van von bin ibn binti al el la le ten ter af av y e zu'.split(
    ' ',
  ),
)
/** A word that no person's name has: desks, roles, sites. */
const NO_NAME =
  /\b(?:staff|desk|team|news|newsroom|editors?|editorial|board|correspondents?|bureau|press|times|post|daily|herald|tribune|agency|agencies|service|services|wires?|reporters?|writers?|contributors?|contributor|columnist|guest|admin|administrator|webmaster|web|online|digital|media|network|institute|institution|university|council|centre|center|ministry|office|today|tv|radio|magazine|journal|insights?|outlook|affairs|digest|ledger|quarterly|monthly|weekly|observer|monitor|review|report|group|inc|ltd|llc|department|photo|photos|images?|getty|file|handout|updated|published|posted|minutes?|read|share|click|here|rate|story|article|live|edition|comments?|print|save|business|politics|sports?|opinion|analysis|latest|breaking|subscribe|follow|more|the|and|of|for|in|on|with|at|all|by|from|this|that)\b/i

/** Longer lines name no authors. */
const LONGEST_BYLINE = 400

/** What the words beside a name look like, made of the table when first asked for. */
interface Wording {
  /** "By ", "Von ", "Text: " */
  byline: RegExp
  /** "Edited by ", "Foto: " */
  uncredited: RegExp
  /** "김민수 기자": a reporter's name and rank. */
  ranked: RegExp
  desk: RegExp
  label: RegExp
}

let wording: Wording | null = null

function words(): Wording {
  wording ??= {
    byline: new RegExp(
      `^[^\\p{L}\\p{N}]*(?:${anyPageWord('byline')})(?:\\s?[:：=＝/／・]\\s*|\\s+(?=\\p{L}))`,
      'iu',
    ),
    uncredited: new RegExp(`^[^\\p{L}\\p{N}]*(?:${anyPageWord('uncredited')})(?:\\s?[:：=＝]|\\s)`, 'iu'),
    ranked: new RegExp(
      `(?<![가-힣])([가-힣]{2,4}|\\p{Script=Han}{2,5})\\s?(?:${anyPageWord('rank')})(?:\\s?=.*)?$`,
      'u',
    ),
    label: new RegExp(`^(?:${anyPageWord('byline')})\\s?[:：]?$`, 'iu'),
    desk: new RegExp(`(?<!\\p{L})(?:${anyPageWord('desk')})(?!\\p{L})`, 'iu'),
  }
  return wording
}

/** Whether a line opens with words that an author's name follows. */
export function opensByline(line: string): boolean {
  return words().byline.test(line)
}

/** "Edited by …", "Photographs by …" */
export function isUncredited(line: string): boolean {
  return words().uncredited.test(line)
}

/** "Author", "Written by:" alone. */
export function isBylineLabel(line: string): boolean {
  return line.length < 24 && words().label.test(line)
}

/** Names in one line are set apart by signs and by "and" in its languages. */
const BETWEEN =
  /\s*(?:\s\/\s?|\/\s|&|、|(?<!\p{L})(?:und|et|and|with|og|och|oraz|és|ve|dan|và|и|та|و)(?!\p{L})|(?<=\p{L}\s\p{L}[\p{L}'’-]{1,30})\s(?:e|y|i|en|ja|a)\s(?=\p{Lu}[\p{L}'’-]{1,30}\s\p{L}))\s*/iu

/**
 * A string that may hold names ("By Ana Silva and Joon Park in Lisbon", "KIM LEE, Staff Writer") as full names, in order.
 * Agencies, outlets, desks, site logins ("jsmith", "webteam2") and single words are no authors.
 */
export function namesIn(line: string): string[] {
  return findNames(line, false)
}

/** The same where the page itself says that this is an author: names in letters without capitals are taken as well. */
export function signedNamesIn(line: string): string[] {
  return findNames(line, true)
}

function findNames(line: string, sure: boolean): string[] {
  if (line.length > LONGEST_BYLINE) return []
  const bare = withoutDates(unwrapped(line))
    .replace(/^\p{Lu}[^|]{2,60}[-–—]\s?(?=(?:By|BY)\s\p{Lu})/u, '')
    .replace(/\s*\([^)]{0,80}\)/g, '')
    .replace(/\s*[<[]?[\w.+-]{1,64}@[\w.-]{1,255}[>\]]?/g, '')
    .replace(/(?:^|\s)@\w{2,30}/g, ' ')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s(?:leave a comment|(?:no|\d{1,4})\scomments?|\d{1,2}\smin(?:ute)?s?\sread)\b/gi, ' | ')
    // "Posted by Ana Silva on"
    .replace(/\s(?:on|at|in|le|am|el|em|den|il)\s{0,3}(?=\||$)/gi, ' ')
    // "Por Lívia Bragança — Foz do Iguaçu"
    .replace(/(?<=\p{L}{2})\s[—–]\s[^|]*/u, '')
  const names: string[] = []
  for (const section of bare.split(/[;|\n•·]/)) {
    // "Editing by Ana Silva and Joon Park" names nobody that wrote.
    if (words().uncredited.test(section)) continue
    const led = sure || words().byline.test(section)
    for (const part of section.split(BETWEEN))
      for (const name of partNames(part.trim(), led)) if (!names.includes(name)) names.push(name)
  }
  return names
}

/** "(By Ana Silva)", "【記者王小明／台北報導】" */
function unwrapped(line: string): string {
  return line.replace(/^[([（【]([^()[\]（）【】]{3,120})[)\]）】]$/, '$1')
}

/** "By foreign affairs reporter Ana Silva", "our correspondent Ana Silva" */
const ROLE_BEFORE =
  /^(?:[\p{L}'’-]{2,20}\s){0,4}(?:correspondent|editor|reporter|writer|analyst|journalist|columnist|chief|intern|producer|Korrespondent(?:in)?|Redakteur(?:in)?|correspondant|corresponsal|inviato|inviata)\s(?=\p{Lu})/iu
/** "Ana Silva Political Editor", "王小明 报道" */
const ROLE_AFTER =
  /(?<=^\p{Lu}[^\s,]{1,30}\s\p{Lu}[^\s,]{1,30})\s(?:[^\s,]{2,20}\s){0,3}(?:Editor|Correspondent|Reporter|Writer|Columnist|Analyst|Chief|Producer)$|(?<=\p{Script=Han}{2})\s?(?:[/／].{0,12})?(?:报道|报导|報道|報導|发自.{0,8}|攝|摄)$/u

function partNames(piece: string, sure: boolean): string[] {
  const part = piece.replace(/^[\s,.:–—-]+/, '')
  const { byline, uncredited, ranked } = words()
  if (part === '' || uncredited.test(part)) return []
  let bare = part
  let labelled = false
  // "Text: Von Ana Silva"
  for (let step = 0; step < 2 && byline.test(bare); step++) {
    bare = bare.replace(byline, '')
    labelled = true
  }
  if (labelled || sure) bare = bare.replace(ROLE_BEFORE, '')
  bare = bare.replace(/^(?:本[报報])?(?:记者|記者)\s?(?=\p{Script=Han})/u, '')
  bare = bare.replace(ROLE_AFTER, '')
  // "ソウル＝佐藤健"
  const bureau =
    /^[^＝=]{1,12}[＝=]\s?([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}・]{2,10}|[가-힣]{2,4}(?:\s[가-힣]{2,5})?)$/u.exec(
      bare,
    )
  return commaParts((bureau?.[1] ?? bare).replace(ranked, '$1'), sure || labelled)
}

/** "Ana Silva, Joon Park" are two; "Ana Silva, Staff Writer" and "Ana Silva, Lisbon" are one. */
function commaParts(part: string, sure: boolean): string[] {
  const pieces = part.split(/\s*[,，]\s*/)
  const names: string[] = []
  for (const [i, piece] of pieces.entries()) {
    const name = personName(
      i === 0
        ? piece.replace(/\s+(?:in|at|from|for|reports?)\s.*$/, '')
        : piece.replace(/\s+(?:in|at|from)\s.*$/, ''),
      sure,
    )
    if (name === null) {
      if (i === 0) return []
      continue
    }
    // After a comma a place or a role is likelier than a second name unless it has two words of its own.
    if (i === 0 || name.includes(' ')) names.push(name)
  }
  return names
}

/** Two to four words in letters that have no capitals: Arabic, Hebrew, Devanagari. */
const UNCASED = /^[\p{Lo}\p{M}]{2,15}(?:[\s-][\p{Lo}\p{M}]{2,15}){1,3}$/u
const HANGUL = /^[\p{Script=Hangul}\s]{2,8}$/u
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\u30fb\s]{2,12}$/u
/** Hangul and Han words that no person is called by. */
const NO_EAST_ASIAN =
  /(?:뉴스|신문|일보|기자|페이지|경제|방송|통신|구독|댓글|신문|社|網|网|新聞|通信|字号|記事|新闻)$/u

/** The name itself, without titles and in ordinary case, or null if this is no full name of a person. */
export function personName(text: string, sure = false): string | null {
  const bare = text
    .trim()
    .replace(HONORIFIC, '')
    .replace(/[,.]?\s+(?:PhD|Ph\.D\.?|MD|Jr\.?|Esq\.?|MP)$/, '')
    .replace(/^["'“‘*\-–—\s]+|["'”’*:,;\-–—\s]+$/g, '')
  if (bare.length < 2 || bare.length > 60 || /[\d@_#<>{}=\\/]/.test(bare)) return null
  if (HANGUL.test(bare) || EAST_ASIAN.test(bare)) return NO_EAST_ASIAN.test(bare) ? null : bare
  if (bare.length < 3 || words().desk.test(bare)) return null
  if (sure && UNCASED.test(bare)) return bare
  const parts = bare.split(/\s+/)
  if (parts.length < 2 || parts.length > 6 || NO_NAME.test(bare)) return null
  const cased = bare === bare.toUpperCase() ? parts.map(titleCase) : parts.map(tamed)
  for (const word of cased)
    if (!PARTICLES.has(word) && !/^[\p{Lu}]/u.test(word) && !/^(?:[dlDO]['’]|al-|el-|bin-)\p{Lu}/u.test(word))
      return null
  const name = cased.join(' ')
  return isAgency(name) ? null : name
}

/** "Elif KARAHAN" → "Elif Karahan"; initials and "McNEIL" stay. */
function tamed(word: string): string {
  return word.length > 3 && word === word.toUpperCase() && !word.includes('.') ? titleCase(word) : word
}

/** "JEAN-LUC O'NEIL" → "Jean-Luc O'Neil" */
function titleCase(word: string): string {
  const lower = word.toLowerCase()
  if (PARTICLES.has(lower)) return lower
  return lower.replace(
    /(^|[-'’.])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}

/** Photo and news agencies and outlets sign pages too, but write nothing. */
export function isAgency(name: string): boolean {
  const key = name.toLowerCase()
  return agencies().has(key) || outletNames().has(key) || outletNames().has(`the ${key}`)
}

/** Keeps the first spelling of each person: "Ana M. Silva" and "ana silva" are one. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter(name => {
    const words = name.toLowerCase().split(/\s+/)
    const key = `${words[0]} ${words[words.length - 1]}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const ROLE =
  'professor|fellow|researcher|director|analyst|lecturer|scholar|correspondent|journalist|editor|columnist|writer|author|reporter|ambassador|diplomat|economist|historian|scientist|consultant|adviser|advisor|chair|chairman|president|head|dean|student|candidate|specialist|expert|associate|member|minister|officer|lawyer|coordinator|contributor|commentator|strategist|representative|teaches|lead|negotiator|novelist|poet|critic|activist|attorney|judge|engineer|physician|broadcaster|academic|executive|veteran|intern|fellow|translator|photographer|senator|banker|farmer|campaigner|trustee|co-founder'
const NAMED =
  "((?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\\.?\\s+)?(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}?\\p{Lu}[\\p{L}.'’-]+)"
/** Roles are written with and without a capital: "is Associate Professor", "is a professor". */
const ANY_ROLE = ROLE.replace(
  /(^|\|)([a-z])/g,
  (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
)
const BIO = new RegExp(
  `^${NAMED}(?:,[^,]{2,80},)?\\s+(?:\\([^)]{1,60}\\)\\s+)?(?:(?:is|was|has been|serves as|works as)\\b.{0,120}?\\b(?:${ANY_ROLE})s?\\b|(?:teaches|covers|writes (?:about|on|for|from)|reports (?:on|from|for)|works (?:at|for|in)|contributes to|is based in|lives in)\\b)`,
  'u',
)

const PRESENTING =
  /^(?:about the (?:author|writer)s?|the (?:author|writer)(?:\sis(?=\s\p{Lu}))?)\s{0,3}[:,-]?\s{0,3}/iu

/**
 * The name in a line that presents the author: "Dr. Ana Silva is Associate Professor at the Institute of …".
 * Whether the line is one is for the place to say: after the article's end, or before its beginning.
 */
export function bioName(line: string): string | null {
  const plain = line.replace(/^[*†•(\s–—-]+/, '')
  const bare = plain.replace(PRESENTING, '')
  // "The writer is Ana Silva, a former diplomat"
  const match = BIO.exec(
    bare === plain ? plain : bare.replace(/^([^,]{4,50}), (?:is\s)?(?=(?:an?|the)\s)/, '$1 is '),
  )
  if (match?.[1] === undefined || !/^\p{Lu}/u.test(match[1])) return null
  return personName(match[1])
}

/** All persons that a presentation names: "Ana Silva is a fellow at …. Joon Park teaches law in …." */
export function bioNames(text: string): string[] {
  const sentences = text.split(/(?<=[.)])\s+(?=\p{Lu})/u)
  return [text, ...sentences].flatMap(line => bioName(line) ?? [])
}
