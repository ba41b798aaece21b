/** How the timeline is moved: dragged, zoomed, and brushed along its axis. */
import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { isoOf, type Range } from '../../../src/serve/lanes.ts'
import { useView } from '../url.ts'
import { BEYOND, type Move } from './timeline-days.ts'

/** Fewer days are never in view. */
const LEAST = 4

type Drag = { x: number; range: Range; by: number } | null

/** Dragging moves what is drawn as one sheet, a frame at a time; days are worked out when it is let go. */
export function useDrag({ range, move, width }: { range: Range; move: Move; width: number }) {
  const sheet = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag>(null)
  const frame = useRef(0)
  const wasMoved = useRef(false)
  const key = range.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew lies where it belongs
  useLayoutEffect(() => {
    if (sheet.current !== null) sheet.current.style.transform = ''
  }, [key, width])
  const daysAt = ({ range: [from, to], by }: NonNullable<Drag>): Range => {
    const days = (-by / width) * (to - from)
    return [from + days, to + days]
  }
  const begin = (x: number) => {
    drag.current = { x, range, by: 0 }
    wasMoved.current = false
  }
  const slide = (x: number) => {
    const it = drag.current
    if (it === null) return
    it.by = x - it.x
    if (Math.abs(it.by) > 3) wasMoved.current = true
    if (Math.abs(it.by) > width * BEYOND) {
      const next = daysAt(it)
      drag.current = { x, range: next, by: 0 }
      move(next)
      return
    }
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      if (sheet.current !== null) sheet.current.style.transform = `translateX(${it.by}px)`
    })
  }
  const letGo = () => {
    const it = drag.current
    drag.current = null
    cancelAnimationFrame(frame.current)
    if (it === null) return
    const [from, to] = it.range
    // A click is no move, but what was moved on the way is written down.
    if (Math.abs(it.by) > 3 || from !== range[0] || to !== range[1]) move(daysAt(it), true)
  }
  /** A mark that was dragged is not opened where it is let go. */
  const click = (event: MouseEvent) => {
    if (!wasMoved.current) return
    wasMoved.current = false
    event.preventDefault()
    event.stopPropagation()
  }
  return { sheet, begin, slide, letGo, click }
}

/** A stretch of the axis that is being chosen, in pixels. */
export function useBrush(dayAt: (x: number) => number) {
  const [view, change] = useView()
  const [brush, setBrush] = useState<[number, number] | null>(null)
  const end = () => {
    setBrush(null)
    if (brush === null || Math.abs(brush[1] - brush[0]) < 4) return
    const [from, to] = [Math.min(...brush), Math.max(...brush)].map(x => isoOf(dayAt(x)))
    change({
      from,
      to,
      view: from === undefined ? view.view : `${from}_${to}`,
      cursor: undefined,
      heap: undefined,
    })
  }
  return { brush, setBrush, end }
}

/** Zooms about a place, told as a share of the width; with Ctrl the wheel does so about the pointer. */
export function useZoom(box: RefObject<HTMLElement | null>, range: Range, move: Move) {
  const size = range[1] - range[0]
  const zoom = useCallback(
    (by: number, at = 0.5) => {
      const next = Math.max(LEAST, size * by)
      const middle = range[0] + size * at
      move([middle - next * at, middle + next * (1 - at)], true)
    },
    [range, size, move],
  )
  const zoomAt = useRef(zoom)
  zoomAt.current = zoom
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    // React's own listener is passive and could not keep the page from scrolling.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left } = element.getBoundingClientRect()
      zoomAt.current(event.deltaY > 0 ? 1.2 : 1 / 1.2, (event.clientX - left) / element.clientWidth)
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [box])
  return zoom
}
