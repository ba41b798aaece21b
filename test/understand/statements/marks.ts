/** Examples with their answer in them: `{The minister} said <the talks would go on>.` */
export interface Marked {
  text: string
  speaker: [number, number] | null
  content: [number, number][]
}

export function parseMarks(marked: string): Marked {
  let text = ''
  let speaker: [number, number] | null = null
  const content: [number, number][] = []
  let from = 0
  for (const c of marked) {
    if (c === '{' || c === '<') from = text.length
    else if (c === '}') speaker = [from, text.length]
    else if (c === '>') content.push([from, text.length])
    else text += c
  }
  return { text, speaker, content }
}
