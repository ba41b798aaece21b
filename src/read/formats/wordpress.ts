import { EntenteError } from '../../record/errors.ts'
import { takeMetaTags } from '../html/head.ts'
import { at, firstText, isObject, listOf, text } from '../json/access.ts'
import { parseJson } from '../json/parse.ts'
import { blocksOf, plainText } from '../markup/blocks.ts'
import { takeSchema } from '../meta/jsonld.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { stampDate } from '../meta/stamps.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import { emptyPage, type Page, type Problem, type Reader } from '../types.ts'

/** Replies of WordPress' REST interface: one post or a list of them, whole or damaged. */
export const wordpress: Reader = {
  name: 'wordpress',
  accepts: ({ text, kind }) =>
    kind !== 'html' &&
    kind !== 'text' &&
    /^(?:[\w.$]{1,40}\()?\s{0,9}[[{]/.test(text) &&
    text.includes('"rendered"'),
  read: ({ text, name, url }) => {
    const { value, how } = parseJson(text, name)
    const problems: Problem[] = []
    if (how === 'repaired') problems.push(repairedWarning(name))
    const posts = listOf(value).filter(isPost)
    if (posts.length === 0)
      throw new EntenteError('E_JSON', `${name}: no post was found in this WordPress reply`)
    const pages = posts.map((post, i) =>
      postPage(post, url, posts.length > 1 ? String(at(post, 'id') ?? i) : null),
    )
    return { pages, problems }
  },
}

export function repairedWarning(name: string): Problem {
  return {
    code: 'W_REPAIRED',
    message: `${name}: its JSON is so damaged that parts of it are guessed; check the text`,
    at: null,
  }
}

export function isPost(value: unknown): boolean {
  return isObject(value) && (rendered(value, 'content') !== null || rendered(value, 'excerpt') !== null)
}

/** One post as a page. */
export function postPage(post: unknown, url: string | null, part: string | null): Page {
  const page = emptyPage('wordpress-json', text(at(post, 'link')) ?? url)
  page.part = part
  const title = rendered(post, 'title')
  if (title !== null) page.title = plainText(title)
  takeYoast(page, post)
  for (const author of listOf(at(post, '_embedded', 'author')))
    page.authors.push(text(at(author, 'name')) ?? '')
  for (const terms of listOf(at(post, '_embedded', 'wp:term')).flatMap(listOf)) {
    if (at(terms, 'taxonomy') === 'category') page.section ??= text(at(terms, 'name'))
  }
  takeDates(page, post)
  page.blocks = blocksOf(rendered(post, 'content') ?? rendered(post, 'excerpt') ?? '')
  return page
}

/** `date` is the outlet's own clock, `date_gmt` Greenwich's: just after midnight in Seoul they differ by a day. */
function takeDates(page: Page, post: unknown): void {
  const stamp = firstText(post, ['date', 'date_gmt'])
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.meta + 1 })
}

/** The Yoast plugin repeats the page's meta data, and names the writer where `author` is but a login. */
function takeYoast(page: Page, post: unknown): void {
  const yoast = at(post, 'yoast_head_json')
  const writer = text(at(yoast, 'twitter_misc', 'Written by'))
  if (writer !== null) page.authors.push(writer)
  for (const author of listOf(at(yoast, 'author'))) page.authors.push(text(author) ?? '')
  const site = text(at(yoast, 'og_site_name'))
  if (site !== null) page.outlets.push({ name: plainText(site), weight: WEIGHT.meta })
  page.language ??= text(at(yoast, 'og_locale'))
  const stamp = text(at(yoast, 'article_published_time'))
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.meta })
  takeSchema(page, at(yoast, 'schema'))
  const head = text(at(post, 'yoast_head'))
  if (head !== null && yoast === undefined) takeMetaTags(page, head)
}

function rendered(post: unknown, field: string): string | null {
  const value = at(post, field)
  return text(at(value, 'rendered')) ?? text(value)
}
