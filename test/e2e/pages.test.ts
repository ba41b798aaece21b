/**
 * What the reader takes for the article must be what a browser shows: every line of the body stands in the rendered
 * page, and in its order. Needs a Chromium, which `npm test` finds or installs and names in CHROME_PATH.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { hasBrowser, launch } from './browser.ts'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))
const pages = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.html'))
  .sort()
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('has pages to look at', () => expect(pages.length).toBeGreaterThan(10))

  it.each(pages)('%s shows the words that were read', async path => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(examples, path)).href)
    // As it is shown: without scripts, styles and what is hidden, which textContent would hold.
    // biome-ignore lint/performance/useDomNodeTextContent: the layout is the point
    const shown = flat(await page.locator('body').innerText())
    await page.close()
    const { documents } = await read({ source: path, bytes: readFileSync(join(examples, path)) })
    const text = documents[0]?.document.text ?? ''
    expect(text.length).toBeGreaterThan(500)
    let from = 0
    for (const line of text.split('\n').map(flat)) {
      const at = shown.indexOf(line, from)
      expect(at, `not shown, or out of order: “${line}”`).toBeGreaterThanOrEqual(0)
      from = at + line.length
    }
  })
})
