import type { FurnitureRule } from '../rule.ts'

/** Labels around the text: credits of pictures, tags, contacts, marks of the end. */
export const LABELS: readonly FurnitureRule[] = [
  {
    reason: 'photo credit',
    most: 200,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      /^(?:photos?|pictures?|images?|credits?|file photos?|video|illustration|graphics?|map|photograph(?:s|ed|y)?|foto|bild|crédit|사진|写真|图片)\s?(?:(?:credits?|courtesy(?: of)?|by|from)\b\s?:?|[:：/©|=–—])\s?.{2,160}$/iu,
      /^(?:courtesy of|courtesy:|handout|provided by|pool photo by|photo courtesy|image courtesy)\b:?\s.{2,120}$/i,
      /^[([]?(?:photo|image|picture|credit|file|AP|AFP|Reuters|EPA|Getty Images|Yonhap|Kyodo|Xinhua|TASS|Bloomberg)(?: photo| file photo|\/\p{L}[\p{L} /.-]{2,60})[)\]]?$/iu,
      /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}?(?:\/|\||for|via)\s?(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Getty Images|The New York Times|Bloomberg|Shutterstock|Pool)\b.{0,60}$/u,
      /^[[(](?:사진|写真|图片)\s?[=:：].{1,60}[\])]$/u,
    ],
    examples: [
      'Photo: Example Press Agency',
      'Courtesy of the Ministry of Fisheries',
      'Ana Silva for Reuters',
      'Ana Silva | Bloomberg | Getty Images',
    ],
    counterExamples: [
      'Pictures of the summit were published.',
      'Image matters to both leaders, and neither wants to look weak.',
    ],
  },
  {
    reason: 'tags',
    most: 320,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:tags?|topics?|keywords?|filed under|categories|category|posted in|in this (?:article|story)|see more on|more on this story|related topics|sections?|mots[- ]clés|schlagw[oö]rter|etiquetas|temas|теги)\s?[:|]\s?.{0,300}$/iu,
      /^(?:tags?|topics?|keywords?|categories|filed under|related topics|highlights)$/i,
      /^(?:#[\p{L}\p{N}_]+[\s,]*){1,20}$/u,
    ],
    examples: ['Tags: trade, summit, islands', '#trade #summit'],
    counterExamples: ['Topics for the summit include trade.'],
  },
  {
    reason: 'contact line',
    most: 240,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:contact(?: the (?:author|writer|reporter)s?)?|write to|e-?mail(?: the author)?|reach (?:the|him|her)|send (?:tips|letters)|letters to the editor|comments?(?: to)?|questions\?)\b.{0,60}[\w.+-]+@[\w.-]+.{0,60}$/i,
      /^(?:[Rr]each|[Cc]all|[Cc]ontact) (?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:at|on) [\d(+].{5,30}$/u,
      /^(?:for )?(?:media|press) (?:enquiries|inquiries|contacts?|queries)\b.{0,60}[:@+].{0,160}$/i,
      /^(?:url|link|source|web)\s?:\s?https?:\/\/\S+$/i,
      /^(?:https?:\/\/|www\.)\S+$/,
      /\b(?:can|may) be (?:reached|contacted) (?:at|via)\b.{0,120}$/i,
      /^.{0,40}\s?[\w.+-]+@[\w-]+\.[\w.-]+$/,
      /^(?:twitter|x|facebook)?:?\s?@\w{2,30}$/i,
      /^https?:\/\/\S+$/,
      /^(?:short ?link|permalink|doi|issn|isbn)\b.{0,100}$/i,
    ],
    examples: [
      'Contact the author at ana@example.org',
      'https://example.org/a/1',
      'Joon Park joon@example.org',
      'Reach Silva at 555-0100.',
      'For media enquiries, please contact: press@example.org',
    ],
    counterExamples: ['Contact between the two navies was restored.', 'Press contacts were cut in May.'],
  },
  {
    reason: 'mark of the end',
    most: 200,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:view the full|read the full|read the original|continue reading|click here|tap here|see the full|download the)\b.{0,120}$/i,
      /^\[?(?:more|end|ends|\.{3}|###|-30-|\*{3,}|xxx|끝|終わり|完)\]?$/iu,
      /^[-–—_=*•·.#\s]{2,}$/,
    ],
    examples: ['Click here to read the original', '###', 'ENDS'],
    counterExamples: ['Endings matter in diplomacy.'],
  },
]
