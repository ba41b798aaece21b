import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** The few things that are needed of a DOM; linkedom's own types ask for a browser's. */
export interface Element {
  readonly tagName: string
  readonly localName: string
  readonly textContent: string
  innerHTML: string
  readonly outerHTML: string
  readonly parentElement: Element | null
  readonly children: ArrayLike<Element> & Iterable<Element>
  readonly nextElementSibling: Element | null
  readonly previousElementSibling: Element | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>
  contains(other: Element): boolean
  remove(): void
  replaceWith(other: Element): void
}

export interface Dom {
  readonly documentElement: Element | null
  readonly body: Element | null
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>
}

/** This file is the boundary to linkedom and Readability: the only place of the stage where a type is asserted. */
export function parse(markup: string): Dom {
  const whole = /<body[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`
  const window = parseHTML(whole)
  plainStyles(window.HTMLElement.prototype)
  return window.document as unknown as Dom
}

let plain = false

/**
 * Readability asks every element for its style, to see whether it is hidden, and linkedom builds a proxy for each
 * answer: a tenth of all time. Here the attribute is looked at.
 */
function plainStyles(prototype: object): void {
  if (plain) return
  plain = true
  Object.defineProperty(prototype, 'style', {
    configurable: true,
    get(this: Element) {
      const style = this.getAttribute('style')
      if (style === null) return VISIBLE
      const hidden = /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}none/i.test(style)
      return {
        display: hidden ? 'none' : '',
        visibility: /visibility\s{0,9}:\s{0,9}hidden/i.test(style) ? 'hidden' : '',
      }
    },
  })
}

const VISIBLE = { display: '', visibility: '' }

/** Readability's article as HTML, or null where it finds none. It changes the document. */
export function readable(dom: Dom, charThreshold: number): string | null {
  const reader = new Readability(dom as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold,
    keepClasses: true,
    disableJSONLD: true,
  })
  return reader.parse()?.content ?? null
}
