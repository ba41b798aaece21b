/** Who may reach a server, from the options that start it: this machine by itself, others through a gate with tokens. */
import { readFile } from 'node:fs/promises'
import type { Access } from '../access/index.ts'
import type { Place } from '../effects.ts'
import { EntenteError } from '../record/errors.ts'
import { type Gate, isLoopback, LOOPBACK, rangeOf } from '../serve/index.ts'
import { faultText, type Shell } from './shell.ts'

export interface ServingOptions {
  host: string
  port: number
  tlsCert?: string
  tlsKey?: string
  behindProxy?: true
  trustProxy: string[]
  publicHost: string[]
  requireToken?: true
}

export interface Serving {
  gate: Gate
  place: Place
  /** Where a person opens it; null where a proxy stands before it, whose address is not known here. */
  address(port: number): string
  /** Others than this machine can reach it. */
  isWide: boolean
}

/** The machine that the proxy is on, unless it is said otherwise. */
const THIS_MACHINE = ['127.0.0.0/8', '::1']
const UNSPECIFIED: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '*', ''])

const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

/** All that is missing at once, with what to do about each. */
function refuse(
  options: ServingOptions,
  { hasTls, hosts, hasToken }: { hasTls: boolean; hosts: readonly string[]; hasToken: boolean },
): void {
  const missing: string[] = []
  if (!hasTls && options.behindProxy === undefined)
    missing.push(
      'TLS: --tls-cert FILE --tls-key FILE, or --behind-proxy where a proxy before it speaks TLS,',
      '     with --trust-proxy RANGE where that proxy is on another machine',
    )
  if (hosts.length === 0)
    missing.push('a name: --public-host NAME, as it stands in the address bar; again for each further name')
  if (!hasToken)
    missing.push(
      'a token: entente token add --name NAME --may admin (or review, or read), for the same dossier',
    )
  if (missing.length === 0) return
  const lines = missing.map(line => `  ${line}`).join('\n')
  const what = options.behindProxy
    ? '--behind-proxy'
    : options.requireToken
      ? '--require-token'
      : `--host ${options.host}`
  throw new EntenteError(
    'E_USAGE',
    `${what} lets in who has a token, and nobody else. Before it starts it wants\n${lines}\nWithout it only this machine reaches the dossier, and nothing is wanted.`,
  )
}

async function pemOf(option: string, path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new EntenteError('E_USAGE', `${option} ${path}: ${error instanceof Error ? error.message : error}`)
  })
  if (bytes.includes('-----BEGIN ')) return bytes
  throw new EntenteError(
    'E_USAGE',
    `${option} ${path}: it holds no PEM; a certificate begins with -----BEGIN`,
  )
}

async function tlsOf({ tlsCert, tlsKey }: ServingOptions): Promise<Place['tls']> {
  if (tlsCert === undefined && tlsKey === undefined) return null
  if (tlsCert === undefined || tlsKey === undefined)
    throw new EntenteError(
      'E_USAGE',
      '--tls-cert and --tls-key go together: the certificate, and the key to it',
    )
  return { cert: await pemOf('--tls-cert', tlsCert), key: await pemOf('--tls-key', tlsKey) }
}

/** As browsers write it in `Host`, but for the port. */
function nameFrom(written: string): string {
  const name = bracketed(written.toLowerCase())
  if (URL.canParse(`https://${name}`) && new URL(`https://${name}`).host === name) return name
  throw new EntenteError(
    'E_USAGE',
    `--public-host ${written}: a name alone is wanted, without https:// and without a port: entente.example`,
  )
}

/** Names under which it may be asked: those that are given, else the one address that it answers at. */
function hostsOf({ host, publicHost, behindProxy }: ServingOptions, isWide: boolean): string[] {
  const given = publicHost.map(nameFrom)
  if (given.length > 0) return isWide ? given : [...LOOPBACK.hosts, ...given]
  if (!isWide) return [...LOOPBACK.hosts]
  return behindProxy || UNSPECIFIED.has(host) ? [] : [bracketed(host.toLowerCase())]
}

async function hasToken({ tokens }: Access, now: Date): Promise<boolean> {
  const { tokens: all } = await tokens.list()
  for (const { id } of all) if (await tokens.holds(id, now)) return true
  return false
}

async function noteWith(shell: Shell, access: Access, deed: Parameters<Gate['note']>[0]): Promise<void> {
  try {
    await access.audit.note(deed)
  } catch (error) {
    // What was done is done: an answer that it failed would be wrong.
    await shell.note(`the audit log could not be written: ${faultText(error, shell)}`)
  }
}

/** Throws E_USAGE where others could reach it and something is missing; the message says all of it. */
export async function servingOf(shell: Shell, access: Access, options: ServingOptions): Promise<Serving> {
  const { host, port, behindProxy, requireToken } = options
  const isWide = behindProxy === true || !isLoopback(host)
  const tls = await tlsOf(options)
  const now = shell.effects.now()
  const wantsToken = isWide || requireToken === true
  const hosts = hostsOf(options, isWide)
  const isHeld = await hasToken(access, now)
  if (wantsToken) refuse(options, { hasTls: tls !== null || !isWide, hosts, hasToken: isHeld })
  else if (isHeld) await shell.note('tokens are not asked for on this machine; --require-token asks for them')
  if (!behindProxy && options.trustProxy.length > 0)
    throw new EntenteError('E_USAGE', '--trust-proxy goes with --behind-proxy')
  // With a public name and without tokens, a proxy on this machine would let in everybody.
  if (!wantsToken && options.publicHost.length > 0)
    throw new EntenteError('E_USAGE', '--public-host goes with --host, --behind-proxy or --require-token')
  const trusted = options.trustProxy.length > 0 ? options.trustProxy : THIS_MACHINE
  const scheme = tls !== null || behindProxy ? 'https' : 'http'
  const gate: Gate = {
    hosts,
    scheme,
    hasTls: tls !== null,
    proxies: behindProxy ? trusted.map(rangeOf) : null,
    tokens: wantsToken ? access.tokens : null,
    note: deed => noteWith(shell, access, deed),
    fault: error => void shell.note(faultText(error, shell)),
  }
  const named = isWide && !behindProxy ? (hosts[0] ?? bracketed(host)) : bracketed(host)
  return {
    gate,
    place: { host: host.replace(/^\[|\]$/g, ''), port, tls },
    address: at => `${tls === null ? 'http' : 'https'}://${named}:${at}/`,
    isWide,
  }
}
