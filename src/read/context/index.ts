import { EntenteError } from '../../record/errors.ts'
import { CODERS, type OthersEvent } from './coders.ts'
import { rowsOf } from './rows.ts'

export interface Context {
  coder: string
  /** Rows that tell a day, both states and an intensity. */
  events: AsyncGenerator<OthersEvent>
}

async function* eventsIn(
  lines: AsyncGenerator<string>,
  read: (cells: readonly string[]) => OthersEvent | null,
): AsyncGenerator<OthersEvent> {
  for await (const line of lines) {
    const found = read(line.split('\t'))
    if (found !== null) yield found
  }
}

async function* again(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

/** A table of events of another coder, read as it is asked for. Throws E_FORMAT where it is no such table. */
export async function openContext(path: string): Promise<Context> {
  const lines = rowsOf(path)
  const { value: first, done } = await lines.next()
  if (done !== true) {
    for (const { name, reader } of CODERS) {
      const read = reader(first)
      if (read !== null) return { coder: name, events: eventsIn(again(first, lines), read) }
    }
  }
  await lines.return(undefined)
  throw new EntenteError(
    'E_FORMAT',
    `this is no table of events of ${CODERS.map(({ name }) => name).join(' or ')}, as they are handed out: tab-separated, packed or not`,
  )
}
