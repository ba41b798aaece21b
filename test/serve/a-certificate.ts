/** A certificate for one test, made by hand: Node signs, and has no words for X.509. */
import { generateKeyPairSync, sign } from 'node:crypto'

function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)))
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const list = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const object = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (text: string) => der(0x17, text)

/** id-at-commonName, subjectAltName, ecdsa-with-SHA256 */
const [COMMON_NAME, ALSO_CALLED, ECDSA] = ['550403', '551d11', '2a8648ce3d040302'] as const

const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

/** For this name, signed by itself; holds from 2020 to 2049. */
export function certificateFor(host: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = list(der(0x31, list(object(COMMON_NAME), der(0x0c, host))))
  const algorithm = list(object(ECDSA))
  const names = list(list(object(ALSO_CALLED), der(0x04, list(der(0x82, host)))))
  const told = list(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    list(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, names),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', told, privateKey))
  return {
    cert: pem('CERTIFICATE', list(told, algorithm, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
