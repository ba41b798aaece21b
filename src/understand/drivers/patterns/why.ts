/** "Fear of China explains why Tokyo moved", "Moscow lost its grip, which is why the two talk": what follows "why" is the effect. */
import type { Clause } from '../../../text/types.ts'
import { clauseBefore, clauseSide, cueSpan, groupSide, type Pattern, type Side, type Site } from '../claim.ts'

export const whyPattern: Pattern = site => {
  const { clause } = site
  const told = clause.marker === 'why' && clause.verb?.finite ? explaining(clause.parent) : null
  const cause = told === null ? null : causeOf(site, told)
  if (cause === null || told === null) return []
  return [
    {
      cause,
      effect: clauseSide(site, clause),
      cue: cueSpan(site, clause.first, clause.first),
      sign: 1,
      driver: true,
      pattern: 'why',
      clause: told,
      weight: 0.75,
    },
  ]
}

/** The clause whose subject explains: its own verb does, or it "helps (to) explain". */
function explaining(clause: Clause | null): Clause | null {
  const { verb, parent } = clause ?? {}
  if (clause === null || verb == null || verb.negated || verb.voice === 'passive') return null
  if (!/^(?:explain|be)$/.test(verb.lemma)) return null
  if (verb.finite) return clause
  return parent?.verb?.lemma === 'help' ? parent : null
}

function causeOf(site: Site, { kind, marker, subject, parent, verb, span }: Clause): Side | null {
  // "…, which explains why …": all that was told before the comma.
  if (kind === 'relative' && marker === 'which')
    return parent === null ? null : clauseBefore(site, parent, span[0])
  // "The minister explained why": what he says is no reason of his.
  if (subject === null || verb?.lemma === 'be' || site.context.analysis.actorsOf(subject).length > 0)
    return null
  return groupSide(site, subject)
}
