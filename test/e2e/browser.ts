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
  context.setDefaultTimeout(15_000)
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
  context.on('request', request => {
    const asked = new URL(request.url())
    if (!['data:', 'blob:'].includes(asked.protocol) && asked.origin !== url)
      troubles.push(`request to another host: ${request.url()}`)
  })
  return { context, page: await context.newPage(), troubles }
}

/** Until nothing of the screen is being asked or drawn any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('main:not(:has(.waiting))').waitFor({ state: 'attached' })
}
