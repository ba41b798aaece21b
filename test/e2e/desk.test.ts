/** What is kept, compared, taken away and seen to change: the workbench over the hours that one has it open. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARTICLES, writeArticles } from '../cli/articles.ts'
import { get, makeOf, serve } from '../serve/served.ts'
import { freshPage, hasBrowser, settled } from './browser.ts'
import { atSample } from './sitting.ts'

const AWAITED = { timeout: 60_000 }
/** What the browser says of a server that is gone, and of one that refuses. */
const EXPECTED =
  /dynamically imported module|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/

describe.skipIf(!hasBrowser)('a desk', () => {
  const sitting = atSample(EXPECTED)
  let page: Page
  beforeEach(() => {
    page = sitting.page
  })

  const at = async (path: string): Promise<void> => {
    await page.goto(path)
    await settled(page)
  }
  /** What a press of a button or a link of the row of formats brings. */
  const taken = async (format: string): Promise<{ name: string; text: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.screen-head .take').getByText(format, { exact: true }).click(),
    ])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  it('keeps a search with the dossier: named anew, with its feeds, in another browser, until it is forgotten', async () => {
    await at('/search?q=export+controls')
    await page.getByRole('button', { name: 'Save this search' }).click()
    await page.getByRole('button', { name: 'Rename: export controls' }).click()
    await page.getByLabel('Name of the search').fill('Curbs on exports')
    await page.keyboard.press('Enter')
    await page.locator('.saved').getByRole('link', { name: 'Curbs on exports', exact: true }).waitFor()
    const other = await freshPage(sitting.browser, sitting.served.url)
    await other.page.goto('/search')
    const link = other.page.locator('.saved').getByRole('link', { name: 'Curbs on exports', exact: true })
    await link.waitFor()
    const rss = await other.page.locator('.saved a', { hasText: 'RSS' }).getAttribute('href')
    const ics = await other.page.locator('.saved a', { hasText: 'ICS' }).getAttribute('href')
    expect(await (await fetch(sitting.served.url + rss)).text()).toContain('<item>')
    expect(await (await fetch(sitting.served.url + ics)).text()).toMatch(/^BEGIN:VCALENDAR/)
    await link.click()
    await other.page.locator('.found blockquote').first().waitFor()
    await other.page.getByRole('button', { name: 'Forget: Curbs on exports' }).click()
    await link.waitFor({ state: 'detached' })
    await other.context.close()
    await at('/search')
    expect(await page.locator('.saved li').count()).toBe(0)
  })

  it('sets two scenarios beside each other, and hands them on as a file and as an address', async () => {
    await at('/drivers?set=threat%3Dhigh')
    await page.locator('table.what-if tbody tr').first().waitFor()
    await page.getByRole('button', { name: 'Compare with another scenario' }).click()
    await page.getByLabel('B: Add a factor …').selectOption('summit-diplomacy')
    await page.getByRole('columnheader', { name: 'A against B' }).waitFor()
    await settled(page)
    const table = () => page.locator('table.what-if tbody').textContent()
    const shown = await table()
    const query = 'set=threat%3Dhigh&against=summit-diplomacy%3Dhigh'
    const { answer } = await get<{ answer: { factors: { name: string }[] } }>(
      `${sitting.served.url}/api/analyses/scenario?${query}`,
    )
    const names = page.locator('table.what-if tbody > tr > th')
    expect(await names.allTextContents()).toEqual(answer.factors.map(({ name }) => name))
    // On paper an arrow has a number, and the number its sentences; the sheet is light whatever the screen is.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const note = Number(
      await page.locator('table.what-if details.path:visible sup:visible').first().textContent(),
    )
    expect(await page.locator('svg.map tspan:visible').count()).toBe(await page.locator('svg.map a').count())
    const noted = page.locator('.footnotes > li:visible').nth(note - 1)
    expect(await noted.textContent()).toMatch(/ [+−]→ .*: “.+” — .+/)
    expect(await page.evaluate("getComputedStyle(document.querySelector('svg.map rect')).fill")).toBe(
      'rgb(255, 255, 255)',
    )
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    expect(await page.locator('.note-number:visible').count()).toBe(0)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    const file = await download.path()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      scenario: '1',
      set: ['threat=high'],
      against: ['summit-diplomacy=high'],
    })
    const other = await freshPage(sitting.browser, sitting.served.url)
    await other.page.goto(page.url().slice(sitting.served.url.length))
    const there = other.page.locator('table.what-if tbody')
    await expect.poll(() => there.textContent(), AWAITED).toBe(shown)
    await other.page.goto('/drivers')
    await other.page.getByLabel('Open a file').setInputFiles(file)
    await expect.poll(() => there.textContent(), AWAITED).toBe(shown)
    await other.context.close()
    expect(other.troubles).toEqual([])
  })

  it.each([
    ['/issues', 'ol.matters > li'],
    ['/documents', 'main .rows > li'],
    ['/forecasts?outcome=happened', 'section:last-of-type table.ledger tbody tr'],
    ['/drivers', 'figure table tbody tr'],
    ['/search?q=summit', null],
    ['/', 'figure table tbody tr'],
  ])('takes away from %s all that is there, and no more', async (path, rows) => {
    await at(path)
    const { text } = await taken('JSON')
    const { stamp, items }: { stamp: string; items: object[] } = JSON.parse(text)
    expect(stamp).toMatch(/^Entente, .*; record \w+-\w+; \d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
    for (const [name, value] of new URL(page.url()).searchParams) expect(stamp).toContain(`${name}=${value}`)
    expect(items.length).toBeGreaterThan(0)
    if (rows !== null) expect(items.length).toBe(await page.locator(rows).count())
    const { text: csv } = await taken('CSV')
    const lines = csv
      .replace(/"(?:[^"]|"")*"/g, 'x')
      .trim()
      .split('\r\n')
    expect(lines.length).toBe(items.length + 1)
    expect((await taken('MD')).text).toContain(stamp.slice(0, 30).replace(/[_|*]/g, ''))
  })

  it('takes away what accounts differ in, in plain words on the screen and by their names in the file', async () => {
    await at('/accounts')
    expect(await page.locator('.differing th').allTextContents()).not.toContain('date ')
    const { items }: { items: { kind: string; field: string }[] } = JSON.parse((await taken('JSON')).text)
    const values = await page.locator('.differing table tr').count()
    expect(items.filter(({ kind }) => kind === 'account').length).toBe(values)
    await page.getByLabel('Language').selectOption('ja')
    await page
      .locator('.differing th', { hasText: /日付|場所|種別|数/ })
      .first()
      .waitFor()
    // A count in the table of terms opens its articles, all of its outlet; a search finds longer terms as well.
    const used = page.locator('td.used a').first()
    const count = Number(/\d+(?=\/)/.exec((await used.textContent()) ?? '')?.[0])
    await used.click()
    await settled(page)
    const outlet = new URL(page.url()).searchParams.get('outlet') ?? ''
    const heads = await page.locator('.found > li > p').allTextContents()
    expect(heads.filter(it => it.startsWith(`${outlet}, `))).toHaveLength(heads.length)
    expect(heads.length).toBeGreaterThanOrEqual(count)
  })

  it('takes in what is added meanwhile, through the page and the API, and loses no scroll, focus or filter', async () => {
    await at('/timeline?status=reported')
    const total = page.locator('main p.quiet.small', { hasText: 'in all' }).first()
    const before = Number.parseInt((await total.textContent()) ?? '', 10)
    const row = page.locator('main .rows a.title').nth(20)
    const title = await row.textContent()
    await row.focus()
    await row.scrollIntoViewIfNeeded()
    const scroll = () => page.evaluate<number>('window.scrollY')
    const seen = await scroll()
    expect(seen).toBeGreaterThan(0)
    const other = await freshPage(sitting.browser, sitting.served.url)
    await other.page.goto('/add')
    await other.page.locator('textarea').fill(ARTICLES['one.txt'] ?? '')
    await other.page.getByRole('button', { name: 'Add the text' }).click()
    await other.page.getByText('1 document added').waitFor()
    await other.context.close()
    const now = async () => Number.parseInt((await total.textContent()) ?? '', 10)
    await expect.poll(now, { timeout: 30_000 }).toBeGreaterThan(before)
    const between = await now()
    const answer = await fetch(`${sitting.served.url}/api/add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [{ name: 'two.html', text: ARTICLES['two.html'] }] }),
    })
    expect(answer.ok).toBe(true)
    await expect.poll(now, { timeout: 30_000 }).toBeGreaterThan(between)
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(title)
    expect(Math.abs((await scroll()) - seen)).toBeLessThan(400)
    expect(page.url()).toContain('status=reported')
  })

  it('says that the program does not answer, and goes on when it is there again', async () => {
    writeArticles(sitting.folder.at('articles'))
    makeOf(sitting.folder.at('small'), sitting.folder.at('articles'))
    const mortal = await serve(sitting.folder.at('small'))
    const { page, context, troubles } = await freshPage(sitting.browser, mortal.url)
    await page.goto('/timeline')
    await settled(page)
    const rows = await page.locator('main .rows a.title').count()
    await mortal.close()
    await page.locator('.lost', { hasText: 'entente serve' }).waitFor()
    // What was there stays to be read; what is asked now says what to do.
    expect(await page.locator('main .rows a.title').count()).toBe(rows)
    await page.locator('main .rows a.title').first().click()
    await page.locator('main [role=alert]').getByText('entente serve').waitFor()
    await context.close()
    expect(troubles.filter(it => !EXPECTED.test(it))).toEqual([])
  })

  it('offers the busiest pairs of a dossier that watches no states', async () => {
    const wide = await serve(sitting.folder.at('small'))
    const { page, context, troubles } = await freshPage(sitting.browser, wide.url)
    await page.goto('/')
    await page.getByText('This dossier watches no states').waitFor()
    await page.locator('.pairs a').first().click()
    await page.waitForURL('**/?states=*')
    await page.locator('figure svg').first().waitFor()
    await context.close()
    await wide.close()
    expect(troubles).toEqual([])
  })
})
