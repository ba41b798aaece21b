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
  /** `id`: the fact that leaves the list, if any. */
  const sending = (path: string, body: object, id: string | null) => {
    if (id !== null) setGone(ids => [...ids, id])
    const work = async () => {
      try {
        await send(path, { ...body, author: author.trim() || undefined })
        setError('')
      } catch (wrong) {
        setError(messageOf(wrong))
      }
      void refresh().then(() => setGone(ids => ids.filter(it => it !== id)))
    }
    sent.current = sent.current.then(work)
  }
  return { error, gone, sending }
}
