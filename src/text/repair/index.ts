/**
 * Mends what the tagger is known to get wrong, in place, and gives verbs their form. Each rule stands for a
 * kind of fault, with its example.
 */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Pos, Token } from '../types.ts'
import {
  adjectiveAfterCopula,
  adjectiveAfterThat,
  clearBeforeThat,
  hyphenatedNoun,
  labourTerms,
  officeTaggedAsAdjective,
  participleAfterVerb,
  participleBeforeNoun,
  personAdjective,
} from './adjectives.ts'
import {
  reportAtEnd,
  subjunctiveBehindThat,
  verbAfterDenial,
  verbAfterHelp,
  verbOfRelative,
} from './clause-verbs.ts'
import { governorOf, setForm } from './forms.ts'
import { missingVerbs } from './missing.ts'
import {
  commonNounAtStart,
  isTitleCase,
  nameBeforeReport,
  nameTaggedAsAuxiliary,
  nameTaggedAsWord,
} from './names.ts'
import {
  activity,
  bareInObject,
  gerundAsSubject,
  gerundOfName,
  modalTaggedNoun,
  nounAfterPreposition,
  nounAfterVerb,
  nounInGroup,
  noVerbHasForm,
  secondFinite,
  subjectAtStart,
  thatBeforeNoun,
  thatBehindAside,
  verbAfterDeterminer,
  verbAfterModifier,
  verbWhereNounStands,
} from './nouns.ts'
import type { Place } from './place.ts'
import { comparedNumber, compassBehindNoun } from './quantities.ts'
import {
  cueBehindAnd,
  planBehindApposition,
  pluralBeforeReport,
  reportBehindSubject,
  reportTaggedAsNoun,
  verbBehindWho,
} from './reports.ts'
import {
  gerundAfterPreposition,
  gerundAfterVerb,
  passiveTaggedAsAdjective,
  pastTaggedAsOther,
  perfectTaggedAsAdjective,
  progressiveTaggedAsAdjective,
  thirdBeforeDemonym,
  thirdBeforeDeterminer,
  verbAfterModal,
  verbAfterPlural,
  verbAfterTo,
  verbBeforeParticle,
} from './verbs.ts'
import {
  aboutBeforeNumber,
  alertTaggedAsAdjective,
  followingBeforeTime,
  furtherBeforeVerb,
  likelyBeforeVerb,
  littleWords,
  longBeforeParticiple,
  noLonger,
  possessives,
  prepositionTaggedAsVerb,
  rightTaggedAsVerb,
  sinceInVerb,
  smallModifiers,
  thatAtStart,
} from './words.ts'

interface Rule {
  mend(place: Place): void
  /** The tags that it looks at; null: any. */
  on: readonly Pos[] | null
}

