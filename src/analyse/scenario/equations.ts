/** The equations of a run, as they are shown to whoever asks. */
import { kernelOf } from './kernel.ts'
import type { Plan } from './types.ts'

export function equationOf({ variant, gain, damping }: Plan): string[] {
  const kernel = kernelOf(variant, gain, damping)
  const own = (it: string) => (kernel.self ? `${it} + ` : '')
  const inside = (it: string) =>
    kernel.gain === 1 ? `${own(it)}Σ w·${it}` : `${kernel.gain} · (${own(it)}Σ w·${it})`
  const f = kernel.levels ? 'σ' : kernel.trivalent ? 'sign' : 'tanh'
  const letter = kernel.levels ? 'a' : 'x'
  const next = `${f}(${inside(letter)})`
  const whole =
    damping === 0 ? next : `${damping}·${letter} + ${Math.round((1 - damping) * 100) / 100}·${next}`
  return [
    `${letter}′ = ${whole}; ${
      kernel.levels
        ? 'a is a level from 0 to 1, and what is told is its difference from the comparison'
        : 'x is a deviation from today, from −1 to 1, and today is 0'
    }`,
    'a factor that is set takes in nothing; a direction is that of the difference on average over the steps',
    'w is drawn from Beta(1 + b·k, 1 + (1 − b)·k): belief b, k independent origins; where the opposite is claimed with belief r, its sign holds with odds b(1 − r) : r(1 − b)',
  ]
}
