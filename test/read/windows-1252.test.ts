import { describe, expect, it } from 'vitest'
import { decode } from '../../src/read/decode.ts'

const bytes = (text: string, ...high: number[]): Uint8Array =>
  Uint8Array.from(
    Buffer.from(
      text.replaceAll('#', () => String.fromCharCode(high.shift() ?? 0)),
      'latin1',
    ),
  )

describe('windows-1252', () => {
  it('keeps quotation marks, dashes and the euro sign of a page that declares it', () => {
    const page = bytes(
      '<meta charset="windows-1252"><p>#Don#t pay #5 # yet,# he said.',
      0x93,
      0x92,
      0x80,
      0x96,
      0x94,
    )
    expect(decode(page, 'a page').text).toContain('“Don’t pay €5 – yet,” he said.')
  })

  it('is what a page means that declares Latin-1, and what one is that declares nothing', () => {
    for (const head of ['<meta charset="iso-8859-1">', ''])
      expect(decode(bytes(`${head}<p>Ankara#s caf#`, 0x92, 0xe9), 'a page').text).toContain('Ankara’s café')
  })
})
