import { type Command, Option } from 'commander'
import type { Audit, Token, Tokens } from '../../access/index.ts'
import { MAYS, type May } from '../../record/access.ts'
import { EntenteError } from '../../record/errors.ts'
import { addDays, isDate } from '../../record/interval.ts'
import { withAccess } from '../access.ts'
import { noteDeed } from '../audited.ts'
import { withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { layOut } from '../print/table.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  name?: string
  may?: May
  expires: string
  format: 'text' | 'json'
}

interface Desk {
  shell: Shell
  tokens: Tokens
  audit: Audit
  options: Options
}

const LONGEST_NAME = 100

/** The end of the 90th day from now with "90d", of that day with "2027-06-30" (UTC); null with "never". */
function expiryOf(written: string, now: Date): string | null {
  if (written === 'never') return null
  const today = now.toISOString().slice(0, 10)
  const [, days] = /^(\d{1,4})d$/.exec(written) ?? []
  const day = days === undefined ? written : addDays(today, Number(days))
  if (isDate(day) && day >= today) return `${day}T23:59:59.999Z`
  throw new EntenteError(
    'E_USAGE',
    `--expires ${written}: it is written as 90d, as a day to come such as 2027-06-30, or never`,
  )
}

async function add({ shell, tokens, audit, options }: Desk): Promise<void> {
  const { name = '', may } = options
  if (name === '' || name.length > LONGEST_NAME || safeLine(name) !== name)
    throw new EntenteError('E_USAGE', `--name "${safeLine(name)}": say in one short line whose token it is`)
  if (may === undefined)
    throw new EntenteError('E_USAGE', '--may says what it allows: read, review (and correct), or admin (all)')
  const now = shell.effects.now()
  const { token, secret } = await tokens.add(name, may, expiryOf(options.expires, now), now)
  await noteDeed(shell, audit, `token add ${may}`, [token.id, name])
  await shell.print(
    options.format === 'json' ? `${JSON.stringify({ ...token, token: secret })}\n` : `${secret}\n`,
  )
  await shell.note('nothing shows this token again: only its hash is kept')
}

const state = ({ revoked, expires }: Token, now: Date): string =>
  revoked !== null ? 'revoked' : expires !== null && expires <= now.toISOString() ? 'expired' : 'holds'

const TABLE = [
  { name: 'id' },
  { name: 'name' },
  { name: 'may' },
  { name: 'state' },
  { name: 'expires' },
  { name: 'last used' },
]

async function list({ shell, tokens, options }: Desk): Promise<void> {
  const now = shell.effects.now()
  const { tokens: all, lost } = await tokens.list()
  if (lost > 0) await shell.note(`${lost} lines of the list of tokens cannot be read, and open nothing`)
  if (options.format === 'json')
    return shell.print(`${JSON.stringify(all.map(it => ({ ...it, state: state(it, now) })))}\n`)
  if (all.length === 0) return shell.note('no tokens; `entente token add` makes one')
  const rows = all.map(it =>
    [it.id, it.name, it.may, state(it, now), it.expires?.slice(0, 10) ?? 'never', it.used ?? 'never'].map(
      text => ({
        text: safeLine(text),
      }),
    ),
  )
  const { heading, row } = layOut(TABLE, rows, shell.effects.stdout.columns)
  await shell.print(`${[shell.paint.dim(heading), ...rows.map(row)].join('\n')}\n`)
}

/** By its id, or by the token itself where somebody found one lying about. */
async function revoke({ shell, tokens, audit }: Desk, given: string | undefined): Promise<void> {
  const [, id = given ?? ''] = /^ent_([0-9a-f]{8})_/.exec(given ?? '') ?? []
  const { name } = await tokens.revoke(id, shell.effects.now())
  await noteDeed(shell, audit, 'token revoke', [id, name])
  await shell.print(`${id} ${safeLine(name)} opens nothing any more\n`)
}

const ACTIONS: { readonly [word: string]: (desk: Desk, id: string | undefined) => Promise<void> } = {
  add,
  list,
  revoke,
}

async function run(shell: Shell, action: string, id: string | undefined, options: Options): Promise<void> {
  const act = ACTIONS[action]
  if (act === undefined)
    throw new EntenteError('E_USAGE', `"${action}" is none of ${Object.keys(ACTIONS).join(', ')}`)
  await withAccess(options.dossier, ({ tokens, audit }) => act({ shell, tokens, audit, options }, id))
}

/** Works beside a server that has the dossier open, and is obeyed by it at once. */
export function token(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('token')
      .description('who may ask a server that others can reach: make, list and take back tokens')
      .argument('<action>', Object.keys(ACTIONS).join(', '))
      .argument('[id]', 'of `revoke`: which'),
  )
    .option('--name <name>', 'of `add`: whose it is')
    .addOption(new Option('--may <what>', 'of `add`: what it allows').choices(MAYS))
    .option('--expires <when>', 'of `add`: 90d, 2027-06-30 or never', '365d')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  withExample(
    command,
    'entente token add --name ada --may review --expires 90d',
    'entente token list',
  ).action((action: string, id: string | undefined, options: Options) => run(shell, action, id, options))
}
