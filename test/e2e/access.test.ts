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
    const axe = new AxeBuilder({ page })
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

  // The themes differ in colours alone: the second is looked at for these.
  it('are without barriers, light and dark', { timeout: PATIENCE }, async () => {
    const { page, context, troubles } = await freshPage(browser, served.url, { colorScheme: 'light' })
    const wrong: string[] = []
    for (const path of screens) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await settled(page)
      await unfold(page)
      wrong.push(...(await barriers(page)))
      const light = await page.evaluate(BACKGROUND)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await page.evaluate(BACKGROUND)).not.toBe(light)
      wrong.push(...(await barriers(page, ['color-contrast', 'link-in-text-block'])))
    }
    await context.close()
    expect([...wrong, ...troubles]).toEqual([])
  })

  it('are without barriers when empty', { timeout: PATIENCE }, async () => {
    const { page, context, troubles } = await freshPage(browser, empty.url, { colorScheme: 'light' })
    const wrong: string[] = []
    for (const path of await roomsOf(page)) {
      await page.goto(path)
      await settled(page)
      await unfold(page)
      wrong.push(...(await barriers(page)))
    }
    await context.close()
    expect([...wrong, ...troubles]).toEqual([])
  })

  // The longest words and the widest letters.
  it.each(['en', 'ja'])('never scroll sideways on a phone, in %s', { timeout: PATIENCE }, async locale => {
    const { page, context, troubles } = await freshPage(browser, served.url, {
      viewport: { width: 360, height: 740 },
      locale,
    })
    const wide: string[] = []
    for (const path of screens) {
      await page.goto(path)
      await settled(page)
      const { width, widest } = await page.evaluate<{ width: number; widest: string[] }>(WIDEST)
      if (width > 360) wide.push(`${path}: ${width} (${widest})`)
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
    'leave no English word of the interface in %s',
    { timeout: PATIENCE },
    async locale => {
      const { page, context } = await freshPage(browser, empty.url, { locale })
      const left: string[] = []
      for (const path of await roomsOf(page)) {
        await page.goto(path)
        await settled(page)
        await page.locator(`html[lang=${locale}] nav.rooms`).waitFor()
        const words = (await page.locator('main').textContent())?.match(
          /\b(?:the|of|and|by|no|is|all|with)\b/gi,
        )
        if (words !== undefined && words !== null) left.push(`${path}: ${words}`)
      }
      await context.close()
      expect(left).toEqual([])
    },
  )
})
