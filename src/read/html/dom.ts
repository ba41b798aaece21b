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
  let window = parseHTML(whole)
  // "<div class="x<!doctype html><html>…": a mark that is never closed swallows all that follows, and no element is left.
  if (window.document.documentElement === null)
    window = parseHTML(`<html><body>${withoutTags(whole)}</body></html>`)
  lighten(window.HTMLElement)
  return window.document as unknown as Dom
}

/** The words of a page whose tags cannot be told. */
function withoutTags(markup: string): string {
  return markup
    .split('<')
    .map(part => part.slice(part.indexOf('>') + 1))
    .join(' ')
}

let light = false

/**
 * linkedom is made for scripts, which no article needs. It keeps a map of listeners for every node, a fifth of all
 * time with what it takes to clear them away, and builds a proxy whenever Readability asks an element whether it is
 * hidden, another tenth. Nodes are made without listeners here, and of a style only what hides is read.
 */
function lighten(element: { prototype: object }): void {
  if (light) return
  light = true
  let node: object = element
  for (let above: unknown = Object.getPrototypeOf(node); typeof above === 'function'; ) {
    if (above.name === 'DOMEventTarget') {
      Object.setPrototypeOf(node, Bare)
      break
    }
    node = above
    above = Object.getPrototypeOf(above)
  }
  Object.defineProperty(element.prototype, 'style', {
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

class Bare {}
const VISIBLE = { display: '', visibility: '' }

/**
 * Readability's article as HTML, or null where it finds none, or stumbles: a page without a body has no parents where it
 * looks for some. It changes the document.
 */
export function readable(dom: Dom, charThreshold: number): string | null {
  const reader = new Readability(dom as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold,
    keepClasses: true,
    disableJSONLD: true,
  })
  try {
    return reader.parse()?.content ?? null
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
