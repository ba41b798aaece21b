/** The workbench as a person goes through it: what is found is followed to its sentence, and what is seen is shared. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { get } from '../serve/served.ts'
import { freshPage, hasBrowser, settled } from './browser.ts'
import { screensOf } from './screens.ts'
import { atSample } from './sitting.ts'

/** Scripts of the first screen, gzipped, in bytes. */
const LIGHT_ENOUGH = 180 * 1024

interface Listed {
  items: {
    id: string
    title: string
    evidence: { document: string; start: number; end: number; quote: string }[]
  }[]
  total: number
}

/** A screen comes when its code and its answer have come: what it shows is looked for until then. */
const AWAITED = { timeout: 10_000 }

describe.skipIf(!hasBrowser)('a person', () => {
  const sitting = atSample()
  let page: Page
  beforeEach(() => {
    page = sitting.page
  })

  const at = async (path: string): Promise<void> => {
    await page.goto(path)
    await settled(page)
  }
  const pathNow = (): string => page.url().slice(sitting.served.url.length)
  const heading = () => page.locator('main h1').first()

  it('opens every screen, with one heading, a title and no trouble', async () => {
    for (const path of await screensOf(page, sitting.served.url)) {
      if (path === '/nowhere') continue
      await at(path)
      expect([path, await page.locator('main h1').count()]).toEqual([path, 1])
      const title = (await heading().textContent())?.trim()
      expect([path, title]).not.toEqual([path, ''])
      // The tab says where one is; so does the row of rooms.
      expect(await page.title()).toBe(`${title} – Seoul and Tokyo`)
      expect([path, await page.locator('nav.rooms [aria-current]').count()]).toEqual([path, 1])
    }
  })

  it('goes from an event to its sentence, marked and in view, and back', async () => {
    await at('/timeline?q=summit')
    const link = page.locator('main .rows a.title').first()
    const title = await link.textContent()
    await link.click()
    await settled(page)
    await expect.poll(() => heading().textContent(), AWAITED).toBe(title)
    const quote = await page.locator('.passages blockquote').first().textContent()
    await page.locator('.passages cite a').first().click()
    await settled(page)
    await expect.poll(pathNow, AWAITED).toMatch(/^\/documents\/\w+\?at=\d+-\d+/)
    const here = page.locator('mark.here')
    await here.first().waitFor()
    await expect.poll(async () => (await here.allTextContents()).join(''), AWAITED).toBe(quote)
    const top = async () => (await here.first().boundingBox())?.y ?? -1
    await expect.poll(top, AWAITED).toBeGreaterThan(0)
    await expect.poll(top, AWAITED).toBeLessThan(720)
    await page.goBack()
    await settled(page)
    await expect.poll(() => heading().textContent(), AWAITED).toBe(title)
    await page.goBack()
    await settled(page)
    await expect.poll(pathNow, AWAITED).toBe('/timeline?q=summit')
    await page.goForward()
    await settled(page)
    await expect.poll(() => heading().textContent(), AWAITED).toBe(title)
  })

  it('narrows a list, shares the address, and another sees the same', async () => {
    await at('/statements')
    const total = page.locator('main p.quiet.small').first()
    const before = await total.textContent()
    const facet = page.locator('aside.facets li button[aria-pressed]').first()
    const name = await facet.textContent()
    await facet.click()
    await settled(page)
    await page.locator('aside.facets button[aria-pressed="true"]', { hasText: name ?? '' }).waitFor()
    const after = await total.textContent()
    expect(after).not.toBe(before)
    const rows = await page.locator('main .rows > li').allTextContents()
    expect(rows.length).toBeGreaterThan(0)
    const other = await freshPage(sitting.browser, sitting.served.url)
    await other.page.goto(pathNow())
    await settled(other.page)
    expect(await other.page.locator('main .rows > li').allTextContents()).toEqual(rows)
    await other.context.close()
    expect(other.troubles).toEqual([])
  })

  it('searches, and opens what is found', async () => {
    await at('/statements')
    // What was said last stands first, whichever document it is in.
    const days = await page
      .locator('.rows time')
      .evaluateAll(all => all.map(it => it.getAttribute('datetime')))
    expect(days).toEqual(days.toSorted().toReversed())
    await at('/search')
    await page.locator('main input[type="search"]').fill('"export controls"')
    await page.locator('.found blockquote a').first().waitFor()
    expect(pathNow()).toContain('q=')
    expect((await page.locator('.found mark').first().textContent())?.toLowerCase()).toContain('export')
    await page.locator('.found blockquote a').first().click()
    await settled(page)
    await page.locator('mark.here').first().waitFor()
  })

  it('takes away all rows of what is on screen', async () => {
    await at('/statements?q=summit')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.take a', { hasText: 'CSV' }).first().click(),
    ])
    expect(download.suggestedFilename()).toBe('entente-statements.csv')
    const text = readFileSync(await download.path(), 'utf8')
    const { total } = await get<Listed>(`${sitting.served.url}/api/statements?q=summit`)
    // A quoted cell may hold a line's end.
    const rows = text
      .replace(/"(?:[^"]|"")*"/g, '')
      .trim()
      .split(/\r?\n/)
    expect(rows.length).toBe(total + 1)
  })

  it('does all of it by keys', async () => {
    await at('/')
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    // The first key may come before the page has the window's focus, and is lost then.
    await expect
      .poll(async () => {
        await press('?')
        return page.locator('dialog[open]').count()
      }, AWAITED)
      .toBe(1)
    await press('Escape')
    await page.locator('dialog:not([open])').waitFor({ state: 'attached' })
    await press('g', 't')
    await page.waitForURL('**/timeline**')
    await settled(page)
    await page.locator('main .rows a.title').first().waitFor()
    await press('j', 'j', 'k')
    const title = await page.locator('main .rows a.title').first().textContent()
    await expect.poll(() => page.evaluate<string>('document.activeElement.textContent'), AWAITED).toBe(title)
    await press('o')
    await page.waitForURL('**/events/**')
    await settled(page)
    await expect.poll(() => heading().textContent(), AWAITED).toBe(title)
    await press('/')
    await page.waitForURL('**/search')
    await page.locator('main input[type="search"]').waitFor()
    await expect.poll(() => page.evaluate<string>('document.activeElement.type'), AWAITED).toBe('search')
    await press('Escape', 'g', 's')
    await page.waitForURL('**/statements**')
    await settled(page)
    await press('/')
    await expect.poll(() => page.evaluate<string>('document.activeElement.type'), AWAITED).toBe('search')
  })

  it('skips to the content by the first tab', async () => {
    await at('/statements')
    // A key that comes before the page has the window's focus is lost; there are far more stops than it may try.
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab')
        return page.evaluate<string>('document.activeElement.className')
      })
      .toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('content')
  })

  it('chooses a theme and a language, which stay', async () => {
    await at('/')
    const paper = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    const light = await paper()
    await page.getByLabel('Theme').selectOption('dark')
    expect(await paper()).not.toBe(light)
    await page.getByLabel('Language').selectOption('ko')
    await page.locator('nav.rooms a', { hasText: '연표' }).waitFor()
    await page.reload()
    await page.locator('nav.rooms a', { hasText: '연표' }).waitFor()
    expect(await paper()).not.toBe(light)
  })

  it('loads little: scripts of the first screen, gzipped', async () => {
    const scripts = new Map<string, number>()
    page.on('response', async response => {
      if (response.url().endsWith('.js')) scripts.set(response.url(), gzipSync(await response.body()).length)
    })
    await at('/')
    await page.waitForTimeout(200)
    const bytes = [...scripts.values()].reduce((sum, it) => sum + it, 0)
    expect(scripts.size).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(LIGHT_ENOUGH)
  })
})
