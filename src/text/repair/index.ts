/**
 * Mends what the tagger is known to get wrong, in place, and gives verbs their form. Each rule stands for a
 * kind of fault, with its example.
 */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
import {
  adjectiveAfterCopula,
  adjectiveAfterThat,
  clearBeforeThat,
  labourTerms,
  officeTaggedAsAdjective,
  participleBeforeNoun,
} from './adjectives.ts'
import { governorOf, setForm } from './forms.ts'
import { commonNounAtStart, isTitleCase, nameBeforeReport, nameTaggedAsWord } from './names.ts'
import {
  gerundAsSubject,
  modalTaggedNoun,
  nounAfterPreposition,
  nounAfterVerb,
  nounInGroup,
  verbAfterDeterminer,
  verbWhereNounStands,
} from './nouns.ts'
import type { Place } from './place.ts'
import {
  gerundAfterPreposition,
  gerundAfterVerb,
  headlineVerb,
  mayBeFinite,
  pastTaggedAsOther,
  reportTaggedAsNoun,
  thirdBeforeDeterminer,
  verbAfterModal,
  verbAfterPlural,
  verbAfterTo,
} from './verbs.ts'
import { likelyBeforeVerb, possessives, prepositionTaggedAsVerb } from './words.ts'

/** In order: later rules see what earlier ones mended. */
const RULES: readonly ((place: Place) => void)[] = [
  possessives,
  commonNounAtStart,
  nameBeforeReport,
  nameTaggedAsWord,
  reportTaggedAsNoun,
  officeTaggedAsAdjective,
  pastTaggedAsOther,
  verbAfterDeterminer,
  verbAfterTo,
  gerundAfterPreposition,
  participleBeforeNoun,
  likelyBeforeVerb,
  prepositionTaggedAsVerb,
  nounAfterVerb,
  modalTaggedNoun,
  verbAfterModal,
  verbAfterPlural,
  thirdBeforeDeterminer,
  gerundAfterVerb,
  gerundAsSubject,
  nounInGroup,
  adjectiveAfterThat,
  labourTerms,
  nounAfterPreposition,
  verbWhereNounStands,
  clearBeforeThat,
  adjectiveAfterCopula,
]

export function repair(tokens: Token[], knowledge: Knowledge): void {
  const titleCase = isTitleCase(tokens)
  // Rules change tokens and never their number, so the places are made once.
  const places = tokens.map((token, i): Place => {
    return { tokens, i, token, before: tokens[i - 1], after: tokens[i + 1], titleCase, knowledge }
  })
  for (const rule of RULES) for (const place of places) rule(place)
  tokens.forEach((token, i) => {
    if (token.pos === 'VERB' || token.pos === 'AUX')
      setForm(token, governorOf(tokens, i), tokens[i + 1], knowledge)
  })
  if (!tokens.some(token => mayBeFinite(token))) headlineVerb(tokens, knowledge)
}
