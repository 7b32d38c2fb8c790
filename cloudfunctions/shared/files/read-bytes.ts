import { AppError } from '../call/app-error'

const TIMEOUT_MS = 8_000

/**
 * The bytes behind a link of the storage, at most so many: whoever uploads decides how much really arrives there,
 * so the reading stops where the limit does. `undefined` when nothing is there.
 */
export async function readBytes(url: string, bytesMax: number): Promise<Buffer | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
  if (!response) throw new AppError('BUSY')
  if (response.status === 404) return undefined
  if (!response.ok || !response.body) throw new AppError('BUSY')
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > bytesMax) throw new AppError('FILE_TOO_LARGE')
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}
