import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../../i18n/index.tsx'
import type { Asked } from './types.ts'

export interface FormProps {
  act: (it: Asked) => void
  close: () => void
}

/** Saves with Enter, leaves with Escape. */
export function ActForm({
  make,
  act,
  close,
  children,
}: FormProps & {
  /** null where nothing is chosen yet. */
  make: (data: FormData) => Asked | null
  children: ReactNode
}) {
  const { t } = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = make(new FormData(event.currentTarget))
    if (asked !== null) act(asked)
  }
  return (
    <form className="act-form" onSubmit={submit} onKeyDown={event => event.key === 'Escape' && close()}>
      {children}
      <p className="acts">
        <button type="submit" className="button">
          {t.review.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {t.review.cancel}
        </button>
      </p>
    </form>
  )
}

export const textIn = (data: FormData): string => String(data.get('value') ?? '').trim()
