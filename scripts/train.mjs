// `npm run train -- NAME…` fits the models of src/knowledge/data/*.weights anew: training/NAME.ts makes the examples
// out of the text in training/NAME/ with the program's own analysis. Without a name, all of them.
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compileBeside } from './compile.mjs'
import { readyToRun } from './setup/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const folder = join(root, 'training')
/** A folder of text without a file of code beside it is there to measure by alone. */
const known = readdirSync(folder).filter(name => existsSync(join(folder, `${name}.ts`)))
const asked = process.argv.slice(2)
const wrong = asked.find(name => !known.includes(name))
if (wrong !== undefined) {
  console.error(`“${wrong}” is none of ${known.join(', ')}`)
  process.exit(2)
}
readyToRun(root)
const out = compileBeside(root, 'training', 'training')
for (const name of asked.length > 0 ? asked : known) {
  const { train } = await import(pathToFileURL(join(out, `${name}.js`)).href)
  const file = join('knowledge', 'data', `${name}.weights`)
  const text = train(join(root, 'training', name))
  writeFileSync(join(root, 'src', file), text)
  copyFileSync(join(root, 'src', file), join(root, 'dist', file))
  console.log(`${name}: ${text.split('\n').length - 3} features, ${Math.round(text.length / 1024)} kB`)
}
