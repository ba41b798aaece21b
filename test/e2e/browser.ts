/** A Chromium, and what is watched in every page that it opens. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

const executablePath = process.env.CHROME_PATH

/** Without a browser these tests are skipped: `npm test` finds or installs one and names it in CHROME_PATH. */
export const hasBrowser = executablePath !== undefined
if (!hasBrowser)
  console.warn('test/e2e is skipped: CHROME_PATH names no Chromium; `npm test` finds or installs one')

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    // Root has no sandbox; the rest keeps the browser from calling home.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

export interface Watched {
  context: BrowserContext
  page: Page
  /** Errors in the console, exceptions, dialogs, breaches of the policy, requests to another host. */
  troubles: string[]
}

/** A fresh profile with one page; whatever goes wrong in any of its pages is written down. */
export async function freshPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options })
  context.setDefaultTimeout(60_000)
  const troubles: string[] = []
  await context.exposeFunction('noteTrouble', (what: string) => troubles.push(what))
  await context.addInitScript(
    "document.addEventListener('securitypolicyviolation', it => window.noteTrouble('policy: ' + it.violatedDirective + ' ' + it.blockedURI))",
  )
  context.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console: ${message.text()} at ${message.page()?.url()}`)
  })
  context.on('weberror', error => troubles.push(`exception: ${error.error().message}`))
  context.on('dialog', dialog => {
    troubles.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => {})
  })
  const page = await context.newPage()
  count(page)
  context.on('request', request => {
    const asked = new URL(request.url())
    if (!['data:', 'blob:'].includes(asked.protocol) && asked.origin !== url)
      troubles.push(`request to another host: ${request.url()}`)
  })
  return { context, page, troubles }
}

/** What a page has asked for and not got yet; the stream of news, which never ends, is not counted. */
const PENDING = new WeakMap<Page, Set<unknown>>()

function count(page: Page): void {
  const pending = new Set<unknown>()
  PENDING.set(page, pending)
  page.on('request', request => {
    if (request.resourceType() !== 'eventsource') pending.add(request)
  })
  page.on('requestfinished', request => pending.delete(request))
  page.on('requestfailed', request => pending.delete(request))
}

/** Two frames: what an answer brought is drawn by then, and what is drawn has asked for what it needs. */
const DRAWN =
  'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))'
const QUIET_ROUNDS = 3

/** Until nothing of the screen is being asked or drawn any more. */
export async function settled(page: Page): Promise<void> {
  if (!PENDING.has(page)) count(page)
  const pending = PENDING.get(page)
  for (let quiet = 0; quiet < QUIET_ROUNDS; quiet++) {
    await page.locator('main:not(:has(.waiting))').waitFor({ state: 'attached' })
    await page.evaluate(DRAWN)
    if ((pending?.size ?? 0) > 0) {
      quiet = -1
      await page.waitForTimeout(10)
    }
  }
}
