/** Every part in every state, in both themes: for whoever works on the workbench, not in what is shipped. */
import '../styles/design.css'
import { Coming } from './design/coming.tsx'
import { Reviewing } from './design/desk.tsx'
import { Facts } from './design/facts.tsx'
import { Pictures } from './design/pictures.tsx'
import { Scenarios } from './design/scenarios.tsx'
import { States, Words } from './design/words.tsx'

function Sheet({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <div data-theme={theme} className="parts">
      <h2>{theme}</h2>
      <Words />
      <Facts />
      <Pictures />
      <Scenarios />
      <Reviewing />
      <Coming />
      <States />
    </div>
  )
}

export default function Design() {
  return (
    <>
      <h1>Design</h1>
      <div className="sheets">
        <Sheet theme="light" />
        <Sheet theme="dark" />
      </div>
    </>
  )
}
