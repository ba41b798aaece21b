/** Commands of a document's console blocks, each with the lines that it is said to print. */
export function blocksIn(text) {
  const commands = []
  const lines = text.split('\n')
  let inside = false
  for (const [i, line] of lines.entries()) {
    if (/^```/.test(line)) inside = !inside && line.trim() === '```console'
    else if (inside && line.startsWith('$ '))
      commands.push({ command: line.slice(2), expected: [], line: i + 1 })
    else if (inside && line.startsWith('> ') && commands.at(-1)?.expected.length === 0)
      commands.at(-1).command += `\n${line.slice(2)}`
    else if (inside) commands.at(-1)?.expected.push(line.trimEnd())
  }
  return commands
}

/** Is this what was printed? `…` within a line stands for anything; spaces may be fewer or more. */
function lineMatches(expected, line) {
  const flat = text => text.trim().replace(/ +/g, ' ')
  const [first, ...rest] = flat(expected).split('…')
  const text = flat(line)
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const [i, part] of rest.entries()) {
    const found = i === rest.length - 1 ? text.length - part.length : text.indexOf(part, at)
    if (found < at || !text.startsWith(part, found)) return false
    at = found + part.length
  }
  return at === text.length
}

/** A line `…` stands for any number of lines. With no lines expected, any output will do. */
export function matches(expected, lines) {
  if (expected.length === 0) return true
  const [first, ...rest] = expected
  if (first.trim() !== '…')
    return lines.length > 0 && lineMatches(first, lines[0]) && matchesRest(rest, lines.slice(1))
  if (rest.length === 0) return true
  return lines.some((_, i) => matches(rest, lines.slice(i)))
}

const matchesRest = (expected, lines) =>
  expected.length === 0 ? lines.length === 0 : matches(expected, lines)
