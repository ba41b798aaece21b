/** Who speaks the quoted words of a sentence, and what is only the setting of it. */
import type { Clause, Entity, Name, NounGroup, Sentence } from '../types.ts'

/** The subject outside the marks speaks them; a sentence that is all quoted goes on with the speaker before. */
export function findSpeaker(
  sentence: Sentence,
  speakers: Map<number, Entity>,
  actorsOf: (group: NounGroup) => Entity[],
): void {
  if (!sentence.tokens.some(token => token.quoted)) return
  const clause = sentence.clauses.find(each => !each.quoted && isReport(each) && each.subject !== null)
  const [speaker] = clause?.subject == null ? [] : actorsOf(clause.subject)
  const before = speakers.get(sentence.index - 1)
  const carried = sentence.tokens[1]?.quoted === true && clause === undefined ? before : undefined
  const found = speaker ?? carried
  if (found !== undefined) speakers.set(sentence.index, found)
}

/** "in Singapore", "at Geneva": where it happens is not who acts. */
export function isSetting(name: Name, sentence: Sentence): boolean {
  return name.type === 'place' && /^(?:in|at|near)$/.test(sentence.tokens[name.first - 1]?.lower ?? '')
}

const REPORT =
  /^(?:say|tell|add|ask|argue|warn|note|state|explain|insist|claim|write|declare|reply|stress|announce|believe|think|suggest|point|agree|predict|remark|observe|recall|comment|acknowledge|admit|continue|conclude|urge|vow|pledge)$/

function isReport(clause: Clause): boolean {
  return clause.verb !== null && REPORT.test(clause.verb.lemma)
}
