/** The gate in a real browser: over TLS, with a certificate made for the test, in every language and both themes. */
import { writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessIn } from '../../src/access/index.ts'
import { aFolder } from '../cli/run.ts'
import { certificateFor } from '../serve/a-certificate.ts'
import { makeEmpty, type Served, serve } from '../serve/served.ts'
import { freshPage, hasBrowser, launch, settled } from './browser.ts'

const folder = aFolder()
const dossier = folder.at('sample')

describe.skipIf(!hasBrowser)('the page to log in with', () => {
  let browser: Browser
  let served: Served
  let token: string
  const { tokens } = accessIn(dossier)

  beforeAll(async () => {
    makeEmpty(dossier)
    const { cert, key } = certificateFor('localhost')
    writeFileSync(folder.at('cert.pem'), cert)
    writeFileSync(folder.at('key.pem'), key)
    token = (await tokens.add('Ada', 'read', null, new Date())).secret
    served = await serve(dossier, [
      ...['--host', '127.0.0.1', '--require-token', '--public-host', 'localhost'],
      ...['--tls-cert', folder.at('cert.pem'), '--tls-key', folder.at('key.pem')],
    ])
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    folder.remove()
  })

  const open = (options: { locale?: string; colorScheme?: 'light' | 'dark' } = {}) =>
    freshPage(browser, served.url, { ignoreHTTPSErrors: true, ...options })

  it('leads to what was asked for, keeps the cookie from scripts, and back out', async () => {
    const { page, context, troubles } = await open()
    await page.goto('/timeline?states=KOR,JPN')
    expect(new URL(page.url()).pathname).toBe('/login')
    await page.getByLabel('Token').fill('ent_wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(troubles.splice(0).join()).toContain('401')
    await page.getByLabel('Token').fill(token)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/timeline?states=KOR,JPN')
    await settled(page)
    expect(await page.evaluate('document.cookie')).toBe('')
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ name: '__Host-entente', httpOnly: true, secure: true, sameSite: 'Strict' })
    await page.getByText('Ada', { exact: true }).waitFor()
    if (process.env.ENTENTE_SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.ENTENTE_SHOTS}/logged-in.png` })
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.waitForURL('**/login')
    await page.goto('/timeline')
    expect(new URL(page.url()).pathname).toBe('/login')
    expect(troubles).toEqual([])
    await context.close()
  })

  it('comes back when the token is taken back', async () => {
    const { token: it, secret } = await tokens.add('Bob', 'review', null, new Date())
    const { page, context } = await open()
    await page.goto('/login?next=/issues')
    await page.getByLabel('Token').fill(secret)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/issues')
    await settled(page)
    await tokens.revoke(it.id, new Date())
    await page.getByRole('link', { name: 'Statements' }).click()
    await page.waitForURL('**/login?next=*')
    await context.close()
  })

  it.each([
    ['en-GB', 'light', 'Log in', 'Source Sans 3'],
    ['ja', 'dark', 'ログイン', 'Noto Sans JP'],
    ['ko', 'light', '로그인', 'Noto Sans KR'],
    ['en-GB', 'dark', 'Log in', 'Source Serif 4'],
  ] as const)('is for everybody: %s, %s', async (locale, colorScheme, title, font) => {
    const { page, context, troubles } = await open({ locale, colorScheme })
    await page.goto('/login?next=/timeline')
    await page.getByRole('heading', { name: title }).waitFor()
    await page.waitForLoadState('networkidle')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(it => it.html)}`)).toEqual([])
    const loaded = await page.evaluate<string[]>(
      "document.fonts.ready.then(all => [...all].filter(it => it.status === 'loaded').map(it => it.family))",
    )
    expect(loaded.map(family => family.replace(/"/g, ''))).toContain(font)
    if (process.env.ENTENTE_SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.ENTENTE_SHOTS}/login-${locale}-${colorScheme}.png` })
    expect(troubles).toEqual([])
    await context.close()
  })
})
