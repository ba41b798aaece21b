import { EntenteError } from '../../record/errors.ts'
import type { WatchKind } from '../../record/watches.ts'
import type { Kind } from '../types.ts'
import { feed } from './feed.ts'
import { sitemap } from './sitemap.ts'
import { wordpress } from './wordpress.ts'

/** All kinds of lists; each knows its own text, so their order means nothing. */
export const KINDS: readonly Kind[] = [feed, wordpress, sitemap]

export function kindOf(name: WatchKind): Kind {
  const kind = KINDS.find(({ names }) => names.includes(name))
  if (kind === undefined) throw new EntenteError('E_USAGE', `there is no kind of list called "${name}"`)
  return kind
}
