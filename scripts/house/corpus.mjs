import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** So many words in a row are no coincidence; fewer may be a common phrase of diplomacy. */
const RUN = 12
const BINARY = /\.(?:png|jpe?g|gif|ico|woff2?|gz|zip|pdf|wasm)$/

/** Phrases that every newspaper prints, which the rules of furniture are there to know. */
const STOCK = 'src/read/furniture/'
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/

/** Words of the prose: neither tags nor lists of months. */
function wordsOf(text) {
  const prose = text.replace(/<[^<>]{0,500}>/g, ' ').toLowerCase()
  return (prose.match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !MONTHS.test(word))
}

function* runsOf(words) {
  for (let i = 0; i + RUN <= words.length; i++) yield { run: words.slice(i, i + RUN).join(' '), i }
}

const isOurs = path => !BINARY.test(path) && !path.startsWith(STOCK)

function textsUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:txt|json|ndjson|html)$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'))
}

export const corpus = {
  name: 'corpus',
  holds: 'no words of the articles under ENTENTE_CORPUS are in the checkout',
  mend: 'Write a sentence of your own that shows the same thing: those articles are under copyright.',
  check(house) {
    const folder = process.env.ENTENTE_CORPUS
    if (!folder || !existsSync(folder))
      return { breaches: [], notes: ['ENTENTE_CORPUS names no folder: not looked at'] }
    const ours = new Map()
    for (const path of house.files.filter(isOurs)) {
      for (const { run } of runsOf(wordsOf(house.text(path)))) if (!ours.has(run)) ours.set(run, path)
    }
    const breaches = new Map()
    for (const text of ['seeds', 'gold'].flatMap(name => textsUnder(join(folder, name)))) {
      for (const { run } of runsOf(wordsOf(text))) {
        const path = ours.get(run)
        if (path !== undefined && !breaches.has(path)) breaches.set(path, { where: path, what: `“${run}”` })
      }
    }
    return { breaches: [...breaches.values()] }
  },
}
