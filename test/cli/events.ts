/** Tables of events as other coders hand them out, with made-up rows. */

/** A row of GDELT 2.0's 61 columns. */
export function gdeltRow(id: number, day: string, source: string, target: string, goldstein: string): string {
  const cells = Array.from({ length: 61 }, () => '')
  cells[0] = String(id)
  cells[1] = day
  cells[7] = source
  cells[17] = target
  cells[30] = goldstein
  cells[60] = 'https://news.example/1'
  return `${cells.join('\t')}\n`
}

export const POLECAT_HEADING =
  'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tRecipient Name\tRecipient Country\n'

export const polecatRow = (day: string, source: string, target: string, intensity: string): string =>
  `e1\t${day}\tCONSULT\tmeet\t${intensity}\tVERBAL COOPERATION\tdiplomatic\tA\t${source}\t1\tB\t${target}\n`
