/** Word of a new version of the record: what is on screen is asked again, without a reload. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/**
 * Listens while the page is in view: browsers allow few connections to one server, over all tabs. True while the
 * program does not answer; the browser asks again by itself.
 */
export function useNews(): boolean {
  const client = useQueryClient()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    let source: EventSource | null = null
    let known = ''
    let wasLost = false
    const lost = (is: boolean) => {
      // What was asked in vain is asked again.
      if (wasLost && !is) void client.invalidateQueries()
      wasLost = is
      setLost(is)
    }
    const hear = ({ data }: MessageEvent<string>) => {
      if (known !== '' && data !== known) void client.invalidateQueries()
      known = data
    }
    const follow = () => {
      source?.close()
      source = null
      if (document.visibilityState !== 'visible') return
      source = new EventSource('/api/changes/stream')
      source.addEventListener('version', hear)
      source.onopen = () => lost(false)
      source.onerror = () => lost(true)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      source?.close()
    }
  }, [client])
  return isLost
}
