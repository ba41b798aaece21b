/** What the page to log in with has of the workbench: its look, the theme that was chosen there, and its letters. */
import './styles/login.css'
import { applyTheme, storedTheme } from './theme.ts'

applyTheme(storedTheme())
const { lang } = document.documentElement
if (lang === 'ja') void import('./styles/ja.css')
if (lang === 'ko') void import('./styles/ko.css')
