// Runs bench/ on the compiled program.
import { fileURLToPath } from 'node:url'
import { compileBeside } from './compile.mjs'
import { readyToRun } from './setup/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
readyToRun(root)
compileBeside(root, 'bench', 'bench')
// The tests' PostgreSQL, for what is measured on a server.
compileBeside(root, 'test/store', 'cluster', file => file === 'cluster.ts')
// What is killed and done again, as the tests do it.
compileBeside(root, 'test/reliability', 'reliability', file => !file.endsWith('.test.ts'))
await import('../dist/bench/index.js')
