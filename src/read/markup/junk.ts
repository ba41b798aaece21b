/**
 * Elements that hold no article, by tag and by the words of their class and id.
 * A word must stand alone between separators or camel humps: `share-bar`, `js_share`, `relatedPosts`, but not `shared`.
 */
const JUNK_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'button',
  'form',
  'dialog',
  'menu',
  'audio',
  'video',
  'input',
  'label',
])

/** Each row: words that make an element junk wherever they stand in its class or id. */
const JUNK_WORDS: readonly string[] = [
  // sharing and comments
  'share',
  'sharing',
  'social',
  'sharedaddy',
  'addthis',
  'addtoany',
  'sharetools',
  'sharebar',
  'sharethis',
  'comments',
  'comment-list',
  'disqus',
  'respond',
  'reactions',
  // other articles
  'related',
  'recirc',
  'recirculation',
  'recommended',
  'recommendation',
  'recommendations',
  'readmore',
  'read-more',
  'read-next',
  'read-also',
  'also-read',
  'more-stories',
  'more-on',
  'more-from',
  'trending',
  'popular',
  'most-read',
  'mostread',
  'outbrain',
  'taboola',
  'zergnet',
  'jp-relatedposts',
  'up-next',
  'prev-next',
  'post-navigation',
  'pagination',
  'teaser',
  'teasers',
  'see-also',
  'related-articles',
  'related-posts',
  'relatedposts',
  // prompts
  'newsletter',
  'subscribe',
  'subscription',
  'signup',
  'sign-up',
  'paywall',
  'promo',
  'promotion',
  'donate',
  'donation',
  'cta',
  'membership',
  'piano',
  'regwall',
  // furniture
  'breadcrumb',
  'breadcrumbs',
  'author-box',
  'author-bio',
  'about-author',
  'authorbox',
  'bio',
  'byline',
  'dateline-meta',
  'post-meta',
  'entry-meta',
  'article-meta',
  'tags',
  'tag-list',
  'taglist',
  'topics',
  'post-tags',
  'entry-tags',
  'toolbar',
  'print-only',
  'screen-reader-text',
  'visually-hidden',
  'sr-only',
  'skip-link',
  'cookie',
  'cookies',
  'gdpr',
  'consent',
  'advertisement',
  'advert',
  'ads',
  'ad',
  'sponsor',
  'sponsored',
  'pullquote',
  'standfirst',
  'dek',
  'deck',
  'subheadline',
  'sub-headline',
  'subtitle',
  'affiliate-disclosure',
  'pull-quote',
  'copyright',
  'disclaimer-box',
  'credits',
]

const junkWords = new RegExp(`(?:^|[\\s_-])(?:${JUNK_WORDS.join('|')})(?=$|[\\s_:-]|\\d)`, 'i')

/** Class names that only describe layout around a whole article; never junk, whatever else they say. */
const SHELTERED =
  /(?:^|[\s_-])(?:article-?body|story-?body|entry-?content|post-?content|article-?content|body-?content|main-?content|embed|has-|with-|no-)/i

const CAPTION_CLASS =
  /caption|(?:photo|image|img|media|picture|embed|video)[\s_-]?credits?|^credits?$|credit-line/i

/** Classes of what stands under a picture. */
export function isCaptionClass(className: string): boolean {
  return (
    CAPTION_CLASS.test(className) &&
    !/(?:has|with|no)-caption|caption-?(?:less|off)|wp-caption(?:\s|$)(?!.*text)/i.test(className)
  )
}

export function isJunk(tag: string, className: string, id: string): boolean {
  if (JUNK_TAGS.has(tag)) return true
  if (tag === 'html' || tag === 'body' || tag === 'main' || tag === 'article') return false
  const names = `${className} ${id}`
  let junk = known.get(names)
  if (junk === undefined) {
    const words = spaced(names)
    junk = words !== '' && !SHELTERED.test(words) && junkWords.test(words)
    if (known.size > REMEMBERED) known.clear()
    known.set(names, junk)
  }
  return junk
}

/** Pages repeat their classes: what they mean is worked out once. */
const known = new Map<string, boolean>()
const REMEMBERED = 5_000

/** `relatedPosts` → `related-Posts`: camel humps are separators too. */
function spaced(names: string): string {
  return names.trim().replace(/([a-z])([A-Z])/g, '$1-$2')
}
