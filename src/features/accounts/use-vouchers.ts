import { useRef, useState } from 'react'
import type { PickedPhoto } from '../../components/photo-picker'
import { bringUp } from '../../services/bring-up'
import { type HiddenPart, hideParts } from '../../services/hide-parts'
import { pickPhotos, type PhotoSource, type TakenPhoto } from '../../services/pick-photos'

interface Held extends PickedPhoto {
  taken: TakenPhoto
  redacted: TakenPhoto
  fileId?: string
  redactedFileId?: string
}

export interface Vouchers {
  photos: readonly PickedPhoto[]
  /** Those that are there, original and redacted copy. */
  ready: { fileId: string; redactedFileId: string }[]
  /** False while one is on its way or waits to be redacted. */
  allThere: boolean
  problem: string | undefined
  pick(source: PhotoSource): Promise<void>
  /** The photo whose private parts are to be covered now. */
  covering: TakenPhoto | undefined
  cover(parts: readonly HiddenPart[]): Promise<void>
  leave(): void
  remove(key: string): void
  retry(key: string): void
}

/** Vouchers of one form: each photo is covered on the phone first, then both go up by themselves. */
export function useVouchers(): Vouchers {
  const [held, setHeld] = useState<readonly Held[]>([])
  const [covering, setCovering] = useState<TakenPhoto>()
  const [problem, setProblem] = useState<string>()
  const count = useRef(0)

  const change = (key: string, to: Partial<Held>) =>
    setHeld((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))

  const send = async (key: string, taken: TakenPhoto, redacted: TakenPhoto) => {
    const original = await bringUp('voucher', taken, (state) => change(key, { state }))
    if (!original.ok) {
      change(key, { state: { at: 'failed', problem: original.problem } })
      return
    }
    const copy = await bringUp('redactedVoucher', redacted, (state) => change(key, { state }))
    if (!copy.ok) {
      change(key, { state: { at: 'failed', problem: copy.problem } })
      return
    }
    change(key, { state: { at: 'there' }, fileId: original.fileId, redactedFileId: copy.fileId })
  }

  const cover = async (parts: readonly HiddenPart[]) => {
    if (!covering) return
    const redacted = await hideParts(covering, parts).catch(() => undefined)
    setCovering(undefined)
    if (!redacted) {
      setProblem('这张照片没能涂黑，请重新拍一张')
      return
    }
    count.current += 1
    const key = `voucher-${count.current}`
    const state = { at: 'sending', percent: 0 } as const
    setHeld((all) => [...all, { key, url: redacted.url, state, taken: covering, redacted }])
    await send(key, covering, redacted)
  }

  return {
    photos: held,
    ready: held.flatMap(({ fileId, redactedFileId }) => (fileId && redactedFileId ? [{ fileId, redactedFileId }] : [])),
    allThere: covering === undefined && held.every(({ state }) => state.at === 'there'),
    problem,
    pick: async (source) => {
      const { photos, unreadable } = await pickPhotos(source, 1)
      setProblem(unreadable > 0 ? '这张照片打不开，请换一张或重新拍' : undefined)
      setCovering(photos[0])
    },
    covering,
    cover,
    leave: () => setCovering(undefined),
    remove: (key) => setHeld((all) => all.filter((one) => one.key !== key)),
    retry: (key) => {
      const again = held.find((one) => one.key === key)
      if (again) void send(key, again.taken, again.redacted)
    },
  }
}
