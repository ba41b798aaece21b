/** Kills a piece of work in its midst, lets it be done again, and looks for what is missing, doubled or different. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { onStep, STEPS, type Step } from '../../src/steps.ts'
import { type Contents, contentsOf, standing } from './contents.ts'
import { documentsInBackup, type Piece, rejecting, type Turn } from './pieces.ts'
import type { Places, State } from './places.ts'
import { done, type Ended, entente, here, recording, start } from './program.ts'

/** At a named step, or at a moment: a share of the time that the piece takes undisturbed. */
export type How = { step: Step } | { share: number }

export interface Kill {
  piece: Piece
  how: How
}

export interface Faults {
  lost: string[]
  doubled: string[]
  /** What differs, or went wrong otherwise. */
  others: string[]
}

export interface Verdict extends Kill, Faults {
  /** False where it had ended before. */
  isKilled: boolean
}

interface Undisturbed {
  milliseconds: number
  steps: Set<Step>
}

export interface SuiteOptions {
  /** Whether the work is done again within this process, which costs a third of a process of its own. */
  again: 'here' | 'by the program'
}

const isStep = (name: string): name is Step => Object.hasOwn(STEPS, name)
export const ALL_STEPS: readonly Step[] = Object.keys(STEPS).filter(isStep)

const noFaults = (others: string[] = []): Faults => ({ lost: [], doubled: [], others })

export const killText = ({ piece, how }: Kill): string =>
  `${piece.name}, ${piece.store}, ${'step' in how ? how.step : `at ${how.share.toFixed(3)} of its time`}`

