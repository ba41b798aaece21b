/** What only holds on one machine, or for one person. */
const PATTERNS = [
  [/(?<![\w.~*:$}/-])\/(?:home|root|Users|work|workspace|mnt)\/[\w.-]+/, 'a path of one machine'],
  [/\b[A-Z]:\\Users\\/, 'a path of one machine'],
  [/https?:\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio)[\w.-]*/i, "a package registry's address"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a key'],
]
const BINARY = /\.(?:png|jpe?g|gif|ico|woff2?|gz|zip|pdf|wasm)$/

export const outside = {
  name: 'outside',
  holds: 'no file speaks of one machine, one person or one registry',
  mend: 'Use a path relative to the file or to the checkout, and an address that is for everyone.',
  check(house) {
    const breaches = []
    for (const path of house.files.filter(path => !BINARY.test(path))) {
      const lines = house.text(path).split('\n')
      for (const [i, line] of lines.entries()) {
        const hit = PATTERNS.map(([pattern, what]) => ({ found: pattern.exec(line)?.[0], what })).find(
          ({ found }) => found,
        )
        if (hit) breaches.push({ where: `${path}:${i + 1}`, what: `${hit.what}: ${hit.found.slice(0, 60)}` })
      }
    }
    return { breaches }
  },
}
