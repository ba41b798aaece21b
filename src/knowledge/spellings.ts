/** One name in many spellings: "Mohammed" and "Muhammad", "Sergei" and "Sergey", "al-Sisi" and "el-Sisi". */
import { readTable } from './tsv.ts'

let spellings: Map<string, readonly string[]> | null = null

/**
 * What stays the same however a name in full is spelled. Hyphens, diacritics, articles and middle initials go, and
 * each word takes the first spelling of its row: "Muhammad Al Sadr" and "Mohamed el-Sadr" are "mohammed sadr".
 */
export function foldName(name: string): string {
  const table = load()
  const words: string[] = []
  for (const word of plain(name).toLowerCase().split(/[ -]/)) {
    const bare = word.endsWith('.') ? word.slice(0, -1) : word
    if (bare === '' || bare === 'al' || bare === 'el' || (bare.length === 1 && words.length > 0)) continue
    words.push(table.get(bare)?.[0] ?? bare)
  }
  return words.join(' ')
}

/** All spellings of a word of a name, capital first, its own among them: "Gadhafi" → Gaddafi, Gadhafi, Qaddafi ... */
export function alternatives(word: string): readonly string[] {
  const same = load().get(word.toLowerCase())
  return same === undefined ? [word] : same.map(each => each.slice(0, 1).toUpperCase() + each.slice(1))
}

function load(): ReadonlyMap<string, readonly string[]> {
  if (spellings !== null) return spellings
  spellings = new Map()
  for (const row of readTable('spellings')) {
    const words = (row.spellings ?? '').split(' ')
    for (const word of words) spellings.set(word, words)
  }
  return spellings
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

const LETTERS: { readonly [letter: string]: string } = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'a',
  ʻ: "'",
}

/** Without diacritics: "Erdoğan" → "Erdogan", "Wałęsa" → "Walesa". */
export function plain(text: string): string {
  if (isAscii(text)) return text
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[łŁøØđĐıðÐþÞæÆœßəʻ]/g, letter => LETTERS[letter] ?? letter)
}
