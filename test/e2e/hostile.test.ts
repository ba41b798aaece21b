/** A dossier made of script injections: in titles, texts, authors, outlets and addresses, and in what is asked of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder } from '../cli/run.ts'
import { get, makeOf, type Served, serve } from '../serve/served.ts'
import { freshPage, hasBrowser, launch, settled } from './browser.ts'
import { PAYLOADS } from './payloads.ts'
import { screensOf } from './screens.ts'

const folder = aFolder()

/** One article a payload, as a feed's JSON gives it: the payload wherever there is text. */
function writeHostile(): void {
  mkdirSync(folder.at('articles'))
  const pages = PAYLOADS.map((payload, i) => ({
    url: i % 3 === 0 ? payload : `https://news.example/${i}?x=${payload}`,
    title: `Norway and Peru talk about ${payload}`,
    site: payload,
    author: payload,
    date: `2022-05-${String((i % 28) + 1).padStart(2, '0')}`,
    text: [
      `Norway’s Foreign Minister Kari Lund met Peru’s Foreign Minister Ana Rios in Lima on Monday for talks on salmon ${payload}.`,
      `“We will work with Peru on ${payload},” Lund told reporters. “Peru opposes the salmon tariff,” Rios said. ${payload} may sign an agreement with Norway next month.`,
      `Trade tensions between Norway and Peru ${payload} hurt cooperation.`,
    ].join('\n\n'),
  }))
  for (const [i, page] of pages.entries())
    writeFileSync(folder.at(`articles/${i}.json`), JSON.stringify(page))
}

describe('the list', () => {
  it('is long, and of many kinds', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(150)
  })
})

describe.skipIf(!hasBrowser)('text that would run', () => {
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    writeHostile()
    makeOf(folder.at('dossier'), folder.at('articles'))
    browser = await launch()
    served = await serve(folder.at('dossier'))
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    folder.remove()
  })

  it('is in the record', async () => {
    const documents = await get<{ total: number; items: { title: string }[] }>(
      `${served.url}/api/documents?limit=500`,
    )
    expect(documents.total).toBeGreaterThan(150)
    expect(documents.items.filter(({ title }) => /onerror|<script/.test(title)).length).toBeGreaterThan(50)
  })

  it('is text on every screen and in every document', async () => {
    const { page, context, troubles } = await freshPage(browser, served.url)
    const { items } = await get<{ items: { id: string }[] }>(`${served.url}/api/documents?limit=500`)
    const addresses = [...(await screensOf(page, served.url)), ...items.map(({ id }) => `/documents/${id}`)]
    for (const path of addresses) {
      await page.goto(path)
      await page
        .locator('main h1')
        .first()
        .waitFor()
        .catch(() => {})
      const found = await page.evaluate<string>(FOREIGN)
      if (found !== '') troubles.push(`${path}: ${found}`)
    }
    await context.close()
    expect(troubles).toEqual([])
  })

  it('is text in what is asked', async () => {
    const { page, context, troubles } = await freshPage(browser, served.url)
    for (const [i, payload] of PAYLOADS.entries()) {
      const asked = encodeURIComponent(payload)
      const path = [
        `/search?q=${asked}`,
        `/statements?q=${asked}&actor=${asked}`,
        `/timeline?issue=${asked}&lanes=${asked}&view=${asked}_${asked}`,
        `/documents/${asked}?at=${asked}`,
        `/people/${asked}`,
        `/?by=${asked}#${asked}`,
        `/drivers?edge=${asked}`,
      ][i % 7]
      await page.goto(path ?? '/')
      await settled(page)
      const found = await page.evaluate<string>(FOREIGN)
      if (found !== '') troubles.push(`${path}: ${found}`)
    }
    await context.close()
    // What is not there is answered with 404, what makes no sense with 400: the browser says so in its console.
    expect(troubles.filter(it => !/status of 40[04]/.test(it))).toEqual([])
  })
})

/** What of a page was put there by text: a marker that was set, an element that we do not use, an address that runs. */
const FOREIGN = `(() => {
  if (window.ran !== undefined) return 'it ran'
  const strange = document.querySelector('body script:not([src^="/assets/"]), iframe, object, embed, img, video, form:not([method=dialog]), main style, math, [onerror], [onload], [onfocus]')
  if (strange !== null) return strange.outerHTML.slice(0, 100)
  const runs = [...document.querySelectorAll('a[href], area[href]')].find(it => !/^https?:$/.test(it.protocol ?? 'http:'))
  return runs === undefined ? '' : runs.outerHTML.slice(0, 200)
})()`