/** In order: later rules see what earlier ones mended. */
const RULES: readonly Rule[] = [
  { mend: possessives, on: null },
  { mend: littleWords, on: ['VERB', 'NOUN', 'ADJ'] },
  { mend: noLonger, on: ['DET', 'ADV'] },
  { mend: followingBeforeTime, on: ['NOUN', 'VERB', 'ADP'] },
  { mend: sinceInVerb, on: ['SCONJ', 'ADP'] },
  { mend: smallModifiers, on: ['ADV', 'NOUN', 'ADJ', 'VERB'] },
  { mend: thatAtStart, on: ['PRON', 'SCONJ'] },
  { mend: subjectAtStart, on: ['VERB'] },
  { mend: noVerbHasForm, on: ['VERB'] },
  { mend: aboutBeforeNumber, on: ['ADP'] },
  { mend: commonNounAtStart, on: ['PROPN'] },
  { mend: nameBeforeReport, on: ['VERB'] },
  { mend: nameTaggedAsAuxiliary, on: ['AUX'] },
  { mend: nameTaggedAsWord, on: ['NOUN', 'VERB', 'ADJ', 'X', 'INTJ', 'ADV'] },
  { mend: reportTaggedAsNoun, on: ['NOUN'] },
  { mend: reportAtEnd, on: ['NOUN'] },
  { mend: subjunctiveBehindThat, on: ['NOUN'] },
  { mend: cueBehindAnd, on: ['NOUN'] },
  { mend: pluralBeforeReport, on: ['VERB'] },
  { mend: planBehindApposition, on: ['NOUN'] },
  { mend: verbBehindWho, on: ['NOUN', 'ADV', 'ADJ', 'ADP'] },
  { mend: officeTaggedAsAdjective, on: ['ADJ'] },
  { mend: personAdjective, on: ['ADJ'] },
  { mend: pastTaggedAsOther, on: ['NOUN', 'ADJ', 'ADV'] },
  { mend: verbAfterDeterminer, on: ['VERB'] },
  { mend: verbAfterModifier, on: ['VERB'] },
  { mend: furtherBeforeVerb, on: ['VERB', 'ADJ', 'ADV'] },
  { mend: reportBehindSubject, on: ['NOUN'] },
  { mend: verbAfterTo, on: null },
  { mend: gerundAfterPreposition, on: ['NOUN'] },
  { mend: participleBeforeNoun, on: ['VERB'] },
  { mend: participleAfterVerb, on: ['VERB'] },
  { mend: hyphenatedNoun, on: ['ADJ'] },
  { mend: progressiveTaggedAsAdjective, on: ['ADJ'] },
  { mend: perfectTaggedAsAdjective, on: ['ADJ'] },
  { mend: passiveTaggedAsAdjective, on: ['ADJ'] },
  { mend: rightTaggedAsVerb, on: ['VERB'] },
  { mend: alertTaggedAsAdjective, on: ['ADJ', 'VERB', 'ADV'] },
  { mend: comparedNumber, on: ['ADJ', 'ADV', 'ADP', 'SCONJ', 'DET'] },
  { mend: compassBehindNoun, on: ['NOUN'] },
  { mend: likelyBeforeVerb, on: ['ADJ'] },
  { mend: longBeforeParticiple, on: ['ADJ', 'ADV'] },
  { mend: prepositionTaggedAsVerb, on: null },
  { mend: secondFinite, on: ['VERB'] },
  { mend: bareInObject, on: ['VERB'] },
  { mend: gerundOfName, on: ['VERB'] },
  { mend: nounAfterVerb, on: ['VERB'] },
  { mend: modalTaggedNoun, on: ['AUX'] },
  { mend: verbAfterModal, on: ['ADJ', 'NOUN', 'ADV'] },
  { mend: verbAfterHelp, on: ['NOUN'] },
  { mend: verbAfterDenial, on: ['NOUN', 'ADJ'] },
  { mend: verbOfRelative, on: ['NOUN'] },
  { mend: verbAfterPlural, on: ['ADJ'] },
  { mend: thirdBeforeDeterminer, on: ['NOUN'] },
  { mend: verbBeforeParticle, on: ['NOUN'] },
  { mend: thirdBeforeDemonym, on: ['NOUN'] },
  { mend: gerundAfterVerb, on: ['NOUN', 'ADJ'] },
  { mend: activity, on: ['VERB'] },
  { mend: thatBeforeNoun, on: ['SCONJ', 'PRON'] },
  { mend: thatBehindAside, on: ['DET'] },
  { mend: gerundAsSubject, on: ['VERB'] },
  { mend: nounInGroup, on: ['VERB', 'ADJ'] },
  { mend: adjectiveAfterThat, on: ['VERB'] },
  { mend: labourTerms, on: null },
  { mend: nounAfterPreposition, on: ['VERB'] },
  { mend: verbWhereNounStands, on: ['VERB'] },
  { mend: clearBeforeThat, on: ['VERB'] },
  { mend: adjectiveAfterCopula, on: ['NOUN'] },
]

/** A bit for each tag. */
const BITS: { readonly [tag in Pos]: number } = {
  NOUN: 1,
  PROPN: 2,
  PRON: 4,
  VERB: 8,
  AUX: 16,
  ADJ: 32,
  ADV: 64,
  ADP: 128,
  DET: 256,
  NUM: 512,
  CCONJ: 1024,
  SCONJ: 2048,
  PART: 4096,
  PUNCT: 8192,
  SYM: 16384,
  INTJ: 32768,
  X: 65536,
}
const ANY = 0x1ffff

/** The same with a mask each, since most words are none of a rule's business. */
const MASKED = RULES.map(({ mend, on }) => ({
  mend,
  mask: on === null ? ANY : on.reduce((mask, tag) => mask | BITS[tag], 0),
}))

/** A place with the bit of its tag, which is looked up anew only where a rule has changed the tag. */
interface Marked extends Place {
  pos: Pos
  bit: number
}

function bitOf(place: Marked): number {
  const { pos } = place.token
  if (pos !== place.pos) {
    place.pos = pos
    place.bit = BITS[pos]
  }
  return place.bit
}

/** A function of its own: taken into the loop over the rules it is compiled anew for each of them, and without end. */
function apply({ mend, mask }: (typeof MASKED)[number], places: readonly Marked[]): void {
  for (const place of places) if ((mask & bitOf(place)) !== 0) mend(place)
}

export function repair(tokens: Token[], knowledge: Knowledge): void {
  const titleCase = isTitleCase(tokens)
  // Rules change tokens and never their number, so the places are made once.
  const places = tokens.map((token, i): Marked => {
    const { pos } = token
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    return { tokens, i, token, before, after, titleCase, knowledge, pos, bit: BITS[pos] }
  })
  for (const rule of MASKED) apply(rule, places)
  tokens.forEach((token, i) => {
    if (token.pos === 'VERB' || token.pos === 'AUX')
      setForm(token, governorOf(tokens, i), tokens[i + 1], knowledge)
  })
  missingVerbs(tokens, knowledge)
}
