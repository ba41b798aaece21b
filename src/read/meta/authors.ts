import { agencies } from '../../knowledge/agencies.ts'
import { outletNames } from '../../knowledge/outlets.ts'
import { withoutDates } from './dates.ts'

/** Titles before a name, left out of it. */
const HONORIFIC =
  /^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Lord|Gen|Col|Capt|Amb|Ambassador|Hon|Rev)\.?,?\s+){1,3}/
const PARTICLES: ReadonlySet<string> = new Set(
  'de del della der den di da do dos das du van von bin ibn binti al el la le ten ter af av y e zu'.split(
    ' ',
  ),
)
/** A word that no person's name has: desks, roles, sites. */
const NO_NAME =
  /\b(?:staff|desk|team|news|newsroom|editors?|editorial|board|correspondents?|bureau|press|times|post|daily|herald|tribune|agency|agencies|service|services|wires?|reporters?|writers?|contributors?|contributor|columnist|guest|admin|administrator|webmaster|web|online|digital|media|network|institute|institution|university|council|centre|center|ministry|office|today|tv|radio|magazine|journal|review|report|group|inc|ltd|llc|department|photo|photos|images?|getty|file|handout|updated|published|posted|minutes?|read|share|click|here|rate|story|article|live|edition|comments?|print|save|business|politics|sports?|opinion|analysis|latest|breaking|subscribe|follow|more|the|and|of|for|in|on|with|at|all|by|from|this|that)\b/i

/** Longer lines name no authors. */
const LONGEST_BYLINE = 400

/** "김민수 기자": a reporter's name and rank. */
const KOREAN_ROLE = /(?<![가-힣])([가-힣]{2,4})\s?(?:기자|특파원|논설위원|편집위원|선임기자)(?:\s?=.*)?$/

/**
 * A string that may hold names ("By Ana Silva and Joon Park in Lisbon", "KIM LEE, Staff Writer") as full names, in order.
 * Agencies, outlets, desks, site logins ("jsmith", "webteam2") and single words are no authors.
 */
export function namesIn(line: string): string[] {
  if (line.length > LONGEST_BYLINE) return []
  const bare = withoutDates(line)
    .replace(/^\p{Lu}[^|]{2,60}[-–—]\s?(?=(?:By|BY)\s\p{Lu})/u, '')
    .replace(
      /^\W*(?:(?:written|reported|story|text|words|analysis|opinion|column|commentary|report|reporting|interview|interviewed)\s)?by[:\s]\s*/i,
      '',
    )
    .replace(/^\s*(?:authors?|writers?|reporters?)\s*:\s*/i, '')
    .replace(/^(?:[Vv]on|[Pp]ar|[Pp]or|[Oo]leh|Di|Door|Af|Av)\s(?=\p{Lu})/u, '')
    .replace(/\s*\([^)]{0,80}\)/g, '')
    .replace(/\s*[<[]?[\w.+-]{1,64}@[\w.-]{1,255}[>\]]?/g, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(KOREAN_ROLE, '$1')
  const names: string[] = []
  for (const part of bare.split(/\s*(?:;|\||\/|•|·|\u2022|&|\n|\bund\b|\bet\b|\by\b|\band\b|\bwith\b)\s*/i)) {
    for (const name of commaParts(part)) if (!names.includes(name)) names.push(name)
  }
  return names
}

/** "Ana Silva, Joon Park" are two; "Ana Silva, Staff Writer" and "Ana Silva, Lisbon" are one. */
function commaParts(part: string): string[] {
  const pieces = part.split(/\s*,\s*/)
  const names: string[] = []
  for (const [i, piece] of pieces.entries()) {
    const name = personName(
      i === 0
        ? piece.replace(/\s+(?:in|at|from|for|reports?)\s.*$/, '')
        : piece.replace(/\s+(?:in|at|from)\s.*$/, ''),
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

/** The name itself, without titles and in ordinary case, or null if this is no full name of a person. */
export function personName(text: string): string | null {
  const bare = text
    .trim()
    .replace(HONORIFIC, '')
    .replace(/[,.]?\s+(?:PhD|Ph\.D\.?|MD|Jr\.?|Esq\.?|MP)$/, '')
    .replace(/^["'“‘*\-–—\s]+|["'”’*:,;\-–—\s]+$/g, '')
  if (bare.length < 3 || bare.length > 60 || /[\d@_#<>{}=\\/]/.test(bare)) return null
  if (
    /^[\p{Script=Hangul}\s]{2,8}$|^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\u30fb\s]{2,12}$/u.test(
      bare,
    )
  )
    return bare
  const words = bare.split(/\s+/)
  if (words.length < 2 || words.length > 6 || NO_NAME.test(bare)) return null
  const cased = bare === bare.toUpperCase() ? words.map(titleCase) : words
  for (const word of cased)
    if (!PARTICLES.has(word) && !/^[\p{Lu}]/u.test(word) && !/^(?:[dlDO]['’]|al-|el-|bin-)\p{Lu}/u.test(word))
      return null
  const name = cased.join(' ')
  return isAgency(name) ? null : name
}

/** "JEAN-LUC O'NEIL" → "Jean-Luc O'Neil" */
function titleCase(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
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
  'professor|fellow|researcher|director|analyst|lecturer|scholar|correspondent|journalist|editor|columnist|writer|author|reporter|ambassador|diplomat|economist|historian|scientist|consultant|adviser|advisor|chair|chairman|president|head|dean|student|candidate|specialist|expert|associate|member|minister|officer|lawyer|coordinator|contributor|commentator|strategist|representative|teaches|lead'
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

/**
 * The name in a line that presents the author: "Dr. Ana Silva is Associate Professor at the Institute of …".
 * Whether the line is one is for the place to say: after the article's end, or before its beginning.
 */
export function bioName(line: string): string | null {
  const match = BIO.exec(
    line
      .replace(/^[*†•\s–—-]+/, '')
      .replace(/^(?:about the (?:author|writer)s?|the (?:author|writer))\s*[:,-]?\s*/i, ''),
  )
  if (match?.[1] === undefined || !/^\p{Lu}/u.test(match[1])) return null
  return personName(match[1])
}

/** All persons that a presentation names: "Ana Silva is a fellow at …. Joon Park teaches law in …." */
export function bioNames(text: string): string[] {
  const sentences = text.split(/(?<=[.)])\s+(?=\p{Lu})/u)
  return [text, ...sentences].flatMap(line => bioName(line) ?? [])
}
