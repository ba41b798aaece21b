/**
 * A file of JSON lines that only grows, readable by its owner alone. Two processes may write at once (a server notes
 * that a token was used while the command line takes one back): each line is one write at the file's end.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { byCodePoint } from '../record/ids.ts'

/** What tokens and the audit log need of a place to keep them; a server's table can be another one. */
export interface Lines {
  append(entry: object): Promise<void>
  /** All entries, the oldest first; `lost` counts lines that a crash left in pieces. */
  read(): Promise<{ entries: unknown[]; lost: number }>
  /** Changes when something was appended, by whatever process. */
  stamp(): Promise<string>
}

const OWNER_ONLY = 0o600

function parse(text: string): { entries: unknown[]; lost: number } {
  const entries: unknown[] = []
  let lost = 0
  for (const line of text.split('\n')) {
    if (line === '') continue
    try {
      entries.push(JSON.parse(line))
    } catch {
      lost++ // cut short by a crash: whoever wrote it was not told that it was done
    }
  }
  return { entries, lost }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** `audit.ndjson` that is full becomes `audit.0001.ndjson`, and so on; none is ever thrown away here. */
function formerOf(folder: string, name: string): string[] {
  if (!existsSync(folder)) return []
  const [stem = '', ending = ''] = name.split('.')
  const isFormer = new RegExp(`^${stem}\\.\\d{4,}\\.${ending}$`)
  return readdirSync(folder)
    .filter(it => isFormer.test(it))
    .sort(byCodePoint)
}

/** `most`: bytes after which a new file is begun; without it there is one for ever. */
export function linesIn(folder: string, name: string, most = Number.POSITIVE_INFINITY): Lines {
  const path = join(folder, name)
  return {
    async append(entry) {
      if (sizeOf(path) >= most) {
        const [stem, ending] = name.split('.')
        const next = String(formerOf(folder, name).length + 1).padStart(4, '0')
        renameSync(path, join(folder, `${stem}.${next}.${ending}`))
      }
      const file = openSync(path, 'a', OWNER_ONLY)
      try {
        // A line before it that was cut short must not swallow this one; an empty line is none.
        writeSync(file, `\n${JSON.stringify(entry)}\n`)
        // A token that was taken back must not hold again after a power cut.
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
    async read() {
      const files = [...formerOf(folder, name), name].map(it => join(folder, it)).filter(it => existsSync(it))
      return parse(files.map(it => readFileSync(it, 'utf8')).join('\n'))
    },
    async stamp() {
      const found = statSync(path, { throwIfNoEntry: false })
      return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeMs}`
    },
  }
}
