/** A person at the sample dossier: a server, a browser, and a fresh profile for each test. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { aFolder, type Folder } from '../cli/run.ts'
import { makeSample, type Served, serve } from '../serve/served.ts'
import { freshPage, launch, type Watched } from './browser.ts'

export interface Sitting {
  readonly folder: Folder
  readonly browser: Browser
  readonly served: Served
  readonly page: Page
}

/** Called within a `describe`. No test may leave a trouble behind but those that `expected` names. */
export function atSample(expected: RegExp | null = null): Sitting {
  const folder = aFolder()
  let browser: Browser
  let served: Served
  let watched: Watched
  beforeAll(async () => {
    makeSample(folder.at('sample'))
    browser = await launch()
    served = await serve(folder.at('sample'))
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    folder.remove()
  })
  beforeEach(async () => {
    watched = await freshPage(browser, served.url, { acceptDownloads: true })
  })
  afterEach(async () => {
    await watched.context.close()
    expect(watched.troubles.filter(it => !expected?.test(it))).toEqual([])
  })
  return {
    folder,
    get browser() {
      return browser
    },
    get served() {
      return served
    },
    get page() {
      return watched.page
    },
  }
}
