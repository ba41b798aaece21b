/** One name in many spellings: "Mohammed" and "Muhammad", "Sergei" and "Sergey", "al-Sisi" and "el-Sisi". */
import { readTable } from './tsv.ts'

let spellings: Map<string, string> | null = null

/**
 * What stays the same however a name in full is spelled. Hyphens, diacritics, articles and middle initials go, and
 * each word takes the first spelling of its row: "Muhammad Al Sadr" and "Mohamed el-Sadr" are "mohammed sadr".
 */
export function foldName(name: string): string {
  const table = spellings ?? load()
  const words: string[] = []
  for (const word of plain(name).toLowerCase().split(/[ -]/)) {
    const bare = word.endsWith('.') ? word.slice(0, -1) : word
    if (bare === '' || bare === 'al' || bare === 'el' || (bare.length === 1 && words.length > 0)) continue
    words.push(table.get(bare) ?? bare)
  }
  return words.join(' ')
}

function load(): Map<string, string> {
  spellings = new Map()
  for (const row of readTable('spellings')) {
    const [first = '', ...others] = (row.spellings ?? '').split(' ')
    for (const other of others) spellings.set(other, first)
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
