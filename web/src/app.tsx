import { useLayoutEffect, useRef } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useWords } from './i18n/index.tsx'
import { useNews } from './live.ts'
import { Boundary } from './parts/boundary.tsx'
import { Foot, Masthead } from './parts/frame.tsx'
import { Keys } from './parts/keys.tsx'
import { Later } from './parts/later.tsx'
import { NotThere } from './parts/states.tsx'
import { SCREENS } from './screens/index.ts'

export function App() {
  const { t } = useWords()
  const isLost = useNews()
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  const before = useRef(location)
  // Before the screen's own effects: one of them may go to a passage.
  useLayoutEffect(() => {
    // A new screen begins at its top, with the focus in it; a filter changes nothing of that.
    if (before.current === location) return
    before.current = location
    main.current?.focus({ preventScroll: true })
    if (window.location.hash === '') window.scrollTo(0, 0)
  }, [location])
  return (
    <>
      <a className="skip" href="#content">
        {t.common.skip}
      </a>
      <Masthead />
      <p className={isLost ? 'lost' : 'unseen'} role="status">
        {isLost ? t.common.lost : ''}
      </p>
      <main id="content" ref={main} tabIndex={-1}>
        <Boundary place={location}>
          <Switch>
            {SCREENS.map(({ path, load }) => (
              <Route key={path} path={path}>
                <Later load={load} />
              </Route>
            ))}
            <Route>
              <NotThere />
            </Route>
          </Switch>
        </Boundary>
      </main>
      <Foot />
      <Keys />
    </>
  )
}
