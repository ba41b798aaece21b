// Makes src/knowledge/data/person-names.tsv: given and family names of many languages, beside those written by hand.
//   npm install --no-save @faker-js/faker@10.6.0 && node scripts/person-names.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { allLocales } from '@faker-js/faker'

const LANGUAGES = {
  afrikaans: 'af_ZA',
  african: 'en_GH en_NG en_ZA fr_SN yo_NG zu_ZA',
  azerbaijani: 'az',
  baltic: 'lv',
  'central-asian': 'uz_UZ_latin',
  czech: 'cs_CZ sk',
  dutch: 'nl nl_BE',
  english: 'en en_AU',
  french: 'fr fr_BE fr_CH',
  german: 'de de_AT de_CH',
  hungarian: 'hu',
  indian: 'en_IN en_NP',
  indonesian: 'id_ID',
  italian: 'it',
  kurdish: 'ku_kmr_latin',
  nordic: 'da fi nb_NO sv',
  polish: 'pl',
  portuguese: 'pt_BR pt_PT',
  romanian: 'ro ro_MD',
  'south-slavic': 'hr sl_SI sr_RS_latin',
  spanish: 'es es_MX',
  turkish: 'tr',
}

const data = new URL('../src/knowledge/data/', import.meta.url)
const words = table => new Set(readFileSync(new URL(table, data), 'utf8').split(/\s+/))
const known = { given: words('given-names.tsv'), family: words('family-names.tsv') }
const isName = word =>
  /^\p{Lu}\p{Ll}[\p{L}'\u2019-]*$/u.test(word) && /^[\p{Script=Latin}'\u2019-]+$/u.test(word)

const rows = new Map()
function put(kind, gender, language, names) {
  const key = `${kind}\t${gender}\t${language}`
  const row = rows.get(key) ?? new Set()
  for (const name of names) if (isName(name) && !known[kind].has(name)) row.add(name)
  rows.set(key, row)
}

const listsOf = lists => Object.entries(Array.isArray(lists) ? { generic: lists } : (lists ?? {}))
for (const [language, locales] of Object.entries(LANGUAGES)) {
  for (const locale of locales.split(' ')) {
    const { first_name: given, last_name: family } = allLocales[locale].person
    for (const [gender, names] of listsOf(given))
      put('given', gender === 'female' ? 'f' : gender === 'male' ? 'm' : '', language, names)
    // Its English family names are made up.
    if (language !== 'english') for (const [, names] of listsOf(family)) put('family', '', language, names)
  }
}
const lines = [...rows]
  .filter(([, row]) => row.size > 0)
  .sort()
  .map(([key, row]) => `${key}\t${[...row].sort().join(' ')}`)
writeFileSync(
  new URL('person-names.tsv', data),
  `# Made by scripts/person-names.mjs from the npm package @faker-js/faker 10.6.0 (MIT licence, copyright 2022-2025 Faker).
# gender empty: of both, or not known
kind\tgender\tlanguage\tnames
${lines.join('\n')}
`,
)
