/** Figures of the table in docs/method.md: by dossier and measure, as it tells them. */
function toldIn(text) {
  const [, table = ''] = /<!-- measured -->\n(.*?)<!-- end -->/s.exec(text) ?? []
  const [head, , ...rows] = table
    .trim()
    .split('\n')
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
  if (head === undefined) return []
  return rows.flatMap(([measure, ...cells]) =>
    cells.map((cell, i) => ({
      measure,
      dossier: head[i + 1].replace(/,.*/, ''),
      told: Number.parseFloat(cell),
    })),
  )
}

export const figures = {
  name: 'figures',
  holds: 'docs/method.md tells no better figures than the floors that CI holds',
  mend: '`npm run measure -- --write` measures and writes the table; `ENTENTE_FLOORS=write npx vitest run test/score` sets the floors.',
  check(house) {
    const path = 'docs/method.md'
    if (!house.files.includes(path)) return { breaches: [] }
    const told = toldIn(house.text(path))
    if (told.length === 0) return { breaches: [{ where: path, what: 'has no table of figures' }] }
    const floors = JSON.parse(house.text('test/score/floors.json'))
    const breaches = told
      .map(({ dossier, measure, told }) => ({
        dossier,
        measure,
        told,
        floor: floors[dossier]?.scores[measure],
      }))
      .filter(({ told, floor }) => floor === undefined || !(told <= floor))
      .map(({ dossier, measure, told, floor }) => ({
        where: path,
        what: `tells ${told} of ${measure} on ${dossier}, whose floor is ${floor ?? 'not set'}`,
      }))
    return { breaches }
  },
}
