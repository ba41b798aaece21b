/** Ends like a sentence: closing punctuation, maybe in quotation marks or brackets, maybe with a footnote's number; "28.04.17" does not. */
const ENDED =
  /(?:[.!?\u2026\u3002\uff01\uff1f]["'\u201d\u2019\u00bb\u300d\u300f)\]]{0,3}|(?<!\d)[.!?\u2026\u3002\uff01\uff1f]["'\u201d\u2019\u00bb\u300d\u300f)\]]{0,3}(?:\d{1,3}|\[\d{1,3}\]?))$/

/** Such an end, with the character before it. */
const LONGEST_END = 12

/** A paragraph of running text, as against a title, a label, a teaser that breaks off or an item of a menu. */
export function isProse(text: string): boolean {
  return ENDED.test(text.slice(-LONGEST_END)) && (text.length >= 80 || (text.length >= 30 && isDense(text)))
}

/** Ends like a sentence, however short: a one-line paragraph, a quotation. */
export function isSentence(text: string): boolean {
  return ENDED.test(text.slice(-LONGEST_END)) && text.length >= 15 && wordCount(text) >= 3
}

/** Chinese, Japanese and Korean say in 30 characters what takes English 80. */
function isDense(text: string): boolean {
  return (
    (text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) >
    text.length * 0.4
  )
}

/** Words between spaces; for scripts without spaces, a word for each three characters. */
export function wordCount(text: string): number {
  const spaced = text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
  return isDense(text) ? Math.max(spaced, Math.ceil(text.length / 3)) : spaced
}

/** Letters and digits alone, in lower case: to see whether two lines say the same. */
export function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
