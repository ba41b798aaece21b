import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Session } from '../../pipeline.ts'
import { passagesOf, SOURCED } from '../../record/facts.ts'
import { isAddress } from '../../store/address.ts'
import { withSession } from '../dossier.ts'
import { withDossier, withExample } from '../options.ts'
import { EXIT, type Shell } from '../shell.ts'

type Check = { ok: boolean; text: string }

const MB = 1_048_576

/** Every quote against its document, from the store as it stands. */
async function quotes(session: Session): Promise<Check> {
  const { storedRecord } = await import('../../pipeline.ts')
  const source = await storedRecord(session)
  const documents = new Set<string>()
  for await (const { id } of source.documents()) documents.add(id)
  let facts = 0
  let wrong = 0
  for (const kind of SOURCED) {
    for await (const fact of source.facts(kind)) {
      facts++
      const broken = passagesOf(fact).some(
        ({ document, start, end, quote }) =>
          !documents.has(document) || quote.length !== end - start || quote === '',
      )
      if (broken || fact.evidence.length === 0) wrong++
    }
  }
  return { ok: wrong === 0, text: `${facts} facts, ${wrong} whose passage does not resolve` }
}

async function checks(session: Session): Promise<Check[]> {
  const { isCurrent } = await import('../../pipeline.ts')
  const { store } = session
  const { rows, bytes, engine } = await store.figures()
  const total = Object.values(bytes).reduce((sum, n) => sum + n, 0)
  const articles = rows.documents ?? 0
  const allRows = Object.values(rows).reduce((sum, n) => sum + n, 0)
  const each =
    articles === 0
      ? ''
      : `, ${(allRows / articles).toFixed(1)} rows and ${(total / articles / 1000).toFixed(1)} kB an article`
  const current = await isCurrent(session)
  return [
    { ok: true, text: `${articles} documents, ${(total / MB).toFixed(1)} MB${each}` },
    { ok: true, text: `${engine}: ${store.place}` },
    {
      ok: true,
      text: `journal: ${await store.journal.end()} ${store.isShared ? 'batches' : 'bytes'}, whole`,
    },
    {
      ok: current,
      text: current
        ? 'the record is up to date'
        : 'the record is not up to date; the next command finishes it',
    },
    await quotes(session),
  ]
}

async function run(shell: Shell, { dossier }: { dossier: string }): Promise<void> {
  const { paint } = shell
  const print = ({ ok, text }: Check) => shell.print(`${ok ? paint.green('ok') : paint.red('!!')}  ${text}\n`)
  await print({ ok: true, text: `entente ${await version()}, Node ${process.versions.node}` })
  if (!isAddress(dossier) && !existsSync(dossier)) {
    await print({ ok: true, text: `no dossier in ${dossier} yet; \`entente add\` makes one` })
    return
  }
  await withSession(shell, dossier, {}, async session => {
    for (const check of await checks(session)) {
      await print(check)
      if (!check.ok) shell.exitCode = EXIT.dossier
    }
  })
}

export async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const about: { version: string } = JSON.parse(
    await readFile(new URL('../../../package.json', import.meta.url), 'utf8'),
  )
  return about.version
}

export function doctor(program: Command, shell: Shell): void {
  const command = withDossier(program.command('doctor').description('check the installation and the dossier'))
  withExample(command, 'entente doctor').action((options: { dossier: string }) => run(shell, options))
}
