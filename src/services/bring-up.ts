import type { FilePurpose } from '../../types/vocabulary/file'
import { problemOfChoice } from '../../types/vocabulary/file'
import type { WireError } from '../../types/vocabulary/errors'
import { putFile, type ChosenFile } from './bring-file'
import { call } from './call'
import { refusal } from './refusals'
import { newRequestId } from './request-id'

/** How far a file is on its way: so many hundredths sent, or being read by the server. */
export type UploadStep = { at: 'sending'; percent: number } | { at: 'checking' }

export type Brought = { ok: true; fileId: string } | { ok: false; problem: string }

/**
 * Brings one chosen file up for one purpose: ticket, bytes, check. Each try is a new upload with a ticket of its own;
 * a file that was left half-way is attached to nothing.
 */
export async function bringUp(
  purpose: FilePurpose,
  chosen: ChosenFile,
  onStep: (step: UploadStep) => void,
): Promise<Brought> {
  const wrong = problemOfChoice(purpose, chosen)
  if (wrong) return { ok: false, problem: wrong }
  onStep({ at: 'sending', percent: 0 })
  const ticket = await call(
    'files.requestUpload',
    { purpose, name: chosen.name, sizeBytes: chosen.sizeBytes },
    newRequestId(),
  )
  if (!ticket.ok) return refused(ticket.error)
  const sent = await putFile(ticket.data, chosen, (part) => onStep({ at: 'sending', percent: Math.round(part * 100) }))
  if (!sent) return refused(refusal('OFFLINE'))
  onStep({ at: 'checking' })
  const checked = await call('files.confirmUpload', { fileId: ticket.data.fileId }, newRequestId())
  return checked.ok ? { ok: true, fileId: checked.data.fileId } : refused(checked.error)
}

const refused = (error: WireError): Brought => ({
  ok: false,
  problem: error.details?.fields?.[0]?.message ?? error.message,
})
