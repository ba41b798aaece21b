/** Where a package's own need is met: in its own folder or in one above. */
function isMet(packages, parent, name) {
  for (let folder = parent; ; folder = folder.replace(/\/?node_modules\/(?!.*node_modules\/).*$/, '')) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

/** Packages for some system or other that package-lock.json asks for and does not list. */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isMet(packages, parent, name))
      .map(([name, version]) => ({ name, version, parent })),
  )
}

export const lock = {
  name: 'lock',
  holds: 'package-lock.json installs on every system, from any registry',
  mend: 'Run `node scripts/lock.mjs` after `npm install`, and leave `omit-lockfile-registry-resolved` in .npmrc.',
  check(house) {
    const { packages } = JSON.parse(house.text('package-lock.json'))
    const breaches = missingOptional(packages).map(({ name }) => ({
      where: 'package-lock.json',
      what: `lacks ${name}`,
    }))
    for (const [name, { resolved }] of Object.entries(packages)) {
      if (resolved?.startsWith('http'))
        breaches.push({ where: 'package-lock.json', what: `${name} is tied to ${resolved}` })
    }
    return { breaches }
  },
}
