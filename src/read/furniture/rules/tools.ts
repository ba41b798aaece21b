import type { FurnitureRule } from '../rule.ts'

const NETWORKS =
  'facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|pocket|flipboard|line|messenger|kakaotalk|instagram|mastodon|bluesky|threads|weibo|wechat|e-?mail'

/** Buttons and labels of the page itself. */
export const TOOLS: readonly FurnitureRule[] = [
  {
    reason: 'share line',
    most: 100,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      new RegExp(
        `^(?:share|tweet|print|save|copy link|link copied|bookmark|gift|listen|comments?|send|more|${NETWORKS}|share (?:this|on|via|with|options?|article|story)|print this|e-?mail this|font size|text size|a[-+])(?:(?:\\s*[|·•,/]\\s*|\\s+)(?:share|tweet|print|close|save|copy|link|this|article|story|post|on|via|with|friends|bookmark|comments?|\\d+|${NETWORKS}))*[:.!]?$`,
        'i',
      ),
    ],
    examples: ['Share on Facebook', 'Share | Tweet | E-mail', 'Print this article'],
    counterExamples: ['Share prices fell in Lima.', 'Print shops closed.'],
  },
  {
    reason: 'reading time',
    most: 140,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      /^(?:.{0,60}?\s?)?\d{1,3}[\s-]?(?:[Mm]in(?:ute)?s?|MIN(?:UTE)?S?)\.? (?:[Rr]ead|READ|read|listen|watch)(?:\b|(?=\p{Lu})).{0,60}$/u,
      /^(?:est(?:imated|\.)? )?reading time:?\s.{0,30}$/i,
      /^(?:listen to this (?:article|story)|audio by|hear this story)\b.{0,60}$/i,
      /^(?:lesezeit|temps de lecture|tiempo de lectura|tempo de leitura)\b.{0,30}$/i,
    ],
    examples: ['5 min read', '3 MIN READ', 'Opinion4 min readTrade', 'Reading time: 6 minutes'],
    counterExamples: ['The 30-minute talks ended with a joint statement.'],
  },
  {
    reason: 'page tool',
    most: 80,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      /^(?:read (?:this )?in (?:app|browser|english|korean|japanese|spanish|french|chinese)|view (?:comments|gallery|all|original|as single page)|show (?:comments|more|less|caption)|hide caption|toggle caption|enlarge(?: this image)?)[.:!]?$/i,
      /^(?:leave a (?:comment|reply)|post a comment|\d+ comments?|comments? \(?\d*\)?|add a comment|join the (?:conversation|discussion)|no comments(?: yet)?|be the first to comment)[.:!]?$/i,
      /^(?:back to top|go to (?:top|home).{0,20}|home|menu|search|close|sign (?:in|out|up)|log ?(?:in|out)|register|subscribe|my account|e-?paper|newsletters|next(?: article| story| page)?|previous(?: article| story| page)?|expand|collapse|toggle.{0,30})[.:!]?$/i,
      /^(?:play(?: video| audio)?|pause|mute|photo gallery|slideshow|video|watch(?: live| now)?|live|now playing|autoplay)[.:!]?$/i,
      /^(?:image|photo|slide|picture|page) \d+ (?:of|\/)(?: ?\/)? ?\d+$|^\d+ of \d+$|^\d+\s?\/\s?\d+$/i,
      /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|[ECP]?[SD]T|CET|CEST|BST|IST|KST|JST))?$/,
      /^\d{1,3}$|^[-–—]\s?\d{1,3}\s?[-–—]$|^page \d{1,3}$/i,
      /^you must be (?:logged|signed) in\b.{0,60}$/i,
      /^(?:download (?:the )?pdf|cite this \w+|printer[- ]friendly(?: version)?)(?:\s?\|\s?.{2,40})?$/i,
      /^(?:report (?:an )?(?:error|typo|a correction).{0,40}|top stories|breaking(?: news)?|exclusive|opens in (?:a )?new (?:tab|window))[.:!]?$/i,
    ],
    examples: [
      'View comments',
      '12 comments',
      'Image 1 of / 23',
      '14:10',
      '- 2 -',
      'You must be logged in to react.',
    ],
    counterExamples: [
      'Live fire drills followed.',
      'Home rule was granted.',
      '14:10 was the time of the first shot.',
    ],
  },
]
