/** The map that the claims of drivers make, for people and for other programs. */
import { Option } from 'commander'
import { HEDGED, MOST, SYSTEMATIC, witnesses } from '../../analyse/map/belief.ts'
import { type Drawn, drawn, MAP_FORMATS, voiceOf } from '../../analyse/map/index.ts'
import { type Loop, loopsOf } from '../../analyse/map/loops.ts'
import { type MapReport, originsOf, reportOf } from '../../analyse/map/report.ts'
import type { Edge, MapFactor, Support } from '../../analyse/map/types.ts'
import { EntenteError } from '../../record/errors.ts'
import { type Analysis, type Answer, type Asked, showAnalysis, withAsked } from '../analysis.ts'
import { isListingFormat, type ListingOptions } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import type { Colours, Shell } from '../shell.ts'

export interface MapOwn {
  by?: string
  ungrounded?: true
  general?: true
}

/** Formats for other programs, beside those of every listing; `json` is one of these already. */
export const EXCHANGE: readonly string[] = MAP_FORMATS.map(({ name }) => name).filter(name => name !== 'json')

/** An edge with the names of its ends. */
interface Row extends Edge {
  from: MapFactor
  to: MapFactor
}

function drawnFor({ view, chosen, options, knowledge }: Asked<MapOwn>): Drawn {
  const { by, ungrounded, general } = options
  if (by !== undefined && voiceOf(view, by) === null)
    throw new EntenteError('E_NOT_FOUND', `no actor, author or outlet of the record is called "${by}"`)
  return drawn(view, {
    factors: knowledge.factors,
    claims: chosen('driver'),
    ...(by === undefined ? {} : { by }),
    ungrounded: ungrounded === true,
    general: general === true,
  })
}

