import { useRef, useState } from 'react'
import { FILE_PURPOSES, type FilePurpose } from '../../types/vocabulary/file'
import { chooseFile } from '../services/bring-file'
import { bringUp, type UploadStep } from '../services/bring-up'

/** How far an upload is: not begun, or on its way. */
export type UploadStage = { at: 'rest' } | UploadStep

export interface Uploading {
  /** Lets the person choose a file and brings it up; its id once the server has checked it, else undefined. */
  upload(): Promise<string | undefined>
  stage: UploadStage
  /** Why it did not work, in words; gone when it is tried again. */
  problem: string | undefined
}

/** One file for one purpose: choose, ticket, send, check. */
export function useUpload(purpose: FilePurpose): Uploading {
  const [stage, setStage] = useState<UploadStage>({ at: 'rest' })
  const [problem, setProblem] = useState<string>()
  const underWay = useRef(false)

  const bring = async (): Promise<string | undefined> => {
    const chosen = await chooseFile(FILE_PURPOSES[purpose].extensions)
    if (!chosen) return undefined
    setProblem(undefined)
    const brought = await bringUp(purpose, chosen, setStage)
    if (brought.ok) return brought.fileId
    setProblem(brought.problem)
    return undefined
  }

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
