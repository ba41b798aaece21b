/** The page to log in with: it needs no script, and knows nothing of the dossier. */
import { safe } from '../description.ts'
import { LOGIN_WORDS, type LoginLanguage, type LoginWords } from './login-words.ts'

export interface LoginPage {
  language: LoginLanguage
  /** Where to go afterwards. */
  next: string
  fault: ((words: LoginWords) => string) | null
}

const link = (tag: string, name: string, next: string): string =>
  `<a href="/login?lang=${tag}&amp;next=${safe(encodeURIComponent(next))}" lang="${tag}" hreflang="${tag}">${name}</a>`

export function loginPage({ language, next, fault }: LoginPage): string {
  const words: LoginWords = LOGIN_WORDS[language]
  const others = Object.entries(LOGIN_WORDS).filter(([tag]) => tag !== language)
  const told = fault === null ? '' : `<p id="fault" role="alert">${safe(fault(words))}</p>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title} · Entente</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/login.css">
<script type="module" src="/login.js"></script>
</head>
<body>
<header><span class="name">Entente</span></header>
<main>
<h1>${words.title}</h1>
${told}
<form method="post" action="/login">
<label for="token">${words.label}</label>
<input id="token" name="token" type="password" autocomplete="current-password" spellcheck="false" required autofocus
 aria-describedby="${fault === null ? 'hint' : 'fault hint'}"${fault === null ? '' : ' aria-invalid="true"'}>
<p id="hint">${words.hint}</p>
<input type="hidden" name="next" value="${safe(next)}">
<input type="hidden" name="lang" value="${language}">
<button>${words.enter}</button>
</form>
</main>
<footer>${others.map(([tag, { name }]) => link(tag, name, next)).join('\n')}</footer>
</body>
</html>
`
}
