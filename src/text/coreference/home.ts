/** Where a document is at home: its "Foreign Ministry" and its "parliament" are those of that state. */
import type { Knowledge } from '../../knowledge/index.ts'
import { type Outlet, outletNames } from '../../knowledge/outlets.ts'

/** "SEOUL, March 6 (Yonhap) -- ", "ATHENS — " at the head of one of the first lines. */
const DATELINE =
  /(?:^|\n)[ \t]*(\p{Lu}[\p{Lu}.' -]{2,24}?)(?:, [^\n()\u2014\u2013]{2,36}?)?(?: ?\([^\n)]{2,30}\))? ?(?:--|\u2014|\u2013| - )/u
const HEAD = 600

/** Agencies that report from everywhere. */
const OF_THE_WORLD =
  /^(?:Reuters|Associated Press|Agence France-Presse|Bloomberg|United Press International|Deutsche Presse-Agentur|dpa|EFE|Dow Jones)/

/** The same for the state of a dateline. */
const PASSING = 4

/** How much oftener another state may be named before the outlet's own is no longer meant. */
const OUTWEIGHED = 6

/**
 * The state of the outlet, for what reports from home; else that of the dateline; null where neither tells.
 * An agency of the world reports from its dateline, and a paper that writes of others alone is not at home.
 */
export function homeState(
  text: string,
  outlet: string | null,
  weights: ReadonlyMap<string, number>,
  knowledge: Knowledge,
): string | null {
  const top = Math.max(0, ...weights.values())
  const sent = datelineState(text, knowledge)
  // A summit's dateline, "PHNOM PENH, Nov. 13", tells where the reporter is and no more.
  const place = sent !== null && (weights.get(sent) ?? 0) * PASSING >= top ? sent : null
  const row = rowOf(outlet)
  const state = row?.state ?? null
  if (row === undefined) return place ?? stateInName(outlet, weights, knowledge)
  if (state === null) return place
  const own = weights.get(state) ?? 0
  const meant = own > 0 ? own * OUTWEIGHED >= top : top === 0
  const national =
    /^(?:newspaper|broadcaster|government)$/.test(row.kind) ||
    (row.kind === 'wire' && !OF_THE_WORLD.test(row.name))
  if (national && meant) return state
  if (place !== null) return place
  return row.kind === 'wire' && meant ? state : null
}

/** "Lagos Courier", "Norway Today": an outlet that no list has, with a place in its name that the document's states know. */
function stateInName(
  outlet: string | null,
  weights: ReadonlyMap<string, number>,
  knowledge: Knowledge,
): string | null {
  for (const word of outlet?.split(/\s+/) ?? []) {
    const state = knowledge.states.find(word)?.state.iso3 ?? knowledge.places.byName(word)?.state ?? null
    if (state !== null && weights.has(state)) return state
  }
  return null
}

/** Where the outlet is published, whatever it writes of; null for one that isn't known. */
export function outletState(outlet: string | null): string | null {
  return rowOf(outlet)?.state ?? null
}

function rowOf(outlet: string | null): Outlet | undefined {
  const [row, other] = outlet === null ? [] : (outletNames().get(outlet.toLowerCase()) ?? [])
  return other === undefined ? row : undefined
}

function datelineState(text: string, knowledge: Knowledge): string | null {
  const found = DATELINE.exec(text.slice(0, HEAD))?.[1]
  if (found === undefined) return null
  const name = capitalised(found.trim())
  const state = knowledge.states.find(name)?.state.iso3 ?? knowledge.places.byName(name)?.state
  return state ?? null
}

/** "NEW DELHI" → "New Delhi". */
export function capitalised(words: string): string {
  return words.replace(/\p{L}+/gu, word => word.slice(0, 1) + word.slice(1).toLowerCase())
}

/** Whether what others call ministers and ministries are secretaries and departments there. */
export function hasSecretaries(state: string): boolean {
  return state === 'USA'
}
