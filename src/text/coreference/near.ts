import type { Name } from '../types.ts'
import type { Scene } from './scene.ts'

/** The state right before a body's name: "South Korea’s Supreme Court", "the Japanese Foreign Ministry"; or behind "of". */
export function nearState(name: Name, scene: Scene, states: ReadonlyMap<Name, string>): string | null {
  const names = scene.namesOf(name.sentence)
  const at = names.indexOf(name)
  const previous = names[at - 1]
  const before = previous === undefined ? undefined : states.get(previous)
  if (previous !== undefined && before !== undefined) {
    const gap = scene.text.slice(previous.end, name.start)
    if (
      /^(?:['\u2019]s?)?(?: [\p{Ll}-]+){0,2} $/u.test(gap) &&
      !/ (?:and|in|of|to|with|from|at|by|on|for) /.test(gap)
    )
      return before
  }
  const next = names[at + 1]
  const after = next === undefined ? undefined : states.get(next)
  if (
    next !== undefined &&
    after !== undefined &&
    /^ (?:of|in) (?:the )?$/.test(scene.text.slice(name.end, next.start))
  )
    return after
  return null
}
