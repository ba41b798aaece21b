/** Word of a new version of the record: what is on screen is asked again, without a reload. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Listens while the page is in view: browsers allow few connections to one server, over all tabs. */
export function useNews(): void {
  const client = useQueryClient()
  useEffect(() => {
    let source: EventSource | null = null
    let known = ''
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
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      source?.close()
    }
  }, [client])
}
