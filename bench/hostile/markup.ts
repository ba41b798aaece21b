/** Pages that are damaged, endless, or made to be slow. */
import type { Hostile } from './corpus.ts'

const PROSE =
  '<p>The ministers of Norway and Peru met in Oslo on Friday and agreed to meet again in the spring, both offices said.</p>'
const page = (inside: string): string =>
  `<!doctype html><html><head><title>Talks</title></head><body>${inside}</body></html>`
const nest = (n: number, open: string, close = ''): string =>
  page(open.repeat(n) + PROSE.repeat(5) + close.repeat(n))

export const MARKUP: Hostile = {
  'a page that breaks off in a tag': () => `<html><body>${PROSE.repeat(4)}<div class="`,
  'a page that breaks off in a comment': () => `<html><body>${PROSE.repeat(4)}<!-- and`,
  'a page that breaks off in a script': () => `<html><body>${PROSE.repeat(4)}<script>var a = "`,
  'a page that begins in the middle': () => `iv></td></tr></table>${PROSE.repeat(6)}</body></html>`,
  'a page swallowed by a quote before it': () =>
    `K<div class="\u0015021${page(PROSE.repeat(4)).replaceAll('"', '')}`,
  'a page within a broken table': () =>
    `\u00f6table><tr><td><?xml version="1.0"?><html><head><title>x</title></head><body><p>x</p></body></html<!DOCTYPE html>\n<html lang="en">\n<head>\n<met`,
  'nothing but an opening tag': () => '<html',
  '1,000 nested tags': () => nest(1_000, '<div>', '</div>'),
  '4,900 nested tags': () => nest(4_900, '<div>', '</div>'),
  '100,000 nested tags': () => nest(100_000, '<div>', '</div>'),
  '100,000 tags that are never closed': () => nest(100_000, '<b>'),
  '100,000 closing tags': () => page(PROSE.repeat(5) + '</div>'.repeat(100_000)),
  '20,000 nested tables': () => nest(20_000, '<table><tr><td>'),
  '10,000 nested lists': () => nest(10_000, '<ul><li>'),
  '5,000 misnested tags': () => page('<a><b></a><i></b><p></i>'.repeat(5_000) + PROSE),
  '3,000 nested formats across paragraphs': () => page('<b><i><u><p>talks'.repeat(3_000)),
  '2,000 nested forms': () => nest(2_000, '<form><fieldset>', '</fieldset></form>'),
  '100,000 attributes': () =>
    page(`<div ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}>${PROSE.repeat(4)}</div>`),
  'an attribute of 5 MB': () => page(`<div title="${'x'.repeat(5_000_000)}">${PROSE.repeat(4)}</div>`),
  'a class of 500,000 words': () => page(`<div class="${'nav '.repeat(500_000)}">${PROSE.repeat(4)}</div>`),
  'an attribute without its closing quote': () => page(`<a href="x>${PROSE.repeat(2_000)}`),
  '500,000 opening brackets': () => page('<'.repeat(500_000) + PROSE),
  '500,000 closing brackets': () => page('>'.repeat(500_000) + PROSE),
  '400,000 opening comments': () => page('<!--'.repeat(400_000)),
  '400,000 opening CDATA': () => page('<![CDATA['.repeat(400_000)),
  '200,000 half entities': () => page(`<p>${'&am'.repeat(200_000)}</p>${PROSE}`),
  '200,000 entities': () => page(`<p>${'&lt;script&gt;'.repeat(200_000)}</p>${PROSE}`),
  'entities beyond Unicode': () =>
    page(`<p>&#x110000; &#99999999999; &#xD800; &#0; &#-1; &#x;</p>${PROSE.repeat(4)}`),
  'control characters as entities': () =>
    page(PROSE.replace('Oslo', 'Os&#27;[2Jlo &#155;31m &#x202e;olsO&#0;').repeat(4)),
  '40,000 paragraphs': () => page(PROSE.repeat(24_000)),
  '49,000 elements in one row': () => page('<span>a </span>'.repeat(49_000)),
  'a page of 5 MB of prose': () => page(PROSE.repeat(41_000)),
  'a page of 5 MB of text': () => page(`<p>${'The ministers met in Oslo. '.repeat(185_000)}</p>`),
  'a page of 5 MB of teasers': () =>
    page(
      `<ul>${'<li><a href="/x"><span>More from us today</span></a></li>'.repeat(88_000)}</ul>${PROSE.repeat(5)}`,
    ),
  'a page of 5 MB of scripts': () =>
    page(`${'<script>if (a < b && c > d) { e("</div>") }</script>'.repeat(98_000)}${PROSE.repeat(5)}`),
  'a page of 5 MB of broken tags': () => page('<p <div <a href=<b>Oslo '.repeat(208_000)),
  'a script of 5 MB without an end': () =>
    `<html><body>${PROSE.repeat(5)}<script>${'a<b;'.repeat(1_250_000)}`,
  'a page within a page within a page': () => page(page(page(PROSE.repeat(4)))),
  'a thousand titles': () =>
    `<html><head>${'<title>Talks</title>'.repeat(1_000)}</head><body>${PROSE.repeat(4)}</body></html>`,
  'ten thousand meta tags': () =>
    `<html><head>${'<meta property="og:title" content="Talks"><meta name="author" content="A B">'.repeat(5_000)}</head><body>${PROSE.repeat(4)}</body></html>`,
  'a title of 2 MB': () =>
    `<html><head><title>${'Talks in Oslo '.repeat(140_000)}</title></head><body>${PROSE.repeat(4)}</body></html>`,
  'an author of 1 MB': () =>
    `<html><head><meta name="author" content="${'Ada Holm and '.repeat(80_000)}"></head><body>${PROSE.repeat(4)}</body></html>`,
  'JSON-LD that breaks off': () =>
    page(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ta</script>${PROSE.repeat(4)}`,
    ),
  'JSON-LD nested 50,000 deep': () =>
    page(`<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${PROSE.repeat(4)}`),
  'JSON-LD of the wrong types': () =>
    page(
      `<script type="application/ld+json">{"@type":["NewsArticle",7,null],"headline":{"a":[]},"author":[[["x"]],5],"datePublished":{},"publisher":true}</script>${PROSE.repeat(4)}`,
    ),
  'JSON-LD with its own prototype': () =>
    page(
      `<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"x"},"constructor":{"prototype":{"y":1}}}</script>${PROSE.repeat(4)}`,
    ),
  'dates out of any range': () =>
    `<html><head><meta property="article:published_time" content="999999-99-99T99:99:99Z"></head><body><time datetime="-0001-13-45">31 February 99999</time>${PROSE.repeat(4)}</body></html>`,
  'a date of 100,000 digits': () =>
    `<html><head><meta property="article:published_time" content="${'9'.repeat(100_000)}"></head><body>${PROSE.repeat(4)}</body></html>`,
  'addresses that are programs': () =>
    `<html><head><link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,<script>alert(1)</script>"></head><body><a href="vbscript:x">${PROSE.repeat(4)}</a></body></html>`,
  'an address of 1 MB': () =>
    `<html><head><link rel="canonical" href="https://x.example/${'a/'.repeat(500_000)}"></head><body>${PROSE.repeat(4)}</body></html>`,
  'a base that is a file': () =>
    `<html><head><base href="file:///etc/passwd"></head><body>${PROSE.repeat(4)}</body></html>`,
  'prose without a single full stop': () => page(`<p>${'the ministers met and '.repeat(40_000)}</p>`),
  'prose of full stops': () => page(`<p>${'. '.repeat(400_000)}</p>${PROSE}`),
  'quotes that are never closed': () => page(`<p>${'“He said “'.repeat(30_000)}</p>${PROSE.repeat(4)}`),
  'brackets that are never closed': () => page(`<p>${'(he [said {'.repeat(30_000)}</p>${PROSE.repeat(4)}`),
  'capitals only': () => page(`<p>${'NORWAY PERU OSLO LIMA '.repeat(30_000)}</p>`),
  'names only': () => page(`<p>${'Ada Holm, Luis Rojas, Rosa Quispe and '.repeat(8_000)}</p>`),
  'dates only': () => page(`<p>${'May 3, 2021, March 1 and 2, last Friday, '.repeat(8_000)}</p>`),
  'numbers only': () => page(`<p>${'1,000,000.5e99 '.repeat(30_000)}</p>${PROSE.repeat(4)}`),
}
