/**
 * What screens ask for at first, kept in the dossier from one run to the next, so that they stand before the record has
 * been read; what is missing is worked out ahead, when nobody asks for anything.
 */
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from './desk.ts'
import { type Keeper, versionOf } from './kept.ts'
import { openingPaths, ROOM_PATHS, titlePaths } from './opening.ts'

/** Of what is kept from one run to the next: one answer, and all of them; in characters. */
const LARGEST_STORED = 1_000_000
const MOST_STORED = 4_000_000
/** Nothing is asked for so long, in milliseconds, before something is worked out that nobody has asked for. */
const QUIET = 2_000
/** So often at most that is waited for: who never stops asking is served all the same. */
const PATIENCE = 10

type Bodies = { [path: string]: string }
/** Asks the program itself; null where that fails. */
type Question = (path: string) => Promise<unknown>

/** Waits until nobody has asked for anything for a moment, nor waits for an answer. */
async function quiet(keeper: Keeper, milliseconds: number): Promise<void> {
  for (let i = 0; i < PATIENCE; i++) {
    const before = keeper.asked()
    await sleep(milliseconds, undefined, { ref: false })
    if (keeper.asked() === before && keeper.isIdle()) return
  }
}

/** The answers that the dossier has of this version, by their paths. */
async function storedOf(desk: Desk, version: string): Promise<Bodies> {
  const stored = await desk.opening.read()
  return stored?.version === version ? { ...stored.answers } : {}
}

/** Larger ones are asked for anew each time. */
async function store(desk: Desk, version: string, answers: Bodies): Promise<void> {
  const size = Object.values(answers).reduce((sum, body) => sum + body.length, 0)
  if (size <= MOST_STORED) await desk.opening.write({ version, answers })
}

async function askFirstScreen(question: Question): Promise<void> {
  const [index, marks, ...rest] = openingPaths(await question('/api/dossier'))
  const indexed = index === undefined ? null : await question(index)
  const marked = marks === undefined ? null : await question(marks)
  for (const path of [...rest, ...titlePaths(indexed, marked)]) await question(path)
}

/**
 * Takes the first answers of all screens from the dossier, or asks for them and puts them there. Those of the first
 * screen are asked for at once, the others when nobody has asked for anything for `wait` milliseconds.
 */
export async function openAhead(
  desk: Desk,
  keeper: Keeper,
  ask: (path: string) => Response | Promise<Response>,
  wait = QUIET,
): Promise<void> {
  const version = await versionOf(desk)
  const stored = storedOf(desk, version)
  await keeper.take(version, stored)
  const kept = await stored
  const question: Question = async path => {
    const response = await ask(path)
    const body = await response.text()
    if (!response.ok) return null
    if (body.length <= LARGEST_STORED) kept[path] = body
    return JSON.parse(body)
  }
  if (Object.keys(kept).length === 0) {
    await askFirstScreen(question)
    await store(desk, version, kept)
  }
  await quiet(keeper, wait)
  // The first search of a run takes several times as long as the next.
  await desk.find('the relations of states', 1)
  // The queue of review reads the record itself, which every other question needs.
  for (const path of [...ROOM_PATHS, '/api/review']) {
    if ((await versionOf(desk)) !== version) return
    const before = keeper.asked()
    if (kept[path] === undefined) {
      await question(path)
      // Each at once: the server may be ended at any time.
      if (kept[path] !== undefined) await store(desk, version, kept)
    }
    // Its own question is one; whoever else has asked goes before the next.
    await setImmediate()
    if (keeper.asked() > before + 1 || !keeper.isIdle()) await quiet(keeper, wait)
  }
}
