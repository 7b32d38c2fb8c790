import { useRef, useState } from 'react'
import type { Output } from '../../types/contracts'
import type { Reply } from '../../types/vocabulary/errors'
import { openFile } from '../services/open-file'

export interface OpenFile {
  /** Asks for a link and opens what it leads to; a second tap while the first is under way does nothing. */
  open(ask: () => Promise<Reply<Output<'files.linkFile'>>>): void
  busy: boolean
  /** Why it did not open, in words; gone when it is tried again. */
  problem: string | undefined
}

/** One file to look at: a paper, a photo, a voucher. */
export function useOpenFile(): OpenFile {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const underWay = useRef(false)
  const open: OpenFile['open'] = (ask) => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setProblem(undefined)
    void openFile(ask).then((error) => {
      underWay.current = false
      setBusy(false)
      setProblem(error?.message)
    })
  }
  return { open, busy, problem }
}
