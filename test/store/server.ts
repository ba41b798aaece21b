/** One PostgreSQL server for all tests of a run, started when the first asks for it; each has schemas of its own. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startCluster } from './cluster.ts'

/** Set by `global-setup.ts`, which ends the server after the last test. */
export const SERVER_FOLDER = 'ENTENTE_TEST_SERVER'

function ourFolder(): string {
  const folder = process.env[SERVER_FOLDER]
  if (folder === undefined)
    throw new Error(`${SERVER_FOLDER} is not set: run the tests by vitest, with its config`)
  return folder
}

/** Of several threads that ask at once the one that makes the folder `starting` starts it; the others wait. */
async function started(): Promise<string> {
  const folder = ourFolder()
  const ready = join(folder, 'ready')
  const failed = join(folder, 'failed')
  if (!existsSync(ready)) {
    try {
      mkdirSync(join(folder, 'starting'))
      const { url, folder: place } = await startCluster()
      writeFileSync(`${ready}.draft`, JSON.stringify({ url, place }))
      renameSync(`${ready}.draft`, ready)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        writeFileSync(failed, String(error))
        throw error
      }
    }
  }
  for (let waited = 0; !existsSync(ready); waited += 20) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'))
    if (waited > 60_000) throw new Error('the PostgreSQL server of the tests did not start within a minute')
    await sleep(20)
  }
  const { url }: { url: string } = JSON.parse(readFileSync(ready, 'utf8'))
  return url
}

let schemas = 0

/** The address of a schema that nobody else uses; it is made when it is opened. Goes with the server. */
export async function aSchema(): Promise<string> {
  const thread = process.env.VITEST_POOL_ID ?? '0'
  return `${await started()}?schema=test_${process.pid}_${thread}_${schemas++}`
}

/** Asks the server without the program, to see what it holds. */
export async function askServer(
  address: string,
  statement: string,
): Promise<{ [column: string]: unknown }[]> {
  const url = new URL(address)
  url.searchParams.delete('schema')
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return (await client.query<{ [column: string]: unknown }>(statement)).rows
  } finally {
    await client.end()
  }
}
