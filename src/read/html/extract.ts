import { isCaption } from '../furniture/captions.ts'
import { isProse, key } from '../furniture/prose.ts'
import { blocksOf, plainText } from '../markup/blocks.ts'
import { isCaptionClass, isJunk } from '../markup/junk.ts'
import { prepare } from '../markup/prepare.ts'
import { type Block, emptyPage, type Limits, type Page } from '../types.ts'
import { type Dom, type Element, parse, readable } from './dom.ts'
import { takeMetaTags } from './head.ts'
import { pageLines } from './lines.ts'
import { takeVisible } from './visible.ts'

export interface PageJob {
  html: string
  name: string
  url: string | null
  retrieved: string | null
  limits: Pick<Limits, 'depth' | 'elements' | 'flatten' | 'markup'>
}

/** Below this share of the page's paragraphs an element that looks like junk may go; above it, its class lies. */
const LARGEST_JUNK = 0.4
/** The article's element is the innermost that holds this share of its parent's paragraphs. */
const MAIN_SHARE = 0.75
/** Readability is asked to look again while it finds fewer characters than this. */
const ENOUGH = 250
/** Fewer characters than this are hardly an article, if the page has more prose. */
const LEAST = 500
const LEAST_PROSE = 160
const LONGEST_CAPTION = 700

/** A page's article and what the page says of it. Runs in a worker; needs nothing but its argument. */
export function extract(job: PageJob): Page {
  const page = emptyPage('html', job.url)
  const { body: articleBody, titles } = takeMetaTags(page, job.html)
  const markup = prepare(job.html, job.name, job.limits)
  takeVisible(page, pageLines(markup), titles, job.retrieved)
  const dom = parse(markup)
  const prose = proseByElement(dom)
  takeOut(dom, prose, page)
  shelterPosts(dom)
  const own = articleBody === null ? [] : blocksOf(mainElement(dom, prose)?.innerHTML ?? '')
  const content = readable(dom, ENOUGH)
  const found = content === null ? [] : blocksOf(content)
  page.blocks = articleBody === null ? found : complete(found, own, articleBody)
  const whole = page.blocks.reduce((length, block) => length + block.text.length, 0)
  if (whole < LEAST && sizeOf(page.blocks) < LEAST_PROSE) page.blocks = longer(page.blocks, blocksAgain(job))
  return page
}

/** The page's main element, where Readability took something small for the article, such as a caption. */
function blocksAgain(job: PageJob): Block[] {
  const dom = parse(prepare(job.html, job.name, job.limits))
  const prose = proseByElement(dom)
  takeOut(dom, prose, emptyPage('html', null))
  return blocksOf(mainElement(dom, prose)?.innerHTML ?? '')
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

/** Removes furniture by tag and class, and keeps the captions apart. */
function takeOut(dom: Dom, prose: ReadonlyMap<Element, number>, page: Page): void {
  const { body } = dom
  if (body === null) return
  const most = (prose.get(body) ?? 0) * LARGEST_JUNK
  for (const element of [...body.querySelectorAll('[class],[id],nav,button,form,dialog,menu,figcaption')]) {
    const className = element.getAttribute('class') ?? ''
    if (element.localName === 'figcaption' || isCaptionClass(className)) {
      if ((prose.get(element) ?? 0) <= most && takeCaption(element, page)) element.remove()
      continue
    }
    if (!isJunk(element.localName, className, element.getAttribute('id') ?? '')) continue
    if ((prose.get(element) ?? 0) <= most) element.remove()
  }
}

/** Posts quoted from social media are part of the article; Readability would drop the boxes around them for their links. */
function shelterPosts(dom: Dom): void {
  for (const post of dom.querySelectorAll('blockquote[class*="tweet"],blockquote[class*="instagram"]')) {
    post.setAttribute('class', '')
    for (let box = post.parentElement; box !== null; box = post.parentElement) {
      if (box.children.length > 2 || !/embed|social|tweet|twitter/i.test(box.getAttribute('class') ?? ''))
        break
      box.replaceWith(post)
    }
  }
}

/** False where the text is too long for a caption. */
function takeCaption(element: Element, page: Page): boolean {
  const text = element.textContent.replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST_CAPTION) return false
  if (text.includes(' ') && (text.length > 20 || isCaption(text))) page.captions.push(text)
  if (text !== '') page.removed.push({ text, reason: 'caption' })
  return true
}

/** Down from the body, always into the child that holds most of the paragraphs. */
function mainElement(dom: Dom, prose: ReadonlyMap<Element, number>): Element | null {
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
