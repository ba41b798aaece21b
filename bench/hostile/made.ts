/** Archives made up for tests, whole and damaged. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

export const HTML = (n: number): string =>
  `<!doctype html><html lang="en"><head><title>Round ${n} of the talks</title></head><body><article><h1>Round ${n} of the talks</h1>` +
  `<p>The ministers of Norway and Peru met in Oslo for round ${n} of their talks on fisheries, officials of both states said on Friday.</p>` +
  `<p>“We talked for ${n} hours,” the foreign minister of Peru said in Oslo after the talks had ended.</p></article></body></html>`

export interface Record {
  type?: string
  url?: string
  /** Headers of the server's answer; none of its own: the block is the page. */
  http?: string | null
  status?: string
  body?: Buffer | string
  /** The length to be told, where it is to be a wrong one. */
  length?: string
  fields?: string
}

export function record(n: number, given: Record = {}): Buffer {
  const {
    type = 'response',
    url = `https://news.example/${n}`,
    http = 'Content-Type: text/html; charset=utf-8',
    status = '200 OK',
    body = HTML(n),
  } = given
  const head = http === null ? '' : `HTTP/1.1 ${status}\r\n${http}\r\n\r\n`
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)])
  const kind = http === null ? 'text/plain' : 'application/http; msgtype=response'
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${n}>\r\nWARC-Date: 2021-05-03T10:00:00Z\r\n` +
        `WARC-Target-URI: ${url}\r\nContent-Type: ${kind}\r\n${given.fields ?? ''}Content-Length: ${given.length ?? block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ])
}

export interface ZipFileMade {
  name: string
  bytes: Buffer | string
  /** What is written down, where it is to be a lie. */
  size?: number
  crc?: number
  method?: number
  flags?: number
  mode?: number
}

/** A ZIP file, each entry deflated. */
export function zipOf(files: readonly ZipFileMade[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, size, crc, method = 8, flags = 0x800, mode = 0o100644 } of files) {
    const plain = Buffer.from(bytes)
    const packed = method === 8 ? deflateRawSync(plain, { level: 9 }) : plain
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc ?? crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size ?? plain.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(mode * 0x10000, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), common, rest, path]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

export interface TarFileMade {
  name: string
  bytes?: Buffer | string
  /** "0" a file, "2" a link, "3" a device, "5" a folder. */
  type?: string
  size?: string
}

export function tarOf(files: readonly TarFileMade[]): Buffer {
  const blocks = files.flatMap(({ name, bytes = '', type = '0', size }) => {
    const body = Buffer.from(bytes)
    const head = Buffer.alloc(512)
    head.write(name.slice(0, 100), 0)
    head.write('0000644\x000000000\x000000000\0', 100)
    head.write(size ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124)
    head.write('00000000000\0        ', 136)
    head.write(type, 156)
    if (type === '2') head.write('/etc/passwd', 157)
    head.write('ustar\u000000', 257)
    const sum = head.reduce((total, byte) => total + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** Each part packed by itself, as crawlers do. */
export const packedEach = (parts: readonly Buffer[]): Buffer =>
  Buffer.concat(parts.map(part => gzipSync(part)))
