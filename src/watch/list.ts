/** Asking for a list: on condition that it changed, and unpacked where it comes packed. */
import { gunzipSync } from 'node:zlib'
import type { Answer } from '../fetch/index.ts'
import { EntenteError } from '../record/errors.ts'
import { statusError } from './failures.ts'
import type { Listing, ListMeans } from './types.ts'

export interface Asked {
  answer: Answer
  /** Null where nothing has changed. */
  text: string | null
  /** Without any items yet. */
  listing: Listing
}

/** `sitemap.xml.gz` is packed in itself, and may unpack to a thousandfold. */
export function unpacked(bytes: Uint8Array, url: string, most: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    throw new EntenteError('E_TOO_LARGE', `${url} is damaged, or unpacks to more than ${most} bytes`, {
      cause: error,
    })
  }
}

/** The first list of a watch, which the server may say is unchanged. Any failing status is an `EntenteError`. */
export async function asked(url: string, { polite, decode, state }: ListMeans, most: number): Promise<Asked> {
  const { etag, lastModified } = state
  const answer = await polite.get(url, { etag, lastModified, bytes: most })
  const { status } = answer
  const listing: Listing = {
    isUnchanged: status === 304,
    parts: [],
    status,
    etag: answer.etag ?? (status === 304 ? etag : null),
    lastModified: answer.lastModified ?? (status === 304 ? lastModified : null),
    url: answer.lasting,
    cursor: state.cursor,
  }
  if (status === 304) return { answer, text: null, listing }
  if (status < 200 || status > 299) throw statusError(status, new URL(url).host)
  return { answer, text: decode(unpacked(answer.bytes, url, most), url), listing }
}
