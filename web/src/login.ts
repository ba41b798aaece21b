/** What the page to log in with has of the workbench: its look, the theme that was chosen there, and its letters. */
import './styles/login.css'
import { applyTheme, storedTheme } from './theme.ts'

applyTheme(storedTheme())
// Whatever the page speaks, it names the other languages, each in its own letters.
void import('./styles/ja.css')
void import('./styles/ko.css')
