const SAMPLE = 2_000
/** Fewer characters look like too many languages. */
const SHORTEST = 20

/** Words that are frequent in English and in no other language that is written in Latin letters. */
const ENGLISH = new Set(
  'the of and that was with said from which by their has had were been would'.split(' '),
)
/** In English prose at least a tenth of the words are among these; in German, Dutch or French a twentieth at most. */
const ENGLISH_SHARE = 0.08
const ENGLISH_WORDS = 40

/** BCP 47 tag of a text where its script or its commonest words settle it; else null, and `detectLanguage` looks closer. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  return byScript(sample) ?? (isEnglish(sample.slice(0, 1_000)) ? 'en' : null)
}

/**
 * The same by letters. The detector's tables take 100 MB of memory and a tenth of a second, so they are loaded only
 * for a text that needs them.
 */
export async function detectLanguage(text: string, hint: string | null): Promise<string | null> {
  const sample = text.slice(0, SAMPLE)
  const hinted = hint === null ? null : (/^[a-z]{2,3}/i.exec(hint)?.[0]?.toLowerCase() ?? null)
  if (sample.length < SHORTEST) return hinted
  const { eld } = await import('eld/small')
  const detected = eld.detect(sample)
  return detected.language === '' ? hinted : detected.language
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < ENGLISH_WORDS) return false
  return words.filter(word => ENGLISH.has(word)).length >= words.length * ENGLISH_SHARE
}

function byScript(text: string): string | null {
  const letters = lettersIn(text)
  if (letters === 0 || latinIn(text) > letters * 0.9) return null
  if (count(text, /\p{Script=Hangul}/gu) > letters * 0.3) return 'ko'
  if (count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.1) return 'ja'
  if (count(text, /\p{Script=Han}/gu) > letters * 0.5) return 'zh'
  return null
}

/** Letters of A to Z. */
function latinIn(text: string): number {
  let latin = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32
    if (code >= 97 && code <= 122) latin++
  }
  return latin
}

/** Letters of any script; those of A to Z are counted without a regular expression, for speed. */
export function lettersIn(text: string): number {
  const latin = latinIn(text)
  return latin > text.length * 0.5 ? latin : count(text, /\p{L}/gu)
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
