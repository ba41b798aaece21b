/** Every screen for everybody: no violation that axe knows, in both themes; on a phone; in every language. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder } from '../cli/run.ts'
import { makeEmpty, makeSample, type Served, serve } from '../serve/served.ts'
import { freshPage, hasBrowser, launch, settled } from './browser.ts'
import { roomsOf, screensOf } from './screens.ts'

const folder = aFolder()
/** Some twenty screens on a busy machine, in milliseconds. */
const PATIENCE = 180_000

const PHONE = { width: 360, height: 740 }

/** How wide the page is, and what of it reaches beyond the edge. */
const WIDEST = `({
  width: document.documentElement.scrollWidth,
  widest: [...document.querySelectorAll('body *')]
    .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && it.closest('.scroll, svg, nav') === null)
    .slice(0, 4)
    .map(it => it.tagName + '.' + it.getAttribute('class')),
})`

const BACKGROUND = 'getComputedStyle(document.documentElement).backgroundColor'

describe.skipIf(!hasBrowser)('the screens', () => {
  let browser: Browser
  let served: Served
  let empty: Served
  let screens: string[]

  beforeAll(async () => {
    makeSample(folder.at('sample'))
    makeEmpty(folder.at('empty'))
    browser = await launch()
    served = await serve(folder.at('sample'))
    empty = await serve(folder.at('empty'))
    const { page, context } = await freshPage(browser, served.url)
    screens = await screensOf(page, served.url)
    await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await empty?.close()
    folder.remove()
  })

  /** What axe finds on the page as it stands. */
  async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
    // What passes is not wanted, and takes most of the time.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
    const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze()
    return violations.map(
      ({ id, nodes }) =>
        `${new URL(page.url()).pathname}: ${id}: ${nodes
          .slice(0, 3)
          .map(node => `${node.target} ${node.html.slice(0, 120)} ${node.failureSummary?.split('\n')[1]}`)
          .join(' | ')} (${nodes.length})`,
    )
  }

  const unfold = (page: Page): Promise<unknown> =>
    page.evaluate("for (const it of document.querySelectorAll('main details')) it.open = true")

  /** Elements that reach beyond the edge of a page as wide as a phone, where it scrolls sideways. */
  async function tooWide(page: Page): Promise<string[]> {
    const { width, widest } = await page.evaluate<{ width: number; widest: string[] }>(WIDEST)
    return width > PHONE.width ? [`${new URL(page.url()).pathname}: ${width} (${widest})`] : []
  }

  // The themes differ in colours alone: the second is looked at for these. A window made narrow is a phone turned.
  it('are without barriers, light and dark, and do not scroll sideways when made narrow', {
    timeout: PATIENCE,
  }, async () => {
    const { page, context, troubles } = await freshPage(browser, served.url, { colorScheme: 'light' })
    const wrong: string[] = []
    for (const path of screens) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.goto(path)
      await settled(page)
      await unfold(page)
      wrong.push(...(await barriers(page)))
      const light = await page.evaluate(BACKGROUND)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await page.evaluate(BACKGROUND)).not.toBe(light)
      wrong.push(...(await barriers(page, ['color-contrast', 'link-in-text-block'])))
      await page.setViewportSize(PHONE)
      await settled(page)
      wrong.push(...(await tooWide(page)))
    }
    await context.close()
    expect([...wrong, ...troubles]).toEqual([])
  })

  // The widest letters.
  it('never scroll sideways on a phone, in Japanese', { timeout: PATIENCE }, async () => {
    const { page, context, troubles } = await freshPage(browser, served.url, {
      viewport: PHONE,
      locale: 'ja',
    })
    const wide: string[] = []
    for (const path of screens) {
      await page.goto(path)
      await settled(page)
      wide.push(...(await tooWide(page)))
    }
    await context.close()
    expect([...wide, ...troubles]).toEqual([])
  })

  it.each([
    ['ja', '年表', 'Noto Sans JP'],
    ['ko', '연표', 'Noto Sans KR'],
  ])('speak %s in its own letters', async (locale, word, font) => {
    const { page, context, troubles } = await freshPage(browser, served.url, { locale })
    await page.goto('/timeline')
    await settled(page)
    await page.locator('h1', { hasText: word }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    const loaded = await page.evaluate<string[]>(
      "document.fonts.ready.then(all => [...all].filter(it => it.status === 'loaded').map(it => it.family))",
    )
    expect(loaded.map(family => family.replace(/"/g, ''))).toContain(font)
    await context.close()
    expect(troubles).toEqual([])
  })

  it.each(['ja', 'ko'])(
    'are without barriers when empty, and without an English word of the interface in %s',
    { timeout: PATIENCE },
    async locale => {
      const { page, context, troubles } = await freshPage(browser, empty.url, { locale })
      const wrong: string[] = []
      for (const path of await roomsOf(page)) {
        await page.goto(path)
        await settled(page)
        await page.locator(`html[lang=${locale}] nav.rooms`).waitFor()
        const words = (await page.locator('main').textContent())?.match(
          /\b(?:the|of|and|by|no|is|all|with)\b/gi,
        )
        if (words !== undefined && words !== null) wrong.push(`${path}: ${words}`)
        await unfold(page)
        // One language is enough: what is empty is the same in each.
        if (locale === 'ja') wrong.push(...(await barriers(page)))
      }
      await context.close()
      expect([...wrong, ...troubles]).toEqual([])
    },
  )
})
