import { EntenteError } from '../record/errors.ts'
import { decode } from './decode.ts'
import { finish } from './finish.ts'
import { detectLanguage } from './meta/language.ts'
import { READERS } from './readers.ts'
import {
  LIMITS,
  type Limits,
  type Problem,
  type ReaderResult,
  type ReadInput,
  type ReadOptions,
  type ReadResult,
  type Source,
} from './types.ts'

export { LIMITS, type ReadInput, type ReadOptions, type ReadResult } from './types.ts'

/**
 * Reads one input into documents. What cannot be read is a problem with a code and a sentence, never an exception.
 * The same bytes give the same documents, whatever the machine.
 */
export async function read(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const limits: Limits = { ...LIMITS, ...options.limits }
  const result: ReadResult = { documents: [], problems: [] }
  try {
    const { source, removed } = sourceOf(input, limits)
    const { pages, problems } = await readPages(source)
    result.problems.push(...problems)
    for (const page of pages) {
      try {
        const { document, removed: cut } = finish(page, source)
        document.language ??= await detectLanguage(document.text, page.language)
        result.documents.push({ document, removed: options.explain === true ? [...removed, ...cut] : [] })
      } catch (error) {
        result.problems.push(problemOf(error, page.part))
      }
    }
  } catch (error) {
    result.problems.push(problemOf(error, null))
  }
  return result
}

function sourceOf(
  input: ReadInput,
  limits: Limits,
): { source: Source; removed: ReadResult['documents'][number]['removed'] } {
  const { source: name, bytes } = input
  if (bytes.length > limits.archiveBytes || (bytes.length > limits.bytes && !opensLikeArchive(bytes))) {
    throw new EntenteError(
      'E_TOO_LARGE',
      `${name} has ${bytes.length} bytes, more than the limit ${limits.bytes} (bytes)`,
    )
  }
  const { text: decoded, removed } = decode(bytes, name, input.charset ?? null)
  // Readers look at a text's beginning with patterns that allow white space: a page of nothing else would take minutes.
  const text = decoded.trim()
  return {
    source: {
      name,
      text,
      url: input.url ?? null,
      retrieved: input.retrieved ?? null,
      kind: input.kind ?? null,
      firstLine: (input.firstLine ?? 1) + blankLines(decoded),
      ofLines: (input.firstLine ?? 1) > 1,
      limits,
    },
    removed,
  }
}

/** Lines before the first that holds anything. */
function blankLines(text: string): number {
  return text.slice(0, text.length - text.trimStart().length).split('\n').length - 1
}

/** A file of many documents may be larger than one page: lines of JSON, a list of posts, a feed. */
function opensLikeArchive(bytes: Uint8Array): boolean {
  let head = ''
  for (let i = 0; i < Math.min(bytes.length, 400); i++) head += String.fromCharCode(bytes[i] ?? 0)
  return /^[^\w<[{]{0,3}\s*(?:\{\s*"|\[\s*\{|<\?xml|<rss|<feed)/.test(head)
}

async function readPages(source: Source): Promise<ReaderResult> {
  const reader = READERS.find(candidate => candidate.accepts(source))
  if (reader === undefined)
    throw new EntenteError('E_FORMAT', `${source.name} is of no format that can be read`)
  return reader.read(source)
}

function problemOf(error: unknown, at: string | null): Problem {
  if (error instanceof EntenteError) return { code: error.code, message: error.message, at }
  throw error
}
