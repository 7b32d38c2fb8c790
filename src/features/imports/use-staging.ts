import { useEffect, useRef } from 'react'
import type { WireError } from '../../../types/vocabulary/errors'
import { useAct } from '../../hooks/use-act'
import { IMPORT_READS, type ImportCard } from './import-reads'

export interface Staging {
  error: WireError | undefined
  /** Goes on after a refusal, and compares anew when a colleague changed the register. */
  goOn(): void
  busy: boolean
}

/** Drives an import chunk by chunk while its page is open; whoever opens it later goes on where it stopped. */
export function useStaging(card: Pick<ImportCard, 'importId' | 'state' | 'stagedCount'> | undefined): Staging {
  const { act, busy, error } = useAct('imports.stageChunk', { refreshes: IMPORT_READS })
  const last = useRef<string>()
  const importId = card?.importId
  // A refusal must not be asked again by itself: only progress brings the next chunk.
  const mark = card?.state === 'staging' ? `${card.importId} ${card.stagedCount}` : undefined
  useEffect(() => {
    if (importId === undefined || mark === undefined || last.current === mark) return
    last.current = mark
    void act({ importId })
  })
  return {
    busy,
    error,
    goOn: () => {
      if (importId !== undefined) void act({ importId })
    },
  }
}
