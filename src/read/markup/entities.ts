/** Names of character references that articles use; Latin-1 letters are listed by code point from 192 on. */
const NAMED: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  lsquo: '\u2018',
  rsquo: '\u2019',
  sbquo: '\u201a',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bdquo: '\u201e',
  laquo: '\u00ab',
  raquo: '\u00bb',
  lsaquo: '\u2039',
  rsaquo: '\u203a',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  bull: '\u2022',
  middot: '\u00b7',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  deg: '\u00b0',
  euro: '\u20ac',
  pound: '\u00a3',
  yen: '\u00a5',
  cent: '\u00a2',
  sect: '\u00a7',
  para: '\u00b6',
  times: '\u00d7',
  divide: '\u00f7',
  plusmn: '\u00b1',
  frac12: '\u00bd',
  frac14: '\u00bc',
  frac34: '\u00be',
  iexcl: '\u00a1',
  iquest: '\u00bf',
  ordf: '\u00aa',
  ordm: '\u00ba',
  sup1: '\u00b9',
  sup2: '\u00b2',
  sup3: '\u00b3',
  OElig: '\u0152',
  oelig: '\u0153',
  Scaron: '\u0160',
  scaron: '\u0161',
  Yuml: '\u0178',
  rarr: '\u2192',
  larr: '\u2190',
  minus: '\u2212',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
  prime: '\u2032',
  Prime: '\u2033',
}

const LATIN =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const names = new Map<string, string>(Object.entries(NAMED))
LATIN.split(' ').forEach((name, i) => {
  names.set(name, String.fromCharCode(192 + i))
})

/** Windows-1252 code points that pages write as numbers: `&#146;` is an apostrophe. */
const windows = new TextDecoder('windows-1252')

/** `&eacute;`, `&#8217;`, `&#x2019;` to characters; what is unknown stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,30});?/g,
    (whole, body: string) => {
      if (!body.startsWith('#')) return names.get(body) ?? whole
      const hex = body[1] === 'x' || body[1] === 'X'
      const code = Number.parseInt(body.slice(hex ? 2 : 1), hex ? 16 : 10)
      if (code >= 128 && code < 160) return windows.decode(Uint8Array.of(code))
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return ''
      return code === 160 ? ' ' : String.fromCodePoint(code)
    },
  )
}
