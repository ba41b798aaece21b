/** Reviewing and adding as a person does it, by keyboard, over the built program. Needs the Chromium of CHROME_PATH. */
import { type ChildProcess, spawn } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLES, writeArticles } from '../cli/articles.ts'
import { aFolder, ensureBuilt, program, run } from '../cli/run.ts'

const executablePath = process.env.CHROME_PATH
const folder = aFolder()
/** What follows on a key is looked for until the server has answered, on a busy machine. */
const AWAITED = { timeout: 60_000 }

/** The workbench over a dossier, at a free port. */
async function serve(dossier: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [program, 'serve', '--no-open', '--port', '0', '--dossier', dossier])
  const url = await new Promise<string>(resolve =>
    child.stdout?.once('data', data => resolve(String(data).trim())),
  )
  return { url, child }
}

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser
  let page: Page
  let url = ''
  let child: ChildProcess
  const faults: string[] = []

  beforeAll(async () => {
    ensureBuilt()
    writeArticles(folder.at('articles'), ['one.txt', 'two.html'])
    await run(['add', folder.at('articles'), '--dossier', folder.at('.entente')])
    const served = await serve(folder.at('.entente'))
    url = served.url
    child = served.child
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    })
    const context = await browser.newContext({ locale: 'en' })
    page = await context.newPage()
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    child?.kill()
    folder.remove()
  })

  const waiting = async (): Promise<number> =>
    Number(/^\d+/.exec((await page.locator('.screen-head .number').first().textContent()) ?? '')?.[0])
  const title = () => page.locator('.review-fact h2').textContent()

  it('a fact is accepted, rejected, corrected and noted by keyboard, and all of it undone', async () => {
    await page.goto(`${url}review?kind=event`)
    await page.locator('.review-fact h2').waitFor()
    const [all, first] = [await waiting(), await title()]
    await page.keyboard.press('j')
    await expect.poll(title).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(title, AWAITED).toBe(first)
    await page.keyboard.press('a')
    await expect.poll(waiting, AWAITED).toBe(all - 1)
    await page.keyboard.press('x')
    await expect.poll(waiting, AWAITED).toBe(all - 2)
    await page.keyboard.press('n')
    await page.keyboard.type('see the ministry')
    await page.keyboard.press('Enter')
    await page.locator('.log').getByText('note: see the ministry').waitFor()
    await page.keyboard.press('c')
    await page.locator('select.field').first().selectOption('title')
    await page.getByLabel('Value').fill('Another title')
    await page.keyboard.press('Enter')
    await page.locator('.log').getByText('corrected: title → Another title').waitFor()
    await expect.poll(() => page.locator('.log li').count(), AWAITED).toBe(4)
    for (let left = 3; left >= 0; left--) {
      await page.keyboard.press('u')
      await expect.poll(() => page.locator('.log li button').count(), AWAITED).toBe(left)
    }
    await expect.poll(waiting, AWAITED).toBe(all)
  })

  it('two events are made one and one is made two, by keyboard, and the event’s page tells it', async () => {
    await page.goto(`${url}review?kind=event`)
    await page.locator('.review-fact h2').waitFor()
    const all = await waiting()
    const first = (await title()) ?? ''
    await page.locator('main').focus()
    await page.keyboard.press('m')
    await page.getByLabel(/Words of the other event/).waitFor()
    const choices = page.locator('.choose input[type=radio]')
    await choices.first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page
      .getByText(/^merged with/)
      .first()
      .waitFor()
    await expect.poll(waiting, AWAITED).toBe(all - 2)
    // Its own page says so, with the passages of both.
    await page.goto(`${url}timeline?q=`)
    await page.locator('main .rows a.title', { hasText: first }).first().click()
    await page
      .locator('.by-hand')
      .getByText(/^merged with/)
      .waitFor()
    const passages = page.locator('section:has(> h2:text-is("Where it is written")) .passages > li')
    const both = await passages.count()
    expect(both).toBeGreaterThan(1)
    await page.getByRole('link', { name: 'Review it' }).click()
    await expect.poll(title, AWAITED).toBe(first)
    await page.keyboard.press('s')
    await page.locator('.choose input[type=checkbox]').first().waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page
      .getByText(/^split: /)
      .first()
      .waitFor()
    await page.locator('.log').getByRole('link', { name: 'the part that was split off' }).click()
    await page.locator('.by-hand').getByText('split off from').waitFor()
    await expect.poll(() => passages.count(), AWAITED).toBe(1)
    await page.locator('.by-hand').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.locator('main h1').textContent(), AWAITED).toBe(first)
    await expect.poll(() => passages.count(), AWAITED).toBe(both)
    await page.goto(`${url}review?kind=event`)
    await page.locator('.log li button').first().waitFor()
    await page.keyboard.press('u')
    await expect.poll(waiting, AWAITED).toBe(all)
  })

  it('a tag and a note stand on the fact wherever it is shown; lists and the queue are filtered by it', async () => {
    await page.goto(`${url}review?kind=event`)
    await page.locator('.review-fact h2').waitFor()
    const first = (await title()) ?? ''
    await page.locator('main').focus()
    await page.keyboard.press('t')
    await page.keyboard.type('fisheries')
    await page.keyboard.press('Enter')
    await page.locator('.review-fact .tag', { hasText: 'fisheries' }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('ask the ministry')
    await page.keyboard.press('Enter')
    await page.locator('.review-fact').getByText('ask the ministry').waitFor()
    await page.getByLabel('Tag').selectOption('fisheries')
    await expect.poll(() => page.locator('.review-queue li').count(), AWAITED).toBe(1)
    await page.goto(`${url}timeline?tag=fisheries`)
    await expect.poll(() => page.locator('main .rows a.title').allTextContents(), AWAITED).toEqual([first])
    await page.locator('main .rows .tag', { hasText: 'fisheries' }).waitFor()
    await page.locator('main .rows a.title').first().click()
    await page.locator('.by-hand').getByText('ask the ministry').waitFor()
    await page.locator('.passages cite a').first().click()
    await page.locator('.notes .remark', { hasText: 'ask the ministry' }).waitFor()
    await page.locator('.notes .tag', { hasText: 'fisheries' }).first().waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Remove: fisheries' }).click()
    await expect.poll(() => page.locator('.by-hand .tag').count(), AWAITED).toBe(0)
    await page.locator('.by-hand').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.locator('.by-hand li').count(), AWAITED).toBe(0)
  })

  it('a pasted text is added and stands among the documents', async () => {
    await page.goto(`${url}add`)
    await page.locator('textarea').fill(ARTICLES['three.txt'] ?? '')
    await page.getByRole('button', { name: 'Add the text' }).click()
    await page.getByText('1 document added').waitFor()
    await page.locator('input[type=url]').fill('http://127.0.0.1:8080/')
    await page.getByRole('button', { name: 'Fetch and add' }).click()
    await page.getByText('is not on the public network').waitFor()
    await page.getByRole('link', { name: 'All documents' }).click()
    await page.getByText('Ministers to meet again').first().waitFor()
  })

  it.each(['light', 'dark'] as const)(
    'axe finds nothing on either screen in the %s theme',
    async colorScheme => {
      await page.emulateMedia({ colorScheme })
      for (const path of ['review', 'add']) {
        await page.goto(`${url}${path}`)
        await page.locator(path === 'review' ? '.review-fact h2' : '.drop').waitFor()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
      }
    },
  )

  it('nothing failed on the way', () => expect(faults).toEqual([]))
})
