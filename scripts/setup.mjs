// `npm run demo` and `npm test` start here: installs what is missing, builds what is stale, then runs.
// Needs nothing but Node and npm. Plain syntax in this file, so that an old Node reads as far as the message.
const needed = [20, 19]
const have = process.versions.node.split('.').map(Number)
if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
  console.error(
    'entente: this is Node ' +
      process.versions.node +
      ', too old; Node ' +
      needed.join('.') +
      ' or newer is needed.',
  )
  console.error('Install one from https://nodejs.org, then run the same command again.')
  process.exit(1)
}
import('./setup/index.mjs').then(setup => setup.run(process.argv.slice(2)))
