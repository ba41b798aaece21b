import { eld } from 'eld/small'

const SAMPLE = 2_000

/** BCP 47 tag of a text: by its script where that settles it, else by its letters; null where both are silent. */
export function languageOf(text: string, hint: string | null): string | null {
  const sample = text.slice(0, SAMPLE)
  const script = byScript(sample)
  if (script !== null) return script
  const hinted = hint === null ? null : (/^[a-z]{2,3}/i.exec(hint)?.[0]?.toLowerCase() ?? null)
  if (sample.length < 40) return hinted
  const detected = eld.detect(sample)
  return detected.language === '' ? hinted : detected.language
}

function byScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu)
  if (letters === 0) return null
  if (count(text, /\p{Script=Hangul}/gu) > letters * 0.3) return 'ko'
  if (count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.1) return 'ja'
  if (count(text, /\p{Script=Han}/gu) > letters * 0.5) return 'zh'
  return null
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
