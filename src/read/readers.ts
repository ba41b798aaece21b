import { feed } from './formats/feed.ts'
import { html } from './formats/html.ts'
import { json } from './formats/json.ts'
import { markdown } from './formats/markdown.ts'
import { ndjson } from './formats/ndjson.ts'
import { text } from './formats/text.ts'
import { wordpress } from './formats/wordpress.ts'
import type { Reader } from './types.ts'

/** Asked in this order; the first that accepts reads. */
export const READERS: readonly Reader[] = [
  // A feed's entries hold HTML, and a feed in JSON is JSON: it goes first.
  feed,
  // Lines of JSON begin like one JSON value; what tells them is the second line.
  ndjson,
  // A WordPress reply is known by its fields even where its JSON is damaged.
  wordpress,
  json,
  // Markdown may hold tags; its front matter tells it from a page.
  markdown,
  html,
  // Everything that is text at all.
  text,
]
