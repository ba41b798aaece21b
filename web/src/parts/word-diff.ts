/** Two texts word by word: what both have, what one has alone (Myers 1986, "An O(ND) difference algorithm"). */
export interface Piece {
  side: 'both' | 'old' | 'new'
  text: string
}

/** So many words apart, two texts have little in common, and are shown whole. */
const MOST_APART = 3000

const wordsOf = (text: string): string[] => text.match(/\s*\S+/g) ?? []
const bare = (word: string | undefined): string => word?.trim() ?? ''

/** For each number of edits, how far each diagonal reaches in the old text; null where they are too far apart. */
function reaches(old: readonly string[], fresh: readonly string[]): Int32Array[] | null {
  const most = Math.min(MOST_APART, old.length + fresh.length)
  const reach = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    steps.push(reach.slice())
    for (let k = -edits; k <= edits; k += 2) {
      const at = k + most + 1
      const [left = 0, right = 0] = [reach[at - 1], reach[at + 1]]
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1
      while (x < old.length && x - k < fresh.length && bare(old[x]) === bare(fresh[x - k])) x++
      reach[at] = x
      if (x >= old.length && x - k >= fresh.length) return steps
    }
  }
  return null
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const { side, text } of pieces) {
    const last = joined.at(-1)
    if (last?.side === side) last.text += text
    else joined.push({ side, text })
  }
  return joined
}

export function wordDiff(before: string, after: string): Piece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const steps = reaches(old, fresh)
  if (steps === null)
    return [
      { side: 'old', text: before },
      { side: 'new', text: after },
    ]
  const middle = Math.min(MOST_APART, old.length + fresh.length) + 1
  const pieces: Piece[] = []
  let [x, y] = [old.length, fresh.length]
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const reach = steps[edits]
    const k = x - y
    const [left = 0, right = 0] = [reach?.[middle + k - 1], reach?.[middle + k + 1]]
    const isNew = k === -edits || (k !== edits && left < right)
    const fromX = edits === 0 ? 0 : isNew ? right : left
    const fromY = edits === 0 ? 0 : fromX - (isNew ? k + 1 : k - 1)
    while (x > fromX && y > fromY) {
      const [one = '', other = ''] = [fresh[--y], old[--x]]
      // The first word of a text has no blank before it, where the other text has one.
      pieces.push({ side: 'both', text: one.length < other.length ? other : one })
    }
    if (edits === 0) break
    if (isNew) pieces.push({ side: 'new', text: fresh[--y] ?? '' })
    else pieces.push({ side: 'old', text: old[--x] ?? '' })
  }
  return join(pieces.reverse())
}
