import { z } from '@hono/zod-openapi'
import { EntenteError } from '../record/errors.ts'

export const pageSchema = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().optional().openapi({ description: 'where the last page ended; absent for the first' }),
}

/** Opaque to who asks: only handed back. */
export const cursorFor = (place: number): string => Buffer.from(`@${place}`).toString('base64url')

export function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const [, place] = /^@(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (place === undefined) throw new EntenteError('E_USAGE', `cursor "${cursor}" is not one that a page gave`)
  return Number(place)
}
