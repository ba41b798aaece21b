/** Addresses of clients, their proxies among them. */
import ipaddr from 'ipaddr.js'
import { EntenteError } from '../../record/errors.ts'

export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** "10.1.0.0/16", "fd00::/8", or one address. */
export function rangeOf(text: string): Range {
  const wide = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`
  if (ipaddr.isValidCIDR(wide)) return ipaddr.parseCIDR(wide)
  throw new EntenteError('E_USAGE', `--trust-proxy ${text}: it is no range of addresses such as 10.1.0.0/16`)
}

/** `::ffff:10.1.2.3` is 10.1.2.3: a socket that listens to both kinds tells it so. Null for what is no address. */
function parsed(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(text) ? ipaddr.process(text) : null
}

export function isWithin(text: string, ranges: readonly Range[]): boolean {
  const address = parsed(text)
  return (
    address !== null &&
    ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits))
  )
}

/** This machine alone can reach it. */
export function isLoopback(host: string): boolean {
  const address = parsed(host.replace(/^\[|\]$/g, ''))
  return address === null ? host.toLowerCase() === 'localhost' : address.range() === 'loopback'
}

/** Whose request a proxy passes on: the last one named that is no proxy itself. What stands before, anybody may write. */
export function clientOf(peer: string, forwarded: string | undefined, proxies: readonly Range[]): string {
  const chain = [...(forwarded ?? '').split(',').map(it => it.trim()), peer]
  const client = chain.findLast(it => !isWithin(it, proxies))
  return client !== undefined && parsed(client) !== null ? client : peer
}

/** Who is counted as one: an IPv4 address, or the 64 bits of a network of which one person has all the rest. */
export function networkOf(text: string): string {
  const address = parsed(text)
  if (address === null || address instanceof ipaddr.IPv4) return address?.toString() ?? text
  return `${address.parts
    .slice(0, 4)
    .map(part => part.toString(16))
    .join(':')}::/64`
}
