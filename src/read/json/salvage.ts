/** Deeper nesting than this is no article. */
const DEEPEST = 200

type Place = 'key' | 'member' | 'element'

/** What must follow a quotation mark for it to close a string, by where the string stands. */
const CLOSES: { readonly [place in Place]: RegExp } = {
  key: /\s{0,99}:/y,
  member: /\s{0,99}(?:$|\}\s{0,99}(?:[,}\]]|$)|,\s{0,99}(?:"[^"\\\n]{0,120}"\s{0,9}:|\}|$))/y,
  element: /\s{0,99}(?:$|\]\s{0,99}(?:[,}\]]|$)|,\s{0,99}(?:["{[\d\]-]|true|false|null|$))/y,
}

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

/**
 * Reads damaged JSON by its structure: a quotation mark closes a string only where what follows can follow a string
 * there, raw line breaks belong to the string, and a cut end closes everything that is open. Null if it is no object or list.
 */
export function salvage(json: string): unknown {
  const reader = new Salvage(json)
  try {
    const value = reader.value('member', 0)
    return typeof value === 'object' && value !== null && reader.keys > 0 && !reader.lost() ? value : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

class Salvage {
  keys = 0
  private at = 0
  private readonly json: string

  constructor(json: string) {
    this.json = json
  }

  /** Whether more than a closing bracket or two is left: the structure was misread. */
  lost(): boolean {
    return /[^\s}\]);,]/.test(this.json.slice(this.at))
  }

  value(place: Place, depth: number): unknown {
    if (depth > DEEPEST) throw new RangeError('nested too deep')
    this.skip()
    const character = this.json[this.at]
    if (character === '{') return this.object(depth)
    if (character === '[') return this.list(depth)
    if (character === '"') return this.string(place)
    return this.literal()
  }

  private object(depth: number): { [key: string]: unknown } {
    const object: { [key: string]: unknown } = {}
    this.at++
    while (this.at < this.json.length) {
      this.skip()
      if (this.json[this.at] === '}') {
        this.at++
        break
      }
      if (this.json[this.at] !== '"') {
        this.at++
        continue
      }
      const key = this.string('key')
      this.skip()
      if (this.json[this.at] !== ':') break
      this.at++
      this.keys++
      const value = this.value('member', depth + 1)
      if (key !== '__proto__') object[key] = value
    }
    return object
  }

  private list(depth: number): unknown[] {
    const list: unknown[] = []
    this.at++
    while (this.at < this.json.length) {
      this.skip()
      const character = this.json[this.at]
      if (character === ']') {
        this.at++
        break
      }
      if (character === undefined || character === '}') break
      list.push(this.value('element', depth + 1))
    }
    return list
  }

  private string(place: Place): string {
    const { json } = this
    let text = ''
    let from = ++this.at
    while (this.at < json.length) {
      const character = json[this.at]
      if (character === '\\') {
        text += json.slice(from, this.at) + this.escape()
        from = this.at
      } else if (character === '"' && this.closes(place)) {
        text += json.slice(from, this.at)
        this.at++
        return text
      } else this.at++
    }
    return text + json.slice(from)
  }

  private closes(place: Place): boolean {
    const pattern = CLOSES[place]
    pattern.lastIndex = this.at + 1
    return pattern.test(this.json)
  }

  /** An escape that JSON does not know keeps its letter; a cut one is dropped. */
  private escape(): string {
    const letter = this.json[this.at + 1] ?? ''
    const code = letter === 'u' ? /^[0-9a-fA-F]{4}/.exec(this.json.slice(this.at + 2, this.at + 6)) : null
    this.at += code === null ? 2 : 6
    return code === null ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(code[0], 16))
  }

  private literal(): unknown {
    const start = this.at
    while (this.at < this.json.length && !/[,}\]\s]/.test(this.json[this.at] ?? '')) this.at++
    const word = this.json.slice(start, this.at)
    if (word === '') this.at++
    if (word === 'true' || word === 'false') return word === 'true'
    const number = Number(word)
    return word !== '' && Number.isFinite(number) ? number : null
  }

  private skip(): void {
    while (this.at < this.json.length && /[\s,]/.test(this.json[this.at] ?? '')) this.at++
  }
}
