/** Encodings without a declaration, told apart by what their characters turn out to be. */
interface Candidate {
  encoding: string
  /** The characters that text in this encoding is full of. */
  telling: RegExp
  share: number
}

/** In this order: Hangul and kana are telling, Han characters come out of many wrong guesses. */
const CANDIDATES: readonly Candidate[] = [
  { encoding: 'euc-kr', telling: /[\uac00-\ud7a3]/g, share: 0.6 },
  { encoding: 'shift_jis', telling: /[\u3041-\u3096\u30a1-\u30fc]/g, share: 0.25 },
  { encoding: 'euc-jp', telling: /[\u3041-\u3096\u30a1-\u30fc]/g, share: 0.25 },
  { encoding: 'big5', telling: /[\u7684\u4e00\u662f\u5728\u4e0d\u6709\u570b\u4eba]/g, share: 0.04 },
  { encoding: 'gb18030', telling: /[\u7684\u4e00\u662f\u5728\u4e0d\u6709\u56fd\u4eba]/g, share: 0.04 },
  { encoding: 'windows-1251', telling: /[\u0430-\u044f]/g, share: 0.7 },
]

const SAMPLE = 65_536

/** The encoding whose reading looks most like its language; `windows-1252` where none does. */
export function guessLegacy(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  if (mostlyLoneBytes(sample)) return 'windows-1252'
  for (const { encoding, telling, share } of CANDIDATES) {
    const text = new TextDecoder(encoding).decode(sample)
    const foreign = count(text, /[^\u0000-\u007f]/g)
    const broken = count(text, /[\ufffd\uff61-\uff9f]/g)
    if (foreign > 0 && broken <= foreign * 0.05 && count(text, telling) >= foreign * share) return encoding
  }
  return 'windows-1252'
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}

/** Western text has its accented letters one by one between ASCII ones; East Asian and Cyrillic text has them in runs. */
function mostlyLoneBytes(bytes: Uint8Array): boolean {
  let lone = 0
  let high = 0
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    high++
    if ((bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) lone++
  }
  return lone > high * 0.6
}
