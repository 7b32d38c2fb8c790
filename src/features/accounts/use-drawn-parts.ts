import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { HiddenPart } from '../../services/hide-parts'

interface Point {
  x: number
  y: number
}

interface Frame {
  left: number
  top: number
  width: number
  height: number
}

/** Smaller than this in either direction is a slip of the finger and no box. */
const SMALLEST = 0.02

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

function partBetween(from: Point, to: Point, frame: Frame): HiddenPart {
  const x = [from.x, to.x].map((at) => clamp((at - frame.left) / frame.width)).sort((one, other) => one - other)
  const y = [from.y, to.y].map((at) => clamp((at - frame.top) / frame.height)).sort((one, other) => one - other)
  const [left = 0, right = 0] = x
  const [top = 0, bottom = 0] = y
  return { left, top, width: right - left, height: bottom - top }
}

/** Boxes drawn over a picture with a finger, a pen or a mouse; `id` names the picture's frame on the page. */
export function useDrawnParts(id: string) {
  const [parts, setParts] = useState<readonly HiddenPart[]>([])
  const [drawing, setDrawing] = useState<HiddenPart>()
  const frame = useRef<Frame>()
  const start = useRef<Point>()

  const begin = (at: Point, known?: Frame) => {
    start.current = at
    frame.current = known
    if (!known) void measure(id).then((measured) => (frame.current = measured))
  }
  const move = (to: Point) => {
    if (start.current && frame.current) setDrawing(partBetween(start.current, to, frame.current))
  }
  const end = () => {
    if (drawing && drawing.width > SMALLEST && drawing.height > SMALLEST) setParts([...parts, drawing])
    start.current = undefined
    setDrawing(undefined)
  }

  return {
    parts,
    shown: drawing ? [...parts, drawing] : parts,
    undo: () => setParts(parts.slice(0, -1)),
    handlers: process.env.TARO_ENV === 'h5' ? pointers(begin, move, end) : touches(begin, move, end),
  }
}

type Begin = (at: Point, frame?: Frame) => void
type Move = (to: Point) => void

/** In a browser one event speaks for mouse, pen and finger. */
const pointers = (begin: Begin, move: Move, end: () => void): Record<string, unknown> => ({
  onPointerDown: (event: PointerEvent) => {
    event.preventDefault()
    const target = event.currentTarget
    if (!(target instanceof Element)) return
    target.setPointerCapture(event.pointerId)
    begin({ x: event.clientX, y: event.clientY }, target.getBoundingClientRect())
  },
  onPointerMove: (event: PointerEvent) => move({ x: event.clientX, y: event.clientY }),
  onPointerUp: end,
  onPointerCancel: end,
})

interface TouchLike {
  touches: readonly { clientX: number; clientY: number }[]
}

const touches = (begin: Begin, move: Move, end: () => void): Record<string, unknown> => {
  const pointOf = ({ touches: [first] }: TouchLike): Point => ({ x: first?.clientX ?? 0, y: first?.clientY ?? 0 })
  return {
    catchMove: true, // the page stands still under the finger that draws
    onTouchStart: (event: TouchLike) => begin(pointOf(event)),
    onTouchMove: (event: TouchLike) => move(pointOf(event)),
    onTouchEnd: end,
    onTouchCancel: end,
  }
}

const measure = (id: string): Promise<Frame> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => {
        const [frame] = Array.isArray(found) ? found : [found]
        if (frame) resolve(frame)
      })
      .exec()
  })
