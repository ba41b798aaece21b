/** Does a run of capitalised words have the shape of a person's name? */
import type { Knowledge } from '../../knowledge/index.ts'

const INITIAL = /^(?:\p{Lu}\.){1,3}$|^\p{Lu}$/u
const HYPHENED = /^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u
const PARTICLE =
  /^(?:al|el|bin|ibn|bint|ben|abu|abd|de|del|della|di|da|do|dos|du|van|von|der|den|ter|ten|la|le|y|st|ul)$/i
const GENERATION = /^(?:Jr\.?|Sr\.?|Jnr\.?|II|III|IV)$/

/** 3: certain, 2: good, 1: a hint, 0: no. `words` are the tokens' texts, hyphens apart already joined. */
export function personShape(words: readonly string[], knowledge: Knowledge): 0 | 1 | 2 | 3 {
  const core = words.filter(word => !GENERATION.test(word))
  const [first = '', second = ''] = core
  const last = core[core.length - 1] ?? ''
  const names = knowledge.givenNames
  if (core.length === 1) return names.isGiven(first) && words.length === 1 ? 1 : 0
  if (core.length > 5 || core.some(word => notInName(word, knowledge))) return 0
  const family = names.familyOf(first)
  const asian = family.some(
    language => language === 'korean' || language === 'chinese' || language === 'vietnamese',
  )
  if (asian && HYPHENED.test(second) && core.length === 2) return 3
  if (core.slice(1, -1).some(word => INITIAL.test(word)) && names.isGiven(first)) return 3
  if (INITIAL.test(first) && !INITIAL.test(last) && core.length <= 4 && /\p{Ll}/u.test(last)) return 2
  if (isGiven(first, knowledge) && !INITIAL.test(last))
    return namedPlace(first, knowledge) && names.familyOf(last).length === 0 ? 1 : 3
  if (family.includes('japanese') && names.isGiven(last)) return 3
  if (
    asian &&
    core.length <= 3 &&
    core.slice(1).every(word => word.length <= 9 && /^\p{Lu}\p{Ll}+$/u.test(word))
  )
    return 2
  if (core.slice(1).some(word => PARTICLE.test(word)) || /^(?:al|Al|el|bin)-\p{Lu}/u.test(last))
    return names.isGiven(second) ? 3 : 2
  if (core.length <= 3 && names.familyOf(last).length > 0 && !namedPlace(first, knowledge)) return 2
  if (core.length >= 2 && core.slice(1, -1).every(word => INITIAL.test(word)) && core.length === 3) return 2
  return 0
}

function isGiven(word: string, knowledge: Knowledge): boolean {
  const names = knowledge.givenNames
  if (names.isGiven(word)) return true
  const parts = word.split('-')
  return parts.length === 2 && parts.every(part => names.isGiven(part))
}

/** "Georgia", "Jordan", "Sydney", "Victoria": given names that are places as well. */
function namedPlace(word: string, knowledge: Knowledge): boolean {
  return knowledge.states.find(word) !== undefined || knowledge.places.byName(word) !== undefined
}

function notInName(word: string, knowledge: Knowledge): boolean {
  const words = knowledge.nameWords
  if (
    words.is(word, 'place-after') &&
    !/^(?:Field|House|Hill|Hall|Park|Forest|Rock|Lake|Woods|Moor|Brook|Lane|Bridge|Marsh|Wood|Ward|Glen|Castle|Cove|Mount|Pass|Garden|Hills|Ridge|Estate|River|Street)$/.test(
      word,
    )
  ) {
    return true
  }
  if (
    /^\p{N}/u.test(word) ||
    word === '&' ||
    (words.is(word.toLowerCase(), 'never') &&
      !/^(?:Will|May|Do|An|Both|So|In|He|On|Her|Both|Such|You|Wan|My|Our|Us|Most)$/.test(word))
  )
    return true
  if (words.is(word, 'event') && !/^(?:Day|Bill|Mark|Law|Code|Model|Spring|Rocket|Bowl|Song)$/.test(word))
    return true
  if (
    words.is(word, 'other-name') &&
    !/^(?:Christian|German|Roman|Francis|Jesus|Buddha|Latin|Cold|Black|White|God)$/.test(word)
  )
    return true
  const body = knowledge.organizations.typeOfWord(word)
  return (
    body !== undefined &&
    !/^(?:Post|Parliament|Force|Guard|Banks?|Books|Church|Spurs|Heavy|Steel|Cardinals?|Kings|Chambers|Rowling|Young|Court|Temple|Blair|Noble|Lions|Church|Bishop|Price|Press|Park|Marsh|Boys|Giants|Bucks|Union|Bond)$/.test(
      word,
    )
  )
}
