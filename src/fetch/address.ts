/** Which addresses of the network a page may be fetched from. */
import ipaddr from 'ipaddr.js'
import { EntenteError } from '../record/errors.ts'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** What a configuration allows beside the public network: "10.1.0.0/16", "fd00::/8", or one address. */
export function rangesFrom(written: readonly string[]): Range[] {
  return written.map(text => {
    const wide = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`
    if (!ipaddr.isValidCIDR(wide))
      throw new EntenteError('E_USAGE', `"${text}" is no range of addresses such as 10.1.0.0/16`)
    return ipaddr.parseCIDR(wide)
  })
}

const V6_GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Public addresses alone, and what the ranges allow. Everything that leads to IPv4 by another way (mapped, NAT64,
 * 6to4, Teredo) is none: `::ffff:127.0.0.1` is this machine. The old compatible form `::127.0.0.1` and site-local
 * `fec0::` count as unicast to the library, so IPv6 must lie within 2000::/3 as well.
 */
export function isAllowed(text: string, ranges: readonly Range[] = []): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  for (const [base, bits] of ranges)
    if (base.kind() === address.kind() && address.match(base, bits)) return true
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(V6_GLOBAL)
}

/** The address that a URL's host is, without brackets; null for a name. */
export function literalOf(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}
