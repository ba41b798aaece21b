/** What the setup tells a person, on standard error; what is run prints to standard output. */
export function say(text) {
  process.stderr.write(`entente: ${text}\n`)
}

/** Something that a person must see to; ends the setup. */
export class Stop extends Error {}
