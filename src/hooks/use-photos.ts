import { useRef, useState } from 'react'
import type { FilePurpose } from '../../types/vocabulary/file'
import type { PickedPhoto } from '../components/photo-picker'
import { bringUp } from '../services/bring-up'
import { pickPhotos, type PhotoSource, type TakenPhoto } from '../services/pick-photos'

type Held = PickedPhoto & { taken: TakenPhoto; fileId?: string }

export interface Photos {
  photos: readonly PickedPhoto[]
  /** The files of those that the server has checked, in the order of the screen. */
  fileIds: string[]
  /** False while any of them is still on its way or did not arrive. */
  allThere: boolean
  /** Why a chosen file did not become a photo. */
  problem: string | undefined
  pick(source: PhotoSource): Promise<void>
  remove(key: string): void
  retry(key: string): void
}

/** Photos of one form: each goes up by itself as soon as it is taken, so that nobody waits at the end. */
export function usePhotos(purpose: FilePurpose, max: number): Photos {
  const [held, setHeld] = useState<readonly Held[]>([])
  const [problem, setProblem] = useState<string>()
  const taken = useRef(0)

  const change = (key: string, to: Partial<Held>) =>
    setHeld((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))

  const send = async (key: string, photo: TakenPhoto) => {
    const brought = await bringUp(purpose, photo, (state) => change(key, { state }))
    if (brought.ok) change(key, { state: { at: 'there' }, fileId: brought.fileId })
    else change(key, { state: { at: 'failed', problem: brought.problem } })
  }

  const pick = async (source: PhotoSource) => {
    const { photos, unreadable } = await pickPhotos(source, max - held.length)
    setProblem(unreadable > 0 ? '有照片打不开，请换一张或重新拍' : undefined)
    const added = photos.map((photo): Held => {
      taken.current += 1
      return { key: `photo-${taken.current}`, url: photo.url, state: { at: 'sending', percent: 0 }, taken: photo }
    })
    setHeld((all) => [...all, ...added])
    await Promise.all(added.map(({ key, taken: photo }) => send(key, photo)))
  }

  return {
    photos: held,
    fileIds: held.flatMap(({ fileId }) => fileId ?? []),
    allThere: held.every(({ state }) => state.at === 'there'),
    problem,
    pick,
    remove: (key) => setHeld((all) => all.filter((one) => one.key !== key)),
    retry: (key) => {
      const again = held.find((one) => one.key === key)
      if (again) void send(key, again.taken)
    },
  }
}
