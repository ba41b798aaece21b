/**
 * What a document asks its reader to do, in its order:
 * - ```console: commands after `$ `, each with the lines that it is said to print;
 * - ```ts src/new.ts: a file to write;
 * - ```diff src/old.ts: lines to put in (+) and to take out (-) where the others stand.
 */
export function blocksIn(text) {
  const steps = []
  let block = null
  for (const [i, line] of text.split('\n').entries()) {
    if (block === null && line.startsWith('```')) {
      const [, kind = '', path = ''] = /^```(\w*) *(\S*)/.exec(line)
      block = { kind, path, lines: [], line: i + 1 }
    } else if (line.startsWith('```')) {
      steps.push(...stepsOf(block))
      block = null
    } else block?.lines.push({ text: line, line: i + 1 })
  }
  return steps
}

function stepsOf({ kind, path, lines, line }) {
  const texts = lines.map(({ text }) => text)
  if (kind === 'console') return commandsOf(lines)
  if (kind === 'diff' && path !== '') return [{ kind, path, lines: texts, line }]
  if (path !== '') return [{ kind: 'file', path, text: `${texts.join('\n')}\n`, line }]
  return []
}

function commandsOf(lines) {
  const commands = []
  for (const { text, line } of lines) {
    if (text.startsWith('$ ')) commands.push({ kind: 'command', command: text.slice(2), expected: [], line })
    else commands.at(-1)?.expected.push(text.trimEnd())
  }
  return commands
}

/** The text with a diff put in; null where its lines do not stand there one after another. `…` parts two places. */
export function patched(text, lines) {
  let rest = text.split('\n')
  const done = []
  for (const hunk of hunksOf(lines)) {
    const before = hunk.filter(({ mark }) => mark !== '+').map(line => line.text)
    const at = rest.findIndex((_, i) => before.every((line, k) => rest[i + k]?.trim() === line.trim()))
    if (at < 0 || before.length === 0) return null
    done.push(...rest.slice(0, at), ...hunk.filter(({ mark }) => mark !== '-').map(line => line.text))
    rest = rest.slice(at + before.length)
  }
  return [...done, ...rest].join('\n')
}

function hunksOf(lines) {
  const hunks = [[]]
  for (const line of lines) {
    if (line.trim() === '…') hunks.push([])
    else hunks.at(-1).push({ mark: line[0] ?? ' ', text: line.slice(1) })
  }
  return hunks
}

/** Words with one space between: tables break their lines by the width of their columns, which is not the point. */
const flat = lines =>
  lines
    .map(line => line.replaceAll('┃', ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Is this what was printed? `…` stands for anything. With no lines expected, any output will do. */
export function matches(expected, lines) {
  if (expected.length === 0) return true
  const text = flat(lines)
  const parts = flat(expected)
    .split('…')
    .map(part => part.trim())
  const first = parts.shift() ?? ''
  const last = parts.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of parts) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.endsWith(last) && text.length - last.length >= at
}
