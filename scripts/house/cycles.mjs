/** Files that import each other in a ring, types included: each ring once, at its first file. */
function ringsIn(house) {
  const rings = []
  const shipped = new Set(house.shipped)
  const done = new Set()
  const walk = (path, trail) => {
    const before = trail.indexOf(path)
    if (before >= 0) {
      rings.push(trail.slice(before))
      return
    }
    if (done.has(path)) return
    for (const { path: next } of house.imports(path)) {
      if (shipped.has(next)) walk(next, [...trail, path])
    }
    done.add(path)
  }
  for (const path of shipped) walk(path, [])
  return rings
}

export const cycles = {
  name: 'cycles',
  holds: 'no file imports itself by way of others',
  mend: 'Move what both files need (often a type) into a third one that imports neither.',
  check(house) {
    return {
      breaches: ringsIn(house).map(ring => ({ where: ring[0], what: [...ring, ring[0]].join(' → ') })),
    }
  },
}
