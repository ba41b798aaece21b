/** Keys as readers know them: `?` help, `/` search, `j k` next and previous, `o` open, `g t` and so on, Esc. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../i18n/index.tsx'
import { SCREENS } from '../screens/index.ts'
import { isTyping, PATIENCE } from './typing.ts'

/** Rows that `j` and `k` go through: the links to facts. */
const ROWS = 'main .rows a.title'

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)]
  const at = rows.findIndex(row => row === document.activeElement)
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function open(at: Element | null): void {
  if (at instanceof HTMLElement) at.click()
}

/** Out of a field, so that the keys are commands again. */
function leaveField(target: EventTarget | null): void {
  if (target instanceof HTMLInputElement) target.blur()
}

/** The second key for each screen that has one. */
function Rooms() {
  const { t } = useWords()
  return (
    <>
      {t.help.go}
      <ul className="rooms-by-key">
        {SCREENS.map(({ key, name }) =>
          key === null || name === null ? null : (
            <li key={key}>
              <kbd>{key}</kbd> {t.nav[name]}
            </li>
          ),
        )}
      </ul>
    </>
  )
}

export function Keys() {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const dialog = useRef<HTMLDialogElement>(null)
  // Never yet: a key in the page's first second follows no `g`.
  const pending = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leaveField(event.target)
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.timeStamp - pending.current < PATIENCE) {
        pending.current = Number.NEGATIVE_INFINITY
        const screen = SCREENS.find(({ key }) => key === event.key)
        if (screen !== undefined) navigate(screen.path)
        // A screen has keys of its own, which are not meant after `g`.
        event.preventDefault()
        return
      }
      if (event.key === 'g') pending.current = event.timeStamp
      else if (event.key === 'j') step(1)
      else if (event.key === 'k') step(-1)
      else if (event.key === 'o') open(document.activeElement)
      else if (event.key === '?') dialog.current?.showModal()
      else if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (field === null) navigate('/search')
        else field.focus()
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate])
  const { help } = t
  const rows: [string, ReactNode][] = [
    ['j k', help.next],
    ['o', help.open],
    ['/', help.search],
    ['g', <Rooms key="rooms" />],
    ['Esc', help.close],
    ['?', help.help],
  ]
  return (
    <dialog ref={dialog} aria-labelledby="keys">
      <h2 id="keys">{help.title}</h2>
      <table>
        <tbody>
          {rows.map(([keys, what]) => (
            <tr key={keys}>
              <td>
                <kbd>{keys}</kbd>
              </td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog">
        <button type="submit" className="button">
          {t.common.close}
        </button>
      </form>
    </dialog>
  )
}
