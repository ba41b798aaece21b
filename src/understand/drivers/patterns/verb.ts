/** "The ruling strained ties", "it paved the way for a visit", "launches push them to reconcile", "it stems from history". */
import type { CausalCue } from '../../../knowledge/causal.ts'
import { type Claim, cueSpan, type Pattern, type Site } from '../claim.ts'
import { fromAgent, infinitiveOf, phraseWith, sidesOf } from './verb-sides.ts'

export const verbPattern: Pattern = site => {
  const { verb } = site.clause
  if (verb === null) return []
  const participle = byWhich(site)
  const rows = site.context.knowledge.causalCues
    .of('verb', participle ?? verb.lemma)
    .filter(row => fits(site, row))
  const row = rows.find(r => r.links.some(wanted)) ?? rows[0]
  if (row === undefined) return []
  const sides = participle === null ? sidesOf(site, row) : row.cause === 'subject' ? fromAgent(site) : null
  if (sides === null) return []
  const claim: Claim = {
    cause: sides.cause,
    effect: sides.effect,
    cue: cueSpan(site, verb.first, verb.last),
    sign: signOf(site, row),
    driver: row.driver,
    pattern: `verb:${row.cue}`,
    clause: site.clause,
    weight: row.driver ? 0.75 : 0.55,
  }
  if (isDenied(site) && !row.links.includes('not')) claim.negated = true
  if (row.worth !== null) claim.worth = row.worth
  return [claim]
}

/** "were strained by the dispute", read as an adjective: the verb that it comes from. */
function byWhich({ clause, sentence, context }: Site): string | null {
  const adjective = clause.predicate?.adjective
  if (adjective == null || !clause.phrases.some(p => p.preposition === 'by' && p.first > adjective))
    return null
  const readings = context.knowledge.verbForms.readingsOf(sentence.tokens[adjective]?.lower ?? '')
  return readings.find(r => r.form === 'past-or-participle' || r.form === 'participle')?.lemma ?? null
}

const wanted = (link: string) => !link.startsWith('!')

/** A row with links asks for one of them; "!question" must not be there, "not" asks for a negation. */
function fits(site: Site, row: CausalCue): boolean {
  const { verb, objects } = site.clause
  // Without "not" a row fits a negated verb as well: the claim is then that it is not so.
  if (verb === null || (row.links.includes('not') && !verb.negated)) return false
  if (row.links.some(link => link.startsWith('!') && objects.some(o => o.lemma === link.slice(1))))
    return false
  // "adds to the anger", but not "adds names to a list".
  if (row.cue === 'add' && objects.length > 0) return false
  // "The preamble contains a claim": it is written there, and nothing is held back.
  if (row.cue === 'contain' && isWritten(site)) return false
  if (row.cue === 'leave' && row.links.length === 0 && !leaves(site)) return false
  const asked = row.links.filter(link => wanted(link) && link !== 'not')
  return asked.length === 0 || asked.some(link => holds(site, row, link))
}

function isWritten({ clause, context }: Site): boolean {
  return [clause.subject, ...clause.objects].some(
    group => group !== null && context.knowledge.nounClasses.classesOf(group.lemma).has('text'),
  )
}

/** "left two dead", "left them without water", but not "left the port on Monday": something is said of what is left. */
function leaves({ clause, sentence }: Site): boolean {
  const [object] = clause.objects
  if (object === undefined || clause.verb?.voice === 'passive') return true
  const next = sentence.tokens[object.last + 1]
  return (
    sentence.tokens[object.head]?.pos !== 'PROPN' &&
    (next?.pos === 'ADJ' ||
      next?.pos === 'VERB' ||
      /^(in|with|without|dead|unable|to|at)$/.test(next?.lower ?? ''))
  )
}

/** Does the clause hold a preposition, a particle, an object ("way"), an adverb ("closer")? */
function holds(site: Site, row: CausalCue, link: string): boolean {
  const { clause } = site
  const [word = '', second] = link.split(' ')
  if (second !== undefined)
    return (
      phraseWith(clause, link) !== null ||
      (clause.objects.some(o => o.lemma === word) && phraseWith(clause, second) !== null) ||
      clause.phrases.some(p => p.preposition === word && p.object?.lemma === second)
    )
  if (clause.verb?.particle === word || clause.verb?.adverbs.includes(word)) return true
  if (clause.objects.some(o => o.lemma === word)) return true
  if (/^(closer|together|apart|more|less|little|much)$/.test(word)) return nextTo(site, word)
  if (row.cue === 'take') return infinitiveOf(site) !== null
  if (row.cue === 'lead' && word === 'to' && infinitiveOf(site) !== null) return true
  if (row.cue === 'follow') return nextGroup(site) === word
  return phraseWith(clause, word) !== null
}

/** "followed *weeks* of pressure": a measure of time is no object. */
function nextGroup({ clause, sentence }: Site): string | null {
  return sentence.groups.find(g => g.first > (clause.verb?.last ?? 0))?.lemma ?? null
}

/** "bring the three nations closer together": the word stands in the clause as adjective or adverb. */
function nextTo(site: Site, word: string): boolean {
  const { clause, sentence } = site
  for (let i = clause.verb?.last ?? 0; i <= clause.last; i++)
    if (sentence.tokens[i]?.lower === word) return true
  return false
}

/** "has not eased the dispute", "neither visit eased it". */
function isDenied({ clause, sentence }: Site): boolean {
  const { subject } = clause
  const first = subject === null ? undefined : sentence.tokens[subject.first]
  return clause.verb?.negated === true || /^(neither|no|none|nothing)$/.test(first?.lower ?? '')
}

function signOf(site: Site, row: CausalCue): 1 | -1 | 0 {
  if (row.cue === 'make' || row.cue === 'render') return adjectiveSign(site) || (bringsAbout(site) ? 1 : 0)
  const room = /^(leave|give)$/.test(row.cue) && row.links.includes('room')
  return room && isScant(site) ? -1 : row.sign
}

/** "made Lima reopen the border": the act itself is what it brings, in a bare infinitive. */
function bringsAbout({ clause }: Site): boolean {
  return clause.complement?.verb?.finite === false
}

/** "leaves them little room", "no freedom to trade". */
function isScant({ clause, sentence }: Site): boolean {
  const last = clause.objects.at(-1)
  if (last === undefined) return false
  for (let i = clause.verb?.last ?? 0; i <= last.head; i++)
    if (/^(little|less|no|scant|limited)$/.test(sentence.tokens[i]?.lower ?? '')) return true
  return false
}

/** "makes that unlikely", "makes it harder to explain", "makes concessions costly": less of it. */
function adjectiveSign(site: Site): 1 | -1 | 0 {
  const { clause, sentence, context } = site
  const from = clause.objects[0]?.head ?? clause.verb?.last ?? 0
  const places = [clause.predicate?.adjective ?? from, from + 1, from + 2, from + 3]
  for (const place of places) {
    const token = place > clause.last ? undefined : sentence.tokens[place]
    const sign = token === undefined ? null : context.knowledge.valence.of(token.lower, 'a')
    if (sign === null) continue
    const less = sign === 1 && /^(less|least|hardly)$/.test(sentence.tokens[place - 1]?.lower ?? '')
    return less ? -1 : sign
  }
  return 0
}
