import { blocksOf } from '../markup/blocks.ts'
import { isJunk } from '../markup/junk.ts'
import { prepare } from '../markup/prepare.ts'
import { emptyPage, type Limits, type Page } from '../types.ts'
import { type Dom, type Element, parse, readable } from './dom.ts'
import { takeMetaTags } from './head.ts'
import { takeVisible } from './visible.ts'

export interface PageJob {
  html: string
  name: string
  url: string | null
  limits: Pick<Limits, 'depth' | 'flatten' | 'markup'>
}

/** A page's article and what the page says of it. Runs in a worker; needs nothing but its argument. */
export function extract(job: PageJob): Page {
  const page = emptyPage('html', job.url)
  takeMetaTags(page, job.html)
  const dom = parse(prepare(job.html, job.name, job.limits))
  takeVisible(page, dom)
  page.blocks = bodyOf(dom)
  return page
}

function bodyOf(dom: Dom): Page['blocks'] {
  removeJunk(dom)
  const content = readable(dom, 250)
  return content === null ? [] : blocksOf(content)
}

/** Below this share of the page's paragraphs an element that looks like junk may go; above it, its class lies. */
const LARGEST_JUNK = 0.4

function removeJunk(dom: Dom): void {
  const { body } = dom
  if (body === null) return
  const all = proseLength(body)
  for (const element of [...body.querySelectorAll('[class],[id],nav,button,form,dialog,menu')]) {
    if (!isJunk(element.localName, element.getAttribute('class') ?? '', element.getAttribute('id') ?? '')) continue
    if (proseLength(element) > all * LARGEST_JUNK) continue
    element.remove()
  }
}

/** Characters in paragraphs. */
function proseLength(element: Element): number {
  let length = 0
  for (const paragraph of element.querySelectorAll('p')) length += paragraph.textContent.trim().length
  return length
}
