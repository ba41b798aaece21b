import { isProse, key } from '../furniture/prose.ts'
import { blocksOf, plainText } from '../markup/blocks.ts'
import { prepare } from '../markup/prepare.ts'
import { type Block, emptyPage, type Limits, type Page } from '../types.ts'
import { type Dom, type Element, parse, readable } from './dom.ts'
import { takeMetaTags } from './head.ts'
import { LineWalk } from './lines.ts'
import { takeVisible } from './visible.ts'

export interface PageJob {
  html: string
  name: string
  url: string | null
  retrieved: string | null
  limits: Pick<Limits, 'depth' | 'elements' | 'flatten' | 'markup'>
}

/** The article's element is the innermost that holds this share of its parent's paragraphs. */
const MAIN_SHARE = 0.75
/** Readability is asked to look again while it finds fewer characters than this. */
const ENOUGH = 250
/** Fewer characters than this are hardly an article, if the page has more prose. */
const LEAST = 500
const LEAST_PROSE = 160

/** A page's article and what the page says of it. Runs in a worker; needs nothing but its argument. */
export function extract(job: PageJob): Page {
  const page = emptyPage('html', job.url)
  const { body: articleBody, titles } = takeMetaTags(page, job.html)
  const walk = new LineWalk()
  const { markup, captions, removed } = prepare(job.html, job.name, job.limits, piece => walk.see(piece))
  page.captions.push(...captions)
  page.removed.push(...removed)
  takeVisible(page, walk.result(), titles, job.retrieved)
  const dom = parse(markup)
  shelterPosts(dom, markup)
  const own = articleBody === null ? [] : blocksOf(mainElement(dom)?.innerHTML ?? '')
  const content = readable(dom, ENOUGH)
  const found = content === null ? [] : blocksOf(content)
  page.blocks = articleBody === null ? found : complete(found, own, articleBody)
  const whole = page.blocks.reduce((length, block) => length + block.text.length, 0)
  if (whole < LEAST && sizeOf(page.blocks) < LEAST_PROSE)
    page.blocks = longer(page.blocks, blocksAgain(markup))
  return page
}

/** The page's main element, where Readability took something small for the article, such as a caption. */
function blocksAgain(markup: string): Block[] {
  return blocksOf(mainElement(parse(markup))?.innerHTML ?? '')
}

function longer(a: Block[], b: Block[]): Block[] {
  return sizeOf(b) > sizeOf(a) * 2 ? b : a
}

/** Characters in paragraphs, for each element that holds any. */
function proseByElement(dom: Dom): Map<Element, number> {
  const prose = new Map<Element, number>()
  for (const paragraph of dom.querySelectorAll('p')) {
    const length = paragraph.textContent.trim().length
    if (length < 40) continue
    let element = paragraph.parentElement
    while (element !== null) {
      prose.set(element, (prose.get(element) ?? 0) + length)
      element = element.parentElement
    }
  }
  return prose
}

/** Posts quoted from social media are part of the article; Readability would drop the boxes around them for their links. */
function shelterPosts(dom: Dom, markup: string): void {
  if (!/tweet|instagram/i.test(markup)) return
  for (const post of dom.querySelectorAll('blockquote[class*="tweet"],blockquote[class*="instagram"]')) {
    post.setAttribute('class', '')
    for (let box = post.parentElement; box !== null; box = post.parentElement) {
      if (box.children.length > 2 || !/embed|social|tweet|twitter/i.test(box.getAttribute('class') ?? ''))
        break
      box.replaceWith(post)
    }
  }
}

/** Down from the body, always into the child that holds most of the paragraphs. */
function mainElement(dom: Dom): Element | null {
  const prose = proseByElement(dom)
  let element = dom.body
  while (element !== null) {
    const here = prose.get(element) ?? 0
    const child: Element | undefined = [...element.children].find(
      each => (prose.get(each) ?? 0) >= here * MAIN_SHARE,
    )
    if (child === undefined || here === 0) return element
    element = child
  }
  return element
}

/** Where the page's own data hold the article's text, paragraphs that stand in it are not lost. */
function complete(found: Block[], own: Block[], articleBody: string): Block[] {
  const whole = key(plainText(articleBody))
  const known = found.filter(block => isProse(block.text))
  const agreed = known.filter(block => whole.includes(key(block.text))).length
  if (agreed < known.length * 0.7 || whole.length < 400) return found
  const stated = own.filter(block => block.kind === 'heading' || whole.includes(key(block.text)))
  return sizeOf(stated) > sizeOf(found) ? stated : found
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (size, block) => size + (isProse(block.text) && block.linked < 0.5 ? block.text.length : 0),
    0,
  )
}
