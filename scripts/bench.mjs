// Runs bench/ on the compiled program.
import { fileURLToPath } from 'node:url'
import { compileBeside } from './compile.mjs'
import { readyToRun } from './setup/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
readyToRun(root)
compileBeside(root, 'bench', 'bench')
await import('../dist/bench/index.js')
