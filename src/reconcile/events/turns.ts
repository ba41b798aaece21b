/** "He first met the president and then talked with the premier": two meetings, as a document tells them. */
import { byPlace, type Telling } from './telling.ts'

/** So many characters may stand between the two: "and then", a comma. */
const GAP = 20

/** Whom a telling names, by state. */
function namedOf({ people }: Telling): Map<string, string> {
  return new Map(people.map(person => [person.slice(0, person.indexOf('|')), person]))
}

const isMeeting = ({ class: { name }, mention }: Telling): boolean =>
  name === 'meeting' && mention.mode !== 'visit'

function follow(a: Telling, b: Telling): boolean {
  if (!isMeeting(a) || !isMeeting(b) || b.mention.span[0] - a.mention.span[1] > GAP) return false
  const others = namedOf(b)
  const named = [...namedOf(a)].filter(([state]) => others.has(state))
  return (
    named.some(([state, person]) => others.get(state) !== person) &&
    named.some(([state, person]) => others.get(state) === person)
  )
}

/** Marks the meetings in turn among the tellings of one document. */
export function markTurns(tellings: readonly Telling[]): void {
  const ordered = [...tellings].sort(byPlace)
  ordered.forEach((telling, i) => {
    const next = ordered[i + 1]
    if (next === undefined || !follow(telling, next)) return
    telling.inTurn = true
    next.inTurn = true
  })
}