/** Numbers from 0 to 1, always the same from one seed. */
export function chance(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What is in `left` and not in `right`, as often as it is. */
function without(left: readonly string[] = [], right: readonly string[] = []): string[] {
  const counts = new Map<string, number>()
  for (const item of right) counts.set(item, (counts.get(item) ?? 0) + 1)
  return left.filter(item => {
    const n = counts.get(item) ?? 0
    counts.set(item, n - 1)
    return n <= 0
  })
}

/** So often a moment is looked for at which it is still at work. */
const TRIES = 5

const LISTS = ['documents', 'corrections', 'watches', 'searches'] as const

export interface SuiteOptions {
  /** Do the work again within this process, which costs less than a third. */
  again: 'here' | 'by the program'
}

/** Kills with what they share: dossiers to copy, and what each piece leaves undisturbed. */
export class Suite {
  readonly places: Places
  readonly options: SuiteOptions
  /** All steps that a piece of work has passed so far. */
  readonly passed = new Set<Step>()
  readonly #wanted = new Map<string, Promise<Contents>>()
  readonly #undisturbed = new Map<string, Promise<Undisturbed>>()
  readonly #before = new Map<State, ReturnType<typeof standing>>()
  #recordings = 0

  constructor(places: Places, options: SuiteOptions) {
    this.places = places
    this.options = options
  }

  /** What a piece leaves that nobody disturbs. */
  wanted(piece: Piece): Promise<Contents> {
    const make = async () => {
      const place = await this.places.copy('full', 'server')
      if (piece.leaves === 'corrected') await done(here(await rejecting(place)), 'review')
      const contents = await contentsOf(place)
      await this.places.drop(place)
      return contents
    }
    const found = this.#wanted.get(piece.leaves) ?? make()
    this.#wanted.set(piece.leaves, found)
    return found
  }

  /** How long it takes as a process of its own, and which steps it passes; fails where it does not end as it should. */
  undisturbed(piece: Piece): Promise<Undisturbed> {
    const key = `${piece.name} ${piece.store}`
    const make = async () => {
      const turn = await piece.begin(this.places)
      const { ended, steps } = await this.#recorded(turn)
      const faults = ended.code === 0 ? await this.#finish(piece, turn) : noFaults([ended.err])
      const all = [...faults.lost, ...faults.doubled, ...faults.others]
      if (all.length > 0) throw new Error(`${key}, undisturbed: ${all.join('; ')}`)
      await turn.drop()
      return { milliseconds: ended.milliseconds, steps }
    }
    const found = this.#undisturbed.get(key) ?? make()
    this.#undisturbed.set(key, found)
    return found
  }

  /** Runs the program, and notes what it passes. */
  async #recorded({ args }: Turn): Promise<{ ended: Ended; steps: Set<Step> }> {
    const path = this.places.path(`passed-${this.#recordings++}`)
    const ended = await entente(args, { node: recording(`${path}.mjs`, path) })
    const steps = stepsIn(path)
    for (const step of steps) this.passed.add(step)
    for (const file of [path, `${path}.mjs`]) rmSync(file, { force: true })
    return { ended, steps }
  }

  /** The same within this process. */
  async #noted({ args }: Turn): Promise<Ended> {
    onStep(step => this.passed.add(step))
    return here(args)
  }

  async #killAtStep(step: Step, turn: Turn): Promise<boolean> {
    const { signal } = await entente(turn.args, { env: { ENTENTE_STOP_AT: step } })
    if (signal === 'SIGKILL') this.passed.add(step)
    return signal === 'SIGKILL'
  }

  async #killAt(moment: number, turn: Turn): Promise<boolean> {
    const running = start(turn.args)
    const timer = setTimeout(() => running.child.kill('SIGKILL'), moment)
    const { signal } = await running.ended
    clearTimeout(timer)
    return signal === 'SIGKILL'
  }

  /** A turn that was killed; where a moment was too late, as the machine has grown quicker, another one is earlier. */
  async #killed({ piece, how }: Kill): Promise<{ turn: Turn; isKilled: boolean }> {
    let moment = 'share' in how ? (await this.undisturbed(piece)).milliseconds * how.share : 0
    for (let tries = 1; ; tries++) {
      const turn = await piece.begin(this.places)
      const isKilled =
        'step' in how ? await this.#killAtStep(how.step, turn) : await this.#killAt(moment, turn)
      if (isKilled || 'step' in how || tries === TRIES) return { turn, isKilled }
      await turn.drop()
      moment /= 2
    }
  }

  /** What was there before and is not now. Throws where a dossier does not open, or a backup is not whole. */
  async #look({ had, target }: Turn): Promise<string[]> {
    const [before, now] = [await this.#hadBefore(had), await standing(target)]
    return [...without(before?.documents, now?.documents), ...without(before?.corrections, now?.corrections)]
  }

  /** The same on both stores. */
  #hadBefore(state: Turn['had']): ReturnType<typeof standing> {
    const make = async () => {
      const place = await this.places.copy(state, 'server')
      const found = await standing(place)
      await this.places.drop(place)
      return found
    }
    const found = this.#before.get(state) ?? make()
    this.#before.set(state, found)
    return found
  }

  /**
   * Kills once, and has the same command run again. With `looksFirst` the dossier is opened before that, to see
   * whether all is there that was there before the kill; without, it is the command itself that meets what the kill
   * left.
   */
  async kill(kill: Kill, looksFirst: boolean): Promise<Verdict> {
    const { turn, isKilled } = await this.#killed(kill)
    const others: string[] = []
    if (turn.backup !== null && (await documentsInBackup(turn.backup)) === null)
      others.push('the former backup is gone')
    const lost = looksFirst ? await this.#look(turn) : []
    const again = this.options.again === 'here' ? await this.#noted(turn) : (await this.#recorded(turn)).ended
    if (again.code !== 0)
      others.push(`run again it ended with ${again.code}: ${again.err.trim().slice(-300)}`)
    const after = await this.#finish(kill.piece, turn)
    await turn.drop()
    return {
      ...kill,
      isKilled,
      lost: [...lost, ...after.lost],
      doubled: after.doubled,
      others: [...others, ...after.others],
    }
  }

  /** Does what comes after the piece, and compares with what there should be. */
  async #finish(piece: Piece, turn: Turn): Promise<Faults> {
    const faults = noFaults()
    const wanted = await this.wanted(piece)
    for (const args of turn.after) await done(here(args), args.join(' '))
    for (const place of new Set([turn.target, turn.source])) {
      if (place === null) continue
      const found = await contentsOf(place)
      for (const list of LISTS) {
        faults.lost.push(...without(wanted[list], found[list]))
        faults.doubled.push(...without(found[list], wanted[list]))
      }
      if (found.settings !== wanted.settings) faults.others.push('dossier.yaml differs')
      if (found.export !== wanted.export) faults.others.push('the export differs')
    }
    if (turn.backup !== null)
      faults.lost.push(...without(wanted.documents, (await documentsInBackup(turn.backup)) ?? []))
    return faults
  }
}

function stepsIn(path: string): Set<Step> {
  const lines = existsSync(path) ? new Set(readFileSync(path, 'utf8').split('\n')) : new Set()
  return new Set(ALL_STEPS.filter(step => lines.has(step)))
}
