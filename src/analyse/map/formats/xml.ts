/** As much of XML as graph files use: elements, attributes, text; no document types and no entities of one's own. */
import { noMap } from './format.ts'

export interface Element {
  /** Without its prefix. */
  name: string
  attributes: ReadonlyMap<string, string>
  children: Element[]
  /** Text right within it, all of it in one. */
  text: string
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

export function escaped(text: string): string {
  return text.replace(/[&<>"'\t\r\n]/g, c =>
    c < ' ' ? `&#${c.charCodeAt(0)};` : `&${[...NAMED].find(([, it]) => it === c)?.[0] ?? 'amp'};`,
  )
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (all, decimal, hex, name) => {
    const code =
      decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal)
    if (code === null) return NAMED.get(name) ?? all
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** Graph files are flat; what is deeper is made to do harm. */
const DEEPEST = 100

const ATTRIBUTE = /([^\s=/>"']{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g

/** The outermost element. `file` is named where the text is no XML. */
export function readXml(text: string, file: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Element[] = [root]
  let at = 0
  while (at < text.length) {
    const start = text.indexOf('<', at)
    const top = open[open.length - 1] ?? root
    top.text += unescaped(text.slice(at, start < 0 ? text.length : start))
    if (start < 0) break
    const skip = SKIPPED.find(([from]) => text.startsWith(from, start))
    if (skip !== undefined) {
      const [from, to] = skip
      const end = endOf(text, to, start + from.length, file)
      if (from === '<![CDATA[') top.text += text.slice(start + from.length, end)
      at = end + to.length
      continue
    }
    const end = tagEnd(text, start, file)
    close(text.slice(start + 1, end), open, file)
    at = end + 1
  }
  if (open.length > 1)
    throw noMap(file, `the element ${open[open.length - 1]?.name} is not closed; the file is cut off`)
  const [first] = root.children
  if (first === undefined) throw noMap(file, 'no XML element is in it')
  return first
}

/** What is no element, each from its opening to its end. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const

function endOf(text: string, mark: string, from: number, file: string): number {
  const end = text.indexOf(mark, from)
  if (end < 0) throw noMap(file, `the XML ends before "${mark}"; the file is cut off`)
  return end
}

/** The > that ends a tag: not one within a value. */
function tagEnd(text: string, start: number, file: string): number {
  let quote = ''
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i] ?? ''
    if (quote !== '') quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if (c === '>') return i
  }
  throw noMap(file, 'the XML ends within a tag; the file is cut off')
}

/** Opens an element, closes one, or does both. */
function close(tag: string, open: Element[], file: string): void {
  const top = open[open.length - 1]
  if (tag.startsWith('/')) {
    const name = local(tag.slice(1).trim())
    if (open.length < 2 || top?.name !== name) throw noMap(file, `</${name}> closes what is not open`)
    open.pop()
    return
  }
  const body = tag.endsWith('/') ? tag.slice(0, -1) : tag
  const [name = ''] = body.split(/\s/, 1)
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single] of body.slice(name.length).matchAll(ATTRIBUTE))
    attributes.set(key, unescaped(double ?? single ?? ''))
  const element: Element = { name: local(name), attributes, children: [], text: '' }
  top?.children.push(element)
  if (tag.endsWith('/')) return
  open.push(element)
  if (open.length > DEEPEST) throw noMap(file, `more than ${DEEPEST} elements lie within one another`)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