function answer(asked: Asked<MapOwn>, paint: Colours): Answer<Row> {
  const { map, claims, ungrounded, circular } = drawnFor(asked)
  const byId = new Map(map.factors.map(factor => [factor.id, factor]))
  const named = (id: string): MapFactor => byId.get(id) ?? { id, name: id, grounded: false }
  const rows = map.edges
    .map(edge => ({ ...edge, from: named(edge.cause), to: named(edge.effect) }))
    .sort((a, b) => b.belief - a.belief)
  const { loops, cut } = loopsOf(map)
  const report = reportOf(map, loops)
  const left = [
    ...(ungrounded > 0 ? [`${ungrounded} with a side that no factor covers (--ungrounded shows them)`] : []),
    ...(circular > 0 ? [`${circular} within one factor`] : []),
  ]
  const said = `${count(claims, 'claim')} in ${count(map.edges.length, 'edge')} between ${count(map.factors.length, 'factor')}`
  return {
    rows,
    json: {
      ...map,
      loops: loops.map(plainLoop),
      loopsCut: cut,
      report: plainReport(report),
      left: { ungrounded, circular },
    },
    above: [paint.dim(safeLine(`${said}${left.length === 0 ? '' : `; left out: ${left.join(', ')}`}`)), ''],
    after:
      rows.length === 0 ? [] : [...loopLines(loops, cut, named, paint), ...reportLines(report, named, paint)],
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function plainLoop({ kind, edges, belief, weakest }: Loop): object {
  return {
    kind,
    edges: edges.map(({ id }) => id),
    belief: Math.round(belief * 10_000) / 10_000,
    weakest: weakest.id,
  }
}

function plainReport({ oneOrigin, contested, weakLoops, ungrounded }: MapReport): object {
  return {
    oneOrigin: oneOrigin.map(({ id }) => id),
    contested: contested.map(({ id }) => id),
    weakLoops: weakLoops.map(({ edges }) => edges.map(({ id }) => id)),
    ungrounded: ungrounded.map(({ id }) => id),
  }
}

/** Loops shown of each kind; the rest are in `--format json`. */
const SHOWN = 5

type Naming = (id: string) => MapFactor

const marked = (edge: Edge): string => (edge.sign > 0 ? '+' : '−')

function loopLines(loops: readonly Loop[], cut: boolean, named: Naming, paint: Colours): string[] {
  if (loops.length === 0) return ['', paint.dim('No factor comes back to itself: there is no loop.')]
  const lines = (['reinforcing', 'balancing'] as const).flatMap(kind => {
    const own = loops.filter(loop => loop.kind === kind).sort((a, b) => b.belief - a.belief)
    const shown = own.slice(0, SHOWN).map((loop, i) => {
      const way = loop.edges.map(edge => `${named(edge.cause).name} ${marked(edge)}→ `).join('')
      const weakest = `${named(loop.weakest.cause).name} → ${named(loop.weakest.effect).name}, ${percent(loop.weakest.belief)}`
      const sign = kind === 'reinforcing' ? paint.yellow(`R${i + 1}`) : paint.cyan(`B${i + 1}`)
      const first = loop.edges[0]?.cause ?? ''
      return [
        `  ${sign} ${safeLine(`${way}${named(first).name}`)}`,
        `     ${paint.dim(safeLine(`weakest: ${weakest}`))}`,
      ]
    })
    const more = own.length > SHOWN ? [paint.dim(`     … and ${own.length - SHOWN} more ${kind}`)] : []
    return [...shown.flat(), ...more]
  })
  const bound = cut ? [paint.dim('  Not all were looked for: there are too many, or too long ones.')] : []
  return ['', paint.bold('Loops (R feeds a change, B checks it)'), ...lines, ...bound]
}

function reportLines(report: MapReport, named: Naming, paint: Colours): string[] {
  const { oneOrigin, contested, weakLoops, ungrounded } = report
  const lines = [
    `  ${count(oneOrigin.length, 'edge')} on one article alone`,
    ...(contested.length === 0 ? [] : [`  ${count(contested.length, 'edge')} with rival claims:`]),
    ...contested.map(
      edge =>
        `    ${named(edge.cause).name} → ${named(edge.effect).name}: ${marked(edge)} ${percent(edge.belief)}${against(edge)}`,
    ),
    ...(weakLoops.length === 0 ? [] : [`  ${count(weakLoops.length, 'loop')} with a weak link`]),
    ...(ungrounded.length === 0
      ? []
      : [`  ${count(ungrounded.length, 'factor')} in words of their own, that nothing grounds`]),
  ]
  return ['', paint.bold('Where it is thin'), ...lines.map(indented)]
}

/** Cleaned, with its indent. */
function indented(line: string): string {
  const indent = line.length - line.trimStart().length
  return ' '.repeat(indent) + safeLine(line.trimStart())
}

function against({ sign, rivalBelief, denials = [] }: Edge): string {
  const rival = rivalBelief > 0 ? `, ${sign > 0 ? '−' : '+'} ${percent(rivalBelief)}` : ''
  return `${rival}${denials.length > 0 ? `, denied ${denials.length} times` : ''}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** The working: each article's error, out of its claims, and what they make together. */
function explain({ support, rivals, denials = [], belief, rivalBelief }: Row): string[] {
  const lines = [
    `belief = 1 − the product of the articles’ errors${denials.length > 0 ? ', × 1 − the same of the denials' : ''}, at most ${MOST}`,
    ...working('for', support),
    ...working('rival', rivals),
    ...working('denied', denials),
    `belief ${belief.toFixed(2)}${rivalBelief > 0 ? `, of the opposite ${rivalBelief.toFixed(2)}` : ''}`,
  ]
  return lines
}

function working(side: string, claims: readonly Support[]): string[] {
  return [
    ...claims.map(
      claim =>
        `${side}: claim ${claim.driver.slice(0, 8)} “${claim.cause}” ${claim.sign > 0 ? '+' : '−'} “${claim.effect}”, confidence ${claim.confidence.toFixed(2)}${claim.hedged ? ` × ${HEDGED} as hedged` : ''}`,
    ),
    ...witnesses(claims).map(
      ({ origin, chance, error }) =>
        `${side}: article ${origin.slice(0, 8)} errs with ${SYSTEMATIC} + ${chance.map(it => it.toFixed(2)).join(' × ')} = ${error.toFixed(2)}`,
    ),
  ]
}

export const theMap: Analysis<MapOwn, Row> = {
  command: 'map',
  description:
    'what brings more or less of what: claims merged, opposite ones as rivals, with belief and loops',
  examples: [],
  options: [
    new Option('--by <name>', 'as claimed by this actor, author or outlet'),
    new Option('--ungrounded', 'with factors that no row of the inventory covers'),
    new Option('--general', 'factors without whose they are'),
  ],
  kinds: ['driver', 'factor'],
  answer,
  table: [
    { name: 'cause', most: 38, cell: row => row.from.name },
    {
      name: '±',
      cell: (row, _, paint) =>
        row.sign > 0 ? { text: '+', paint: paint.green } : { text: '−', paint: paint.red },
    },
    { name: 'effect', flexible: true, cell: row => row.to.name },
    { name: 'belief', align: 'right', cell: row => percent(row.belief) },
    { name: 'opposite', align: 'right', cell: row => (row.rivalBelief > 0 ? percent(row.rivalBelief) : '') },
    { name: 'claims', align: 'right', cell: row => String(row.support.length) },
    { name: 'articles', align: 'right', cell: row => String(originsOf(row).length) },
  ],
  columns: [
    { name: 'cause', of: row => row.from.name },
    { name: 'sign', of: row => marked(row) },
    { name: 'effect', of: row => row.to.name },
    { name: 'belief', of: row => row.belief },
    { name: 'opposite', of: row => row.rivalBelief },
    { name: 'claims', of: row => row.support.length },
    { name: 'rivals', of: row => row.rivals.length },
    { name: 'denials', of: row => (row.denials ?? []).length },
    { name: 'articles', of: row => originsOf(row).length },
    { name: 'cause id', of: row => row.cause },
    { name: 'effect id', of: row => row.effect },
    {
      name: 'quotes',
      of: row => row.support.flatMap(it => it.evidence.map(({ quote }) => quote)).join(' … '),
    },
  ],
  nothing: 'no claim answers to this, or none with a factor on both sides; --ungrounded takes the others too',
  passagesOf: row =>
    [...row.support, ...row.rivals, ...(row.denials ?? [])].flatMap(({ evidence }) => evidence),
  explain,
}

/** Prints it as a listing is printed, or writes it for another program. */
export async function showMap(
  shell: Shell,
  format: string,
  options: Omit<ListingOptions, 'format'> & MapOwn,
): Promise<void> {
  if (isListingFormat(format)) return showAnalysis(shell, theMap, [], { ...options, format })
  const exchange = MAP_FORMATS.find(({ name }) => name === format)
  await withAsked(shell, theMap, [], { ...options, format: 'json' }, async asked => {
    await shell.print(exchange?.write(drawnFor(asked).map) ?? '')
  })
}
