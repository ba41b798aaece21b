/** Names as keys: the same person or body under spellings that differ in order, hyphens, spaces or accents. */

/** "Yoon Suk-yeol" → `[yoon, suk, yeol]`; middle initials are dropped. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const long = words.filter(word => word.length > 1)
  return long.length > 1 ? long : words
}

/**
 * One key for all rotations of a name, spaces and hyphens dropped: "Yoon Suk-yeol", "Yoon Sukyeol" and
 * "Suk Yeol Yoon" have the same. "Lee Jae-min" and "Lee Jae-myung" differ.
 */
export function personKey(name: string): string {
  const words = nameWords(name)
  let least: string | null = null
  for (let i = 0; i < words.length; i++) {
    const turned = [...words.slice(i), ...words.slice(0, i)].join('')
    if (least === null || turned < least) least = turned
  }
  return least ?? ''
}

const SMALL = new Set(['the', 'of', 'for', 'and', 'in', 'on', 'de', 'a'])

/** "the Asan Institute for Policy Studies" → `asan institute policy studies`. */
export function bodyKey(name: string): string {
  return nameWords(name)
    .filter(word => !SMALL.has(word))
    .join(' ')
}

/** False for a describing phrase: "a senior Foreign Ministry official". True for "Yoon", "Yoon Suk-yeol" and "de Gaulle". */
export function isProperName(name: string): boolean {
  const words = name.split(/\s+/).filter(word => word !== '')
  const last = words[words.length - 1]
  const [first] = words
  if (first === undefined || last === undefined) return false
  return /^\p{Lu}/u.test(last) && !/^(?:a|an|the|one|another|some)$/i.test(first)
}
