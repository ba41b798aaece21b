/** What the page to log in with says. */
export interface LoginWords {
  name: string
  title: string
  label: string
  hint: string
  enter: string
  wrong: string
  wait(seconds: number): string
  foreign: string
}

export const LOGIN_WORDS = {
  en: {
    name: 'English',
    title: 'Log in',
    label: 'Token',
    hint: 'Whoever looks after this dossier gave it to you. It begins with ent_.',
    enter: 'Log in',
    wrong: 'This token does not hold. Ask for a new one where it has expired.',
    wait: seconds => `Too many attempts. Try again in ${seconds} seconds.`,
    foreign: 'This came from another page, so it was not taken. Log in here.',
  },
  ja: {
    name: '日本語',
    title: 'ログイン',
    label: 'トークン',
    hint: 'この資料集の管理者から受け取ったもので、ent_ で始まります。',
    enter: 'ログイン',
    wrong: 'このトークンは有効ではありません。期限が切れた場合は、新しいものを管理者に求めてください。',
    wait: seconds => `試行回数が多すぎます。${seconds} 秒後にもう一度お試しください。`,
    foreign: '別のページから送られたため、受け付けませんでした。ここでログインしてください。',
  },
  ko: {
    name: '한국어',
    title: '로그인',
    label: '토큰',
    hint: '이 자료철의 관리자에게서 받은 것으로, ent_로 시작합니다.',
    enter: '로그인',
    wrong: '이 토큰은 유효하지 않습니다. 만료되었다면 관리자에게 새 토큰을 요청하세요.',
    wait: seconds => `시도가 너무 많습니다. ${seconds}초 후에 다시 시도하세요.`,
    foreign: '다른 페이지에서 보낸 요청이라 받지 않았습니다. 여기에서 로그인하세요.',
  },
} satisfies { [language: string]: LoginWords }

export type LoginLanguage = keyof typeof LOGIN_WORDS

const isSpoken = (tag: string): tag is LoginLanguage => Object.hasOwn(LOGIN_WORDS, tag)

/** The one that was chosen, else the first of the browser's that is spoken here: `ko-KR,ko;q=0.9,en;q=0.8`. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): LoginLanguage {
  const tags = [chosen ?? '', ...(accepted ?? '').split(',')].map(tag => tag.trim().slice(0, 2).toLowerCase())
  return tags.find(isSpoken) ?? 'en'
}
