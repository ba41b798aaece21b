/** Reviewing and adding as a person does it, by keyboard, over the built program. Needs the Chromium of CHROME_PATH. */
import { type ChildProcess, spawn } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLES, writeArticles } from '../cli/articles.ts'
import { aFolder, ensureBuilt, program, run } from '../cli/run.ts'

const executablePath = process.env.CHROME_PATH
const folder = aFolder()

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
    await expect.poll(title).toBe(first)
    await page.keyboard.press('a')
    await expect.poll(waiting).toBe(all - 1)
    await page.keyboard.press('x')
    await expect.poll(waiting).toBe(all - 2)
    await page.keyboard.press('n')
    await page.keyboard.type('see the ministry')
    await page.keyboard.press('Enter')
    await page.getByText('note: see the ministry').waitFor()
    await page.keyboard.press('c')
    await page.locator('select.field').first().selectOption('title')
    await page.getByLabel('Value').fill('Another title')
    await page.keyboard.press('Enter')
    await page.getByText('corrected: title → Another title').waitFor()
    await expect.poll(() => page.locator('.log li').count()).toBe(4)
    for (let left = 3; left >= 0; left--) {
      await page.keyboard.press('u')
      await expect.poll(() => page.locator('.log li button').count()).toBe(left)
    }
    await expect.poll(waiting).toBe(all)
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
