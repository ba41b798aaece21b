import type { FurnitureRule } from '../rule.ts'

const THINGS =
  'articles?|stories|story|posts?|books?|audiobooks?|news|content|coverage|topics?|links?|reading|reads?|videos?|podcasts?|analysis|commentary|publications?|research|items|headlines|now|today|this week|for you|from .{2,40}|on .{2,40}|in .{2,40}|by .{2,40}|&|and|or|\\/'

/** Other articles, by a line of their own or under a heading. */
export const OTHERS: readonly FurnitureRule[] = [
  {
    reason: 'link to another article',
    most: 260,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      /^(?:read|see|watch|listen|also read|also see|also|must[- ]read|don['’]t miss|recommended|related|more|in (?:pics|pictures)|from the archives?|explainer|further reading|see also|you may also like)\s?[:|>»→–—]\s?.{3,220}$/i,
      /^(?:related|read|see|must) (?:articles?|posts?|story|stories|coverage|news|video|reading|content|links?|also|more|next|on|here)\s?[:|>»→–—]\s?.{3,220}$/i,
      /^read (?:more (?:here|on this|about|from)|the full (?:story|article|report))\b\s?[:|>»→–—]?.{0,160}$/i,
      /^(?:lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|le puede interesar|leia (?:também|mais)|leggi anche|lees ook|les også|läs också|baca juga|czytaj też|читайте также|читайте також)\s?[:|>»→–—]\s?.{3,220}$/iu,
      /^(?:관련\s?기사|関連記事|相关阅读|延伸阅读)\s?[:：|>»→–—]?\s?.{0,220}$/u,
      /^[▶►➤→»]\s?(?:read|related|see|more|watch)\b.{3,200}$/iu,
    ],
    examples: [
      'Read more: Two neighbours try again',
      'RELATED | Who owns the strait?',
      'Baca juga: Dua menteri bertemu',
    ],
    counterExamples: ['Read the room, a diplomat told her staff: nobody wants a second summit.'],
  },
  {
    reason: 'teasers of other articles',
    most: 90,
    where: 'anywhere',
    takes: 'rest',
    patterns: [
      /^more (?:from|on|in|by|about|stories|news|coverage|great|top)\b.{0,50}$/i,
      new RegExp(
        `^(?:related|recommended|similar|latest|trending|popular|other|top|further|you might (?:also )?(?:like|be interested in)|you may (?:also )?(?:like|be interested in)|what (?:to read next|others are reading|we['’]re reading)|most (?:read|popular|viewed|shared|commented)|editor(?:s|['’]s|s['’]) (?:picks?|choice)|read (?:next|more|also|this next)|up next|see (?:also|more)|don['’]t miss|in case you missed it|around the web|from (?:the|our) (?:web|partners|archives?)|around the world|keep reading|next read|also (?:on|from|read)|recommended for you|explore more|our picks)(?:\\s+(?:${THINGS}))*\\s?[:>»…]?$`,
        'i',
      ),
      /^(?:lire aussi|à lire aussi|voir aussi|lesen sie auch|mehr zum thema|das könnte sie auch interessieren|lea también|te puede interesar|más noticias|leia (?:também|mais)|leggi anche|lees ook|les også|läs också|baca juga|terkini|czytaj też|читайте также|читайте також|関連記事|관련\s?기사|많이 본 뉴스)\s?[:：>»…]?$/iu,
    ],
    examples: [
      'More from World',
      'Related articles',
      'Most read',
      'Related Books & Audiobooks',
      'Lesen Sie auch',
      '<MOST READ>',
      '■ Related articles',
    ],
    counterExamples: [
      'More troops from both countries will take part.',
      'Popular anger at the ruling has not cooled.',
    ],
  },
]
