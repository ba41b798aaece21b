/** Notes in the margin, each beside the line that it is about where there is room; else a list below. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { AnyFact, NamesFor } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { factHref, factText } from './any-fact.ts'
import { Notes, ReviewLink, Tags } from './said.tsx'

/** Between two notes, in pixels. */
const GAP = 4

const marksOf = (text: HTMLElement, id: string): HTMLElement[] =>
  [...text.querySelectorAll<HTMLElement>('mark[data-facts]')].filter(mark =>
    (mark.dataset.facts ?? '').split(' ').includes(id),
  )

/** Each note as high as its mark, or below the note before it. */
function place(text: HTMLElement, list: HTMLElement): void {
  const isBeside = getComputedStyle(list).position === 'relative'
  const top = list.getBoundingClientRect().top
  let free = 0
  for (const note of list.querySelectorAll<HTMLElement>('li')) {
    note.style.transform = ''
    if (!isBeside) continue
    const [mark] = marksOf(text, note.dataset.fact ?? '')
    const wanted = mark === undefined ? free : mark.getBoundingClientRect().top - top
    const at = Math.max(free, wanted)
    note.style.transform = `translateY(${Math.round(at)}px)`
    free = at + note.offsetHeight + GAP
  }
  list.style.minHeight = isBeside ? `${Math.round(free)}px` : ''
}

/** What the pointer or the focus is on stands out in the text and in the margin alike. */
function link(text: HTMLElement, list: HTMLElement, ids: readonly string[]): void {
  for (const one of [...text.querySelectorAll('.linked'), ...list.querySelectorAll('.linked')])
    one.classList.remove('linked')
  for (const id of ids) {
    for (const mark of marksOf(text, id)) mark.classList.add('linked')
    list.querySelector(`li[data-fact="${CSS.escape(id)}"]`)?.classList.add('linked')
  }
}

export function MarginNotes({
  text,
  facts,
  names,
}: {
  text: RefObject<HTMLElement | null>
  facts: readonly AnyFact[]
  names: NamesFor
}) {
  const { t } = useWords()
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts stand elsewhere
  useLayoutEffect(() => {
    const [article, notes] = [text.current, list.current]
    if (article === null || notes === null) return undefined
    const observer = new ResizeObserver(() => place(article, notes))
    observer.observe(article)
    place(article, notes)
    return () => observer.disconnect()
  }, [facts, text])
  useEffect(() => {
    const [article, notes] = [text.current, list.current]
    if (article === null || notes === null) return undefined
    const follow = ({ target, type }: globalThis.Event) => {
      if (!(target instanceof Element) || type === 'focusout') return link(article, notes, [])
      const mark = target.closest<HTMLElement>('mark[data-facts]')
      const note = target.closest<HTMLElement>('li[data-fact]')
      return link(
        article,
        notes,
        (mark?.dataset.facts ?? note?.dataset.fact ?? '').split(' ').filter(Boolean),
      )
    }
    const kinds = ['mouseover', 'focusin', 'focusout'] as const
    for (const kind of kinds) for (const element of [article, notes]) element.addEventListener(kind, follow)
    return () => {
      for (const kind of kinds)
        for (const element of [article, notes]) element.removeEventListener(kind, follow)
    }
  }, [text])
  return (
    <ul className="notes" ref={list}>
      {facts.map(fact => (
        <li key={fact.fact.id} data-fact={fact.fact.id} className={`note ${fact.kind}`}>
          <Link href={factHref(fact)}>
            <span className="quiet">{t.kind[fact.kind]}</span> {factText(fact, names)}
          </Link>{' '}
          <Tags id={fact.fact.id} /> <ReviewLink id={fact.fact.id} />
          <Notes id={fact.fact.id} />
        </li>
      ))}
    </ul>
  )
}
