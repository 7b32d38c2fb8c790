import { useRef, useState } from 'react'
import { FILE_PURPOSES, problemOfChoice, type FilePurpose } from '../../types/vocabulary/file'
import type { WireError } from '../../types/vocabulary/errors'
import { refusal } from '../services/refusals'
import { chooseFile, putFile } from '../services/bring-file'
import { useAct } from './use-act'

/** How far an upload is: not begun, so many hundredths sent, or being read by the server. */
export type UploadStage = { at: 'rest' } | { at: 'sending'; percent: number } | { at: 'checking' }

export interface Uploading {
  /** Lets the person choose a file and brings it up; its id once the server has checked it, else undefined. */
  upload(): Promise<string | undefined>
  stage: UploadStage
  /** Why it did not work, in words; gone when it is tried again. */
  problem: string | undefined
}

/** One file for one purpose: choose, ticket, send, check. */
export function useUpload(purpose: FilePurpose): Uploading {
  const ticket = useAct('files.requestUpload', { refreshes: [] })
  const check = useAct('files.confirmUpload', { refreshes: [] })
  const [stage, setStage] = useState<UploadStage>({ at: 'rest' })
  const [problem, setProblem] = useState<string>()
  const underWay = useRef(false)

  const bring = async (): Promise<string | undefined> => {
    const chosen = await chooseFile(FILE_PURPOSES[purpose].extensions)
    if (!chosen) return undefined
    setProblem(problemOfChoice(purpose, chosen))
    if (problemOfChoice(purpose, chosen)) return undefined
    setStage({ at: 'sending', percent: 0 })
    const given = await ticket.act({ purpose, name: chosen.name, sizeBytes: chosen.sizeBytes })
    if (!given.ok) {
      say(given.error)
      return undefined
    }
    const sent = await putFile(given.data, chosen, (part) =>
      setStage({ at: 'sending', percent: Math.round(part * 100) }),
    )
    if (!sent) {
      say(refusal('OFFLINE'))
      return undefined
    }
    setStage({ at: 'checking' })
    const checked = await check.act({ fileId: given.data.fileId })
    if (checked.ok) return checked.data.fileId
    say(checked.error)
    return undefined
  }

  const say = (error: WireError) => setProblem(error.details?.fields?.[0]?.message ?? error.message)

  const upload = async (): Promise<string | undefined> => {
    if (underWay.current) return undefined
    underWay.current = true
    try {
      return await bring()
    } finally {
      underWay.current = false
      setStage({ at: 'rest' })
    }
  }

  return { upload, stage, problem }
}
