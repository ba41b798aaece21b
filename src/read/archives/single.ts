import { basename } from 'node:path'
import { stretchesOf } from './stretches.ts'
import { type Archive, after, BEGINNING, member } from './types.ts'

/** One page that is packed by itself: `page.html.gz`. Asked last, as every packed file would do. */
export const single: Archive = {
  name: 'gzip',
  crawled: false,
  accepts: ({ gzip }) => gzip,
  async *members(file, _, limits) {
    const next = after(0, 0, BEGINNING.count)
    const name = basename(file.path).replace(/\.gz$/i, '')
    const failed = (code: string, message: string) => ({ kind: 'failed' as const, name, code, message, next })
    const parts: Buffer[] = []
    let length = 0
    for await (const { bytes, fault } of stretchesOf(file)) {
      if (fault !== null) return yield failed('E_ARCHIVE', fault)
      parts.push(bytes)
      length += bytes.length
      if (length > limits.bytes)
        return yield failed(
          'E_TOO_LARGE',
          `it unpacks to more than the limit of ${limits.bytes} bytes (--limit bytes=N)`,
        )
    }
    yield member('', Buffer.concat(parts), next)
  },
}
