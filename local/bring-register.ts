import type { CallName, Input, Output } from '../types/contracts'
import type { ImportKind } from '../types/vocabulary/register'
import { PlainError } from './plain-error'

/** Makes one call as the person who brings the register; a refusal throws with its sentence. */
export type Ask = <N extends CallName>(call: N, input: Input<N>) => Promise<Output<N>>

export interface RegisterFile {
  kind: ImportKind
  name: string
  bytes: Buffer
}

/** Ticket, upload, check, chunks, apply: what the clerk's screen does, for whoever holds the file in hand. */
export async function bringRegister(
  ask: Ask,
  { kind, name, bytes }: RegisterFile,
  onProgress: (at: Output<'imports.stageChunk'>) => void = () => undefined,
): Promise<Output<'imports.applyImport'>> {
  const ticket = await ask('files.requestUpload', { purpose: 'register', name, sizeBytes: bytes.length })
  const sent = await fetch(ticket.put.url, { method: 'PUT', headers: ticket.put.headers, body: new Uint8Array(bytes) })
  if (!sent.ok) throw new PlainError(`The storage did not take ${name} (${sent.status}).`)
  const { fileId } = await ask('files.confirmUpload', { fileId: ticket.fileId })
  const { importId } = await ask('imports.startImport', { fileId, kind })
  const checked = await stageAll(ask, importId, onProgress)
  if (checked.wrongCount > 0) throw new PlainError(await sayProblems(ask, importId))
  return ask('imports.applyImport', { importId })
}

async function stageAll(
  ask: Ask,
  importId: string,
  onProgress: (at: Output<'imports.stageChunk'>) => void,
): Promise<Output<'imports.stageChunk'>> {
  for (;;) {
    const at = await ask('imports.stageChunk', { importId })
    onProgress(at)
    if (at.state === 'checked') return at
  }
}

async function sayProblems(ask: Ask, importId: string): Promise<string> {
  const { problems, wrongCount } = await ask('imports.readImport', { importId, view: 'problems' })
  await ask('imports.dropImport', { importId })
  const lines = problems.map(({ rowNo, column, wrong, mend }) => `  第 ${rowNo} 行 ${column}：${wrong}；${mend}`)
  return [`${wrongCount} 行有错，一行都没有导入：`, ...lines].join('\n')
}
