/** JSON, lines of JSON, and feeds that are damaged, deep, endless, or made to be expanded. */
import type { Hostile } from './corpus.ts'

const PROSE =
  'The ministers of Norway and Peru met in Oslo on Friday and agreed to meet again in the spring, both offices said. '
const article = (n: number): string => JSON.stringify({ id: n, title: `Round ${n}`, text: PROSE.repeat(3) })
const rss = (inside: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>A</title>${inside}</channel></rss>`
const item = (title: string, body = PROSE.repeat(3)): string =>
  `<item><title>${title}</title><description>${body}</description></item>`
const lol = (): string =>
  Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')

export const STRUCTURED: Hostile = {
  'JSON nested 100,000 deep': () => '{"a":'.repeat(100_000),
  'lists nested 100,000 deep': () => '['.repeat(100_000),
  'whole JSON nested 5,000 deep': () => `${'{"text":'.repeat(5_000)}"${PROSE}"${'}'.repeat(5_000)}`,
  'JSON that breaks off in a string': () => article(1).slice(0, 60),
  'JSON that breaks off in an escape': () => `${article(1).slice(0, -2)}\\u12`,
  'JSON with stray quotes': () =>
    `{"title":"The "great" talks","text":"${PROSE} He said "yes" and "no". ${PROSE}"}`,
  'JSON with stray quotes, 2 MB of them': () =>
    `{"title":"x","text":"${'he said "yes", and '.repeat(100_000)}"}`,
  'JSON with line ends in its strings': () => `{"title":"x","text":"${PROSE}\n\n${PROSE}\n"}`,
  'JSON with numbers too large': () =>
    `{"title":"x","id":1e999999,"n":${'9'.repeat(100_000)},"text":"${PROSE}"}`,
  'JSON with a key twice': () =>
    `{"title":"first","title":"second","text":"${PROSE}","text":"${PROSE}${PROSE}"}`,
  'JSON with its own prototype': () =>
    `{"__proto__":{"title":"x"},"constructor":1,"hasOwnProperty":2,"toString":3,"text":"${PROSE}"}`,
  'JSON of the wrong types': () =>
    `{"title":[1,2],"text":{"a":1},"body":["x"],"authors":{"name":7},"published":[],"url":5,"content":"${PROSE}"}`,
  'JSON of 100,000 keys': () =>
    `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":${i}`).join(',')},"text":"${PROSE}"}`,
  'JSON as one list of 20,000 empty articles': () => `[${'{},'.repeat(20_000)}{}]`,
  'JSON in a comment, as a script': () => `/* x */ var a = ${article(1)};`,
  'JSON of commas': () => `{"a":1${','.repeat(1_000_000)}}`,
  'JSON of backslashes': () => `{"text":"${'\\'.repeat(1_000_001)}"}`,
  'JSON of quotes': () => `{"text":${'"'.repeat(1_000_001)}}`,
  'JSON with NaN, comments and trailing commas': () => `{"title":"x",/*c*/"n":NaN,'text':'${PROSE}',}`,
  'lines of JSON, each damaged otherwise': () =>
    `${article(1)}\n{"title":"x"\n}\n[\n"\nnull\n${article(2)}\n`,
  'lines of JSON, one of 9 MB': () =>
    `${article(1)}\n{"title":"x","text":"${'a'.repeat(9_000_000)}"}\n${article(2)}\n`,
  '50,000 lines of nothing': () => `${article(1)}\n${article(2)}\n${'{}\n'.repeat(50_000)}`,
  'lines of JSON with ends of every kind': () =>
    `${article(1)}\r${article(2)}\r\n${article(3)}\u2028${article(4)}`,
  'a WordPress reply that breaks off': () =>
    `[{"id":1,"title":{"rendered":"Talks"},"content":{"rendered":"<p>${PROSE}`,
  'a WordPress reply of the wrong types': () =>
    `[{"id":{},"title":{"rendered":[1]},"content":{"rendered":7},"date":{}}]`,
  'a feed with a billion laughs': () =>
    rss(item('&l9;', `&l9; ${PROSE}`), `<!DOCTYPE lolz [<!ENTITY l0 "lol">${lol()}]>`),
  'a feed with an entity of 1 MB, a thousand times': () =>
    rss(
      item('Talks', `${'&a;'.repeat(1_000)}${PROSE}`),
      `<!DOCTYPE r [<!ENTITY a "${'A'.repeat(1_000_000)}">]>`,
    ),
  'a feed with an entity of the file system': () =>
    rss(item('&x;', `&x; ${PROSE}`), '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  'a feed with an entity of the network': () =>
    rss(item('&x;', `&x; ${PROSE}`), '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p; ]>'),
  'a feed whose entity is itself': () =>
    rss(item('&a;', PROSE), '<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'),
  'a feed of 100,000 items': () => rss(item('Talks', 'Short.').repeat(100_000)),
  'a feed of 1,000 items': () =>
    rss(Array.from({ length: 1_000 }, (_, i) => item(`Round ${i}`, PROSE + i)).join('')),
  'a feed that breaks off': () => rss(item('Talks')).slice(0, 150),
  'a feed whose tags do not match': () => rss('<item><title>Talks</description></item></title>'),
  'a feed nested 50,000 deep': () => rss(`${'<item>'.repeat(50_000)}<title>x</title>`),
  'a feed with a CDATA that is never closed': () =>
    rss(`<item><title>x</title><description><![CDATA[${PROSE.repeat(100)}`),
  'a feed with pages as descriptions': () =>
    rss(item('x', `<![CDATA[<html><body><script>alert(1)</script><p>${PROSE}</p></body></html>]]>`)),
  'a feed that is said to be in another encoding': () =>
    rss(item('Talks')).replace('?>', ' encoding="utf-16"?>'),
  'a feed with dates out of any range': () =>
    rss(
      `<item><title>x</title><pubDate>Fri, 99 Foo 99999 99:99:99 +9999</pubDate><description>${PROSE}</description></item>`,
    ),
  'Atom without entries': () =>
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>',
  'Atom with links that are programs': () =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Talks</title><link href="javascript:alert(1)"/><content type="html">${PROSE}</content></entry></feed>`,
  'a JSON feed of the wrong types': () =>
    '{"version":"https://jsonfeed.org/version/1.1","title":5,"items":[{"id":[],"content_text":{}},null,7,"x"]}',
  'XML that is no feed': () =>
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  'front matter that is never closed': () => `---\ntitle: x\n${PROSE.repeat(20)}`,
  'front matter with an alias bomb': () =>
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((k, i) => `${k}: &${k} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
      .join('\n')}\ntitle: Talks\n---\n${PROSE.repeat(3)}`,
}
