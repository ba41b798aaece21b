/** A scenario is kept and handed on as a file that the command line reads as well, or as the address. */
import { type ChangeEvent, useState } from 'react'
import { useWords } from '../i18n/index.tsx'
import { saveFile } from './take-rows.tsx'
import { fileOf, type Scenario, scenarioIn } from './what-if-held.ts'

export function Keeping({ scenario, load }: { scenario: Scenario; load: (scenario: Scenario) => void }) {
  const { t } = useWords()
  const [told, setTold] = useState('')
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const [file] = input.files ?? []
    if (file === undefined) return
    const read = scenarioIn(await file.text())
    input.value = ''
    setTold(read === null ? t.whatIf.noScenario : '')
    if (read !== null) load(read)
  }
  // Without a secure address, or where it is forbidden, there is no clipboard: the address bar has the same.
  const copy = () =>
    (navigator.clipboard?.writeText(window.location.href) ?? Promise.reject(new Error())).then(
      () => setTold(t.whatIf.copied),
      () => setTold(window.location.href),
    )
  return (
    <p className="take no-print">
      {scenario.set.length === 0 ? null : (
        <>
          <button
            type="button"
            onClick={() => saveFile('entente-scenario.json', fileOf(scenario), 'application/json')}
          >
            {t.whatIf.save}
          </button>
          <button type="button" onClick={() => void copy()}>
            {t.whatIf.copy}
          </button>
        </>
      )}
      <label className="button">
        {t.whatIf.load}
        <input type="file" accept="application/json,.json" className="unseen" onChange={take} />
      </label>
      <span role="status">{told}</span>
    </p>
  )
}
