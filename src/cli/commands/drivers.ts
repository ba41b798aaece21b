import { type Command, Option } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { COLUMNS, type Listing, SHORT_ID, showListing } from '../listing.ts'
import {
  isListingFormat,
  LISTING_FORMATS,
  type ListingOptions,
  withExample,
  withSelection,
} from '../options.ts'
import type { Shell } from '../shell.ts'
import { EXCHANGE, type MapOwn, showMap } from './driver-map.ts'

/** What pushes the relationship and what holds it back: the claims, one a row. */
const claims: Listing<'driver'> = {
  command: 'drivers',
  kind: 'driver',
  description:
    'what brings more (+) or less (−) of what, and who says so; with --map, the map that the claims make',
  example: 'entente drivers --min-confidence 0.5 --sources',
  columns: COLUMNS.driver,
  nothing: 'no driver answers to this',
  table: [
    { name: 'id', cell: (it, _, paint) => ({ text: it.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'cause', most: 30, cell: (it, names) => names.factor(it.cause.factor) },
    {
      name: '±',
      cell: (it, _, paint) => {
        const text = `${it.negated ? 'not ' : ''}${it.sign > 0 ? '+' : '−'}`
        return { text, paint: it.negated ? paint.dim : it.sign > 0 ? paint.green : paint.red }
      },
    },
    { name: 'effect', flexible: true, cell: (it, names) => names.factor(it.effect.factor) },
    { name: 'by', most: 22, cell: (it, names) => names.actor(it.claimedBy) + (it.hedged ? ' (hedged)' : '') },
  ],
}

const OPTIONS = [
  new Option('--map', 'the same claims merged, opposite ones as rivals, with belief, loops and what is thin'),
  new Option('--by <name>', 'with --map: as claimed by this actor, author or outlet'),
  new Option('--ungrounded', 'with --map: with factors that no row of the inventory covers'),
  new Option('--general', 'with --map: factors without whose they are, one threat for threats of any state'),
  new Option('--format <format>', `how to print; ${EXCHANGE.join(', ')} with --map, to be read elsewhere`)
    .choices([...LISTING_FORMATS, ...EXCHANGE])
    .default('table'),
  new Option('--sources', 'show the passages that each rests on'),
  new Option('--explain', 'show the rules that made each, or how its belief is worked out'),
]

type Options = Omit<ListingOptions, 'format'> & MapOwn & { format: string; map?: true }

async function run(shell: Shell, options: Options): Promise<void> {
  const { map, format, ...rest } = options
  if (map) return showMap(shell, format, rest)
  for (const name of ['by', 'ungrounded', 'general'] as const)
    if (rest[name] !== undefined) throw new EntenteError('E_USAGE', `--${name} is of the map; add --map`)
  if (!isListingFormat(format))
    throw new EntenteError('E_USAGE', `--format ${format} is of the map; add --map`)
  return showListing(shell, claims, { ...rest, format })
}

export function drivers(program: Command, shell: Shell): void {
  const command = withSelection(program.command(claims.command).description(claims.description), OPTIONS)
  withExample(
    command,
    claims.example,
    'entente drivers --map --explain',
    'entente drivers --map --by Kishida',
    'entente drivers --map --format graphml > drivers.graphml',
  ).action((options: Options) => run(shell, options))
}
