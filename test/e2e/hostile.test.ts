/** A dossier made of script injections: in titles, texts, authors, outlets and addresses, and in what is asked of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder } from '../cli/run.ts'
import { get, makeOf, type Served, serve } from '../serve/served.ts'
import { freshPage, hasBrowser, launch, settled } from './browser.ts'
import { PAYLOADS } from './payloads.ts'
import { screensOf } from './screens.ts'

const folder = aFolder()
/** Some hundreds of pages on a busy machine, in milliseconds. */
const PATIENCE = 240_000

interface Documents {
  total: number
  items: { id: string; title: string }[]
}

/** So many payloads an article: one in its title, one for its author, one for its outlet, all of them in its text. */
const TOGETHER = 3
const GROUPS = Array.from({ length: Math.ceil(PAYLOADS.length / TOGETHER) }, (_, i) =>
  PAYLOADS.slice(i * TOGETHER, (i + 1) * TOGETHER),
)

const bodyOf = (payloads: readonly string[]): string =>
  payloads
    .flatMap(payload => [
      `Norway’s Foreign Minister Kari Lund met Peru’s Foreign Minister Ana Rios in Lima on Monday for talks on salmon ${payload}.`,
      `“We will work with Peru on ${payload},” Lund told reporters. “Peru opposes the salmon tariff,” Rios said. ${payload} may sign an agreement with Norway next month.`,
      `Trade tensions between Norway and Peru ${payload} hurt cooperation.`,
    ])
    .join('\n\n')

/** They stand wherever there is text: as plain text, which is kept as it is, and as JSON. */
function writeHostile(): void {
  mkdirSync(folder.at('articles'))
  for (const [i, group] of GROUPS.entries()) {
    const [first = '', second = first, third = second] = group
    const day = (i % 28) + 1
    const title = `Norway and Peru talk about ${first}`
    if (i % 3 > 0) {
      const text = `${title}\n\n${third}\nMay ${day}, 2022\n\nBy ${second}\n\n${bodyOf(group)}\n`
      writeFileSync(folder.at(`articles/${i}.txt`), text)
      continue
    }
    const url = i % 2 === 0 ? first : `https://news.example/${i}?x=${third}`
    const date = `2022-05-${String(day).padStart(2, '0')}`
    const page = { url, title, site: third, author: second, date, text: bodyOf(group) }
    writeFileSync(folder.at(`articles/${i}.json`), JSON.stringify(page))
  }
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
    const documents = await get<Documents>(`${served.url}/api/documents?limit=500`)
    expect(documents.total).toBe(GROUPS.length)
    expect(documents.items.filter(({ title }) => /onerror|<script/.test(title)).length).toBeGreaterThan(5)
  })

  /** Goes there within the page, as a link does, so that what was set once would still be seen. */
  const move = async (page: Page, path: string): Promise<void> => {
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)})`)
  }

  it('is text on every screen', { timeout: PATIENCE }, async () => {
    const { page, context, troubles } = await freshPage(browser, served.url)
    for (const path of await screensOf(page, served.url)) {
      await page.goto(path)
      await settled(page)
      troubles.push(...(await foreignIn(page)))
    }
    await context.close()
    // A dossier that watches no states has no index: the browser says so in its console.
    expect(troubles.filter(it => !/status of 400/.test(it))).toEqual([])
  })

  it('is text in every document', { timeout: PATIENCE }, async () => {
    const { page, context, troubles } = await freshPage(browser, served.url)
    const { items } = await get<Documents>(`${served.url}/api/documents?limit=500`)
    await page.goto('/documents')
    for (const { id } of items) {
      await move(page, `/documents/${id}?at=0-40`)
      await page.locator(`main .article-text mark.here`).first().waitFor()
      troubles.push(...(await foreignIn(page)))
      await move(page, '/nowhere')
      await page.locator('main .article-text').waitFor({ state: 'detached' })
    }
    await context.close()
    expect(troubles).toEqual([])
  })

  it('is text in what is asked', { timeout: PATIENCE }, async () => {
    const { page, context, troubles } = await freshPage(browser, served.url)
    for (const [i, payload] of PAYLOADS.entries()) {
      const asked = encodeURIComponent(payload)
      const path = ASKING[i % ASKING.length]?.replaceAll('*', asked) ?? '/'
      if (i % 6 === 0) await page.goto(path)
      else await move(page, path)
      await page.waitForTimeout(30)
      troubles.push(...(await foreignIn(page)))
    }
    await settled(page)
    await context.close()
    // What is not there is answered with 404, what makes no sense with 400: the browser says so in its console.
    expect(troubles.filter(it => !/status of 40[04]/.test(it))).toEqual([])
  })
})

/** Addresses of screens, with a payload for each star. */
const ASKING = [
  '/search?q=*',
  '/statements?q=*&actor=*',
  '/timeline?issue=*&lanes=*&view=*_*',
  '/documents/*?at=*&says=*',
  '/people/*',
  '/?by=*&only=*#*',
  '/drivers?edge=*',
  '/events/*',
  '/positions?states=*',
  '/issues/*',
  '/accounts?terms=*',
]

/** What of a page was put there by text: a marker that was set, an element that we do not use, an address that runs. */
const FOREIGN = `(() => {
  if (window.ran !== undefined) return 'it ran'
  const strange = document.querySelector('body script:not([src^="/assets/"]), iframe, object, embed, img, video, form[action], main style, math, [onerror], [onload], [onfocus]')
  if (strange !== null) return strange.outerHTML.slice(0, 100)
  const runs = [...document.querySelectorAll('a[href], area[href]')].find(it => !/^https?:$/.test(it.protocol ?? 'http:'))
  return runs === undefined ? '' : runs.outerHTML.slice(0, 200)
})()`

async function foreignIn(page: Page): Promise<string[]> {
  const found = await page.evaluate<string>(FOREIGN)
  return found === '' ? [] : [`${page.url()}: ${found}`]
}
