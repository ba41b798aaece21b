import type { Page } from '../types.ts'
import { stampDate } from './stamps.ts'
import { DATE_WEIGHT } from './weights.ts'

/** A page may keep what it shows in a script: `dataLayer.push({"author":"Ana Silva","publishDate":"2021-03-03"})`. */
const DATE =
  /["'](?:article)?(?:_|-)?(?:date_?published|publish(?:ed)?_?(?:date|at|time|on)|publication_?date|pub_?date|first_?published(?:_?(?:at|date|time))?|release_?date)["']\s{0,4}:\s{0,4}["']([^"']{8,40})["']/i
const AUTHOR =
  /["'](?:article|page)?_?(?:authors?|author_?names?|byline|writers?)["']\s{0,4}:\s{0,4}(?:\[\s{0,9})?(?:\{\s{0,9}["'](?:@type["']\s{0,4}:\s{0,4}["']\w{1,30}["'],\s{0,9}["'])?name["']\s{0,4}:\s{0,4})?["']([^"']{4,120})["']/i

/** Scripts are searched in the first so many characters of a page. */
const REACH = 400_000

/** Takes author and date out of the page's scripts; they count for less than what is shown. */
export function takeState(page: Page, markup: string): void {
  const from = markup.slice(0, REACH)
  if (page.dates.length === 0) {
    const stamp = DATE.exec(from)?.[1]
    const interval = stamp === undefined ? null : stampDate(stamp)
    if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.state })
  }
  const author = page.authors.length === 0 ? AUTHOR.exec(from)?.[1] : undefined
  if (author !== undefined) page.authors.push(author)
}
