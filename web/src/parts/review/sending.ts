import { useRef, useState } from 'react'
import { messageOf, send } from '../../api.ts'

/**
 * Sends what is said of facts. What was spoken on leaves the list at once, and one word is sent after the other: fast
 * keys are not lost.
 */
export function useSending(author: string, refresh: () => Promise<void>) {
  const [error, setError] = useState('')
  const [gone, setGone] = useState<readonly string[]>([])
  const sent = useRef(Promise.resolve())
  /** `leaving`: the facts that leave the list. */
  const sending = (path: string, body: object, leaving: readonly string[] = []) => {
    setGone(ids => [...ids, ...leaving])
    const work = async () => {
      try {
        await send(path, { ...body, author: author.trim() || undefined })
        setError('')
      } catch (wrong) {
        setError(messageOf(wrong))
      }
      void refresh().then(() => setGone(ids => ids.filter(it => !leaving.includes(it))))
    }
    sent.current = sent.current.then(work)
  }
  return { error, gone, sending }
}
