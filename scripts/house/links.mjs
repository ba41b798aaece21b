import { posix } from 'node:path'

/** Links and images in Markdown, without those of other sites. */
function* linksIn(text) {
  const prose = text.replace(/^```.*?^```/gms, block => block.replace(/[^\n]/g, ' '))
  for (const match of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(?:[a-z]+:|#)/.test(match[1])) continue
    yield { target: match[1].replace(/#.*/, ''), line: prose.slice(0, match.index).split('\n').length }
  }
}

/** Paths that prose names in backticks: `src/text/index.ts`, `docs/adding/`. */
function* pathsIn(text) {
  for (const match of text.matchAll(/`((?:src|docs|test|scripts|bench|examples|bin)\/[\w./-]*)`/g)) {
    yield { target: match[1], line: text.slice(0, match.index).split('\n').length }
  }
}

export const links = {
  name: 'links',
  holds: 'what the docs point at is there',
  mend: 'Mend the link, or the sentence around it: what it told of has moved or gone.',
  check(house) {
    const there = new Set(
      house.files.flatMap(path => path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))),
    )
    const exists = path => path === '' || path === '.' || there.has(path.replace(/\/$/, ''))
    const breaches = []
    for (const path of house.files.filter(path => path.endsWith('.md'))) {
      const text = house.text(path)
      for (const { target, line } of linksIn(text)) {
        const full = posix.join(posix.dirname(path), decodeURIComponent(target))
        if (!exists(full)) breaches.push({ where: `${path}:${line}`, what: `points at ${target}` })
      }
      for (const { target, line } of pathsIn(text)) {
        if (!exists(posix.normalize(target)))
          breaches.push({ where: `${path}:${line}`, what: `names ${target}` })
      }
    }
    return { breaches }
  },
}
