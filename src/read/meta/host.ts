export function hostOf(url: string | null): string | null {
  if (url === null) return null
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase()
  return host === undefined || !host.includes('.') ? null : host.replace(/^www\d?\./, '')
}

/** "EXAMPLEPOST.EXAMPLE" and "https://…" are addresses rather than names. */
export function isDomain(name: string): boolean {
  return /^(?:https?:\/\/)?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\/?$/.test(name)
}

/** Whether a name is the one that a host is called by: "L’Écho du Sahel" at `www.echo-du-sahel.example`. */
export function namesHost(name: string, host: string): boolean {
  if (name.length > 60) return false
  const initials = name.replace(/[^\p{Lu}]/gu, '').toLowerCase()
  if (initials.length >= 3 && host.split('.')[0] === initials) return true
  const letters = asciiLetters(name.replace(/^(?:the|la|le|el|il|der|die|das|het|l['’])\s?/i, ''))
  if (letters.length < 4) return false
  return host
    .split('.')
    .slice(0, -1)
    .some(label => {
      const bare = label.replace(/-/g, '').replace(/^the(?=\w{4})/, '')
      if (bare === letters) return true
      const [short, long] = bare.length < letters.length ? [bare, letters] : [letters, bare]
      return short.length >= 5 && long.includes(short) && short.length >= long.length * 0.6
    })
}

const FOLDED: { readonly [letter: string]: string } = {
  ø: 'o',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}

function asciiLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øæßłđıœþð]/g, letter => FOLDED[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '')
}
