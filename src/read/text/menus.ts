/**
 * Words of which sites build their navigation, in lower case: sections, services, places. Longer phrases come whole,
 * so that "World News" is one item and "World Sports Video" three.
 */
const ITEMS: ReadonlySet<string> = new Set(
  `home|front page|start|news|top news|latest|latest news|breaking news|world|world news|uk|us|u.s.|usa|national|nation
international|foreign|foreign affairs|local|regional|state & region|state|region|metro|city|crime|courts|politics|policy
government|elections|election|parliament|congress|diplomacy|defence|defense|security|military|business|economy|finance
money|markets|market|companies|industry|energy|property|real estate|work|jobs|careers|tech|technology|science|health
environment|climate|education|culture|arts|books|film|movies|music|tv|tv & radio|radio|entertainment|celebrity|style
fashion|food|travel|life|lifestyle|living|society|people|community|religion|obituaries|weather|traffic|sport|sports
football|soccer|cricket|baseball|golf|tennis|racing|opinion|opinions|editorial|editorials|commentary|comment|columns
columnists|columnist|letters|analysis|features|feature|special|specials|special reports|in depth|in-depth|explainers
explainer|investigations|interviews|interview|magazine|weekend|sunday|photos|photo|pictures|gallery|galleries|video
videos|live|live tv|watch|listen|audio|podcast|podcasts|sounds|games|puzzles|crossword|crosswords|quiz|cartoons|comics
horoscopes|shopping|deals|classifieds|ads|advertise|events|calendar|archive|archives|newsletters|newsletter|alerts
notifications|subscribe|subscriptions|subscription|membership|donate|support us|log in|login|log out|sign in|signin
sign up|register|my account|account|search|menu|more|sections|all sections|e-paper|epaper|e-edition|print edition|apps
rss|about|about us|who we are|what we do|our work|contact|contact us|help|faq|press|press room|newsroom|media|services
publications|research|reports|projects|programmes|programs|experts|people & experts|resources|library|documents|data
english|asia|asia-pacific|asia pacific|east asia|south asia|southeast asia|central asia|europe|africa|americas|america
latin america|middle east|oceania|pacific|india|india news|china|japan|korea|russia|israel|canada|australia|balkans
caucasus|global|skip to content|skip to main content|print|share|close|terms|privacy|cookies|sitemap|accessibility
startseite|politik|wirtschaft|kultur|wissen|meinung|panorama|gesellschaft|reise|anmelden|abo|suche|ausland|inland
accueil|politique|monde|économie|international|sport|société|culture|inicio|mundo|política|economía|deportes|cultura
sociedad|opinión|início|economia|esportes|cronaca|esteri|politica|トップ|ホーム|国際|政治|経済|社会|スポーツ|文化|科学|地域
オピニオン|社説|ログイン|会員登録|検索|国内|海外|暮らし|エンタメ|홈|정치|경제|사회|국제|문화|스포츠|오피니언|사설|연예|세계|로그인|회원가입
검색|전체메뉴|首页|首頁|国内|國際|财经|体育|体坛|娱乐|军事|科技`
    .split(/[|\n]/)
    .filter(item => item !== ''),
)
const LONGEST_MENU = 220
const MOST_WORDS = 4

/** "World  Markets  Sports  Video", "Politik | Wirtschaft | Anmelden": a line of links to a site's own sections. */
export function isMenu(line: string): boolean {
  if (line.length > LONGEST_MENU || /[.!?:\u3002]$/.test(line)) return false
  const parts = line.split(/\s*[|\u2022\u00b7\uff5c]\s*/).filter(part => part !== '')
  if (parts.length >= 3) {
    const known = parts.filter(part => itemsIn(part).whole).length
    return known >= 2 && known >= parts.length * 0.5 && parts.every(part => part.length <= 28)
  }
  const { items, share } = itemsIn(line)
  return items >= 3 && (share === 1 || (items >= 4 && share >= 0.6) || share >= 0.75)
}

/** Whether a line consists of one or two names of sections: "NEWS STATE & REGION". */
export function isMenuItem(line: string): boolean {
  if (line.length > 40) return false
  const { items, whole } = itemsIn(line)
  return whole && items <= 2
}

/** How many items a run of words holds, and which share of its words they make up; a word in lower case makes it prose. */
function itemsIn(text: string): { items: number; share: number; whole: boolean } {
  const words = text.split(/\s+/).filter(word => word !== '' && word !== '/')
  let items = 0
  let covered = 0
  for (let i = 0; i < words.length; ) {
    const length = itemAt(words, i)
    if (length > 0) {
      items++
      covered += length
    } else if (!/\p{Lu}|\p{Lo}|\d/u.test(words[i] ?? '')) return { items: 0, share: 0, whole: false }
    i += Math.max(1, length)
  }
  const share = words.length === 0 ? 0 : covered / words.length
  return { items, share, whole: share === 1 }
}

/** Words of the longest item that begins at `from`, 0 if none does. */
function itemAt(words: readonly string[], from: number): number {
  if (/^\p{Ll}/u.test(words[from] ?? '') && !/^e-/.test(words[from] ?? '')) return 0
  for (let n = Math.min(MOST_WORDS, words.length - from); n > 0; n--) {
    const phrase = words
      .slice(from, from + n)
      .join(' ')
      .toLowerCase()
    if (ITEMS.has(phrase)) return n
  }
  return 0
}
