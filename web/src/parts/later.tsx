import { type FunctionComponent, useEffect, useState } from 'react'
import { Loading } from './states.tsx'

/** Fetches the script of a component. */
export type Load = () => Promise<{ default: FunctionComponent }>

const loaded = new Map<Load, FunctionComponent>()

/**
 * A component whose script comes when it is first shown. React's own `lazy` would hold it back: what takes the place of
 * a fallback waits until that has stood for 300 ms, and only then does a screen ask for its data.
 */
export function Later({ load }: { load: Load }) {
  const [, setArrived] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const Loaded = loaded.get(load)
  useEffect(() => {
    if (loaded.has(load)) return
    load().then(it => {
      loaded.set(load, it.default)
      setArrived(before => before + 1)
    }, setError)
  }, [load])
  // To the boundary around all screens.
  if (error !== null) throw error
  return Loaded === undefined ? <Loading /> : <Loaded />
}
