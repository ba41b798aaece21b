import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { readPage as ReadPage } from '../../src/read/html/pool.ts'
import { LIMITS } from '../../src/read/types.ts'

/** The worker is compiled code: `npm test` builds it first. */
const POOL = new URL('../../dist/read/html/pool.js', import.meta.url)
const html = (paragraphs: number) =>
  `<html><body>${'<div><p>The ministers met on Friday, and agreed to meet again in spring, both offices said.</p></div>'.repeat(paragraphs)}</body></html>`
const job = (paragraphs: number) => ({
  html: html(paragraphs),
  name: 'x',
  url: null,
  retrieved: null,
  limits: LIMITS,
})

describe.skipIf(!existsSync(POOL))('the worker for pages (skipped without a build)', () => {
  it('stops a page that takes too long, and reads the next one', async () => {
    const { readPage }: { readPage: typeof ReadPage } = await import(POOL.href)
    await expect(readPage(job(10_000), 1)).rejects.toMatchObject({ code: 'E_TIMEOUT' })
    const page = await readPage(job(5), 20_000)
    expect(page.blocks.length).toBe(5)
  })

  it('reads pages that come at once in their order, and hands errors on', async () => {
    const { readPage }: { readPage: typeof ReadPage } = await import(POOL.href)
    const deep = readPage({ ...job(1), html: '<div>'.repeat(6_000) }, 20_000)
    const pages = [readPage(job(2), 20_000), readPage(job(3), 20_000)]
    await expect(deep).rejects.toMatchObject({ code: 'E_TOO_DEEP' })
    expect((await Promise.all(pages)).map(page => page.blocks.length)).toEqual([2, 3])
  })
})
