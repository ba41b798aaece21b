import { hash } from 'node:crypto'
import type { Span } from './types.ts'

/** First 16 hex digits of SHA-256: 64 bits, enough for ten million documents. */
export function shortHash(...parts: string[]): string {
  return hash('sha256', parts.join('\u0000'), 'hex').slice(0, 16)
}

/** White space, quotes and dashes made alike, so that a re-wrapped copy has the same id. */
export function normalise(text: string): string {
  // Most English text is ASCII but for its quotation marks; without those there is nothing to make alike.
  if (!/[^\u0000-\u007f]|`/.test(text)) return text.replace(/\s+/g, ' ').trim()
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A document's id: a hash of its normalised title and text. */
export function documentId(title: string | null, text: string): string {
  return shortHash('document', normalise(title ?? ''), normalise(text))
}

/** A mention's id: from its document, kind and span; `ordinal` tells equals apart. */
export function mentionId(document: string, kind: string, span: Span, ordinal = 0): string {
  return shortHash(kind, document, String(span[0]), String(span[1]), String(ordinal))
}

/** ASCII words joined by hyphens, for keys: "Jon Lind" → `jon-lind`. */
export function slug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['\u2019.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** Order by code points, whatever the locale: negative, 0 or positive. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
