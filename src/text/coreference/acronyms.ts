import type { Name } from '../types.ts'

/** "Korea Institute for National Unification (KINU)": the acronym to its long form; and "the Asan Institute" to "Asan Institute for Policy Studies". */
export function acronymForms(names: readonly Name[], text: string): Map<string, string> {
  const forms = new Map<string, string>()
  const heads = new Map<string, string>()
  for (const name of names) {
    if (name.type !== 'organization') continue
    const acronym = /^ ?\((?:the )?([\p{Lu}&-]{2,8})\)/u.exec(text.slice(name.end, name.end + 14))?.[1]
    if (acronym !== undefined && name.text.includes(' ')) forms.set(acronym, name.text)
    const head =
      /^(.+?(?:Institute|Center|Centre|University|Foundation|Council|Academy|Party|Assembly|Court)) (?:for|of|on) /.exec(
        name.text,
      )?.[1]
    if (head?.includes(' ') && !heads.has(head)) heads.set(head, name.text)
  }
  for (const [head, full] of heads) if (!forms.has(head)) forms.set(head, full)
  return forms
}
