import { PlatformError } from './platform-error'

/** CloudBase's limit for a text request. */
export const TEXT_BYTES_MAX = 100 * 1024

/** Reads a body without ever holding more than the limit. */
export async function readBytes(request: Request, bytesMax: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw new PlatformError('EXCEED_MAX_PAYLOAD_SIZE')
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > bytesMax) throw new PlatformError('EXCEED_MAX_PAYLOAD_SIZE')
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks)
}

/** Reads one JSON object; anything else, broken UTF-8 included, is refused as the platform refuses it. */
export async function readJsonObject(request: Request, bytesMax = TEXT_BYTES_MAX): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, bytesMax)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new PlatformError('FUNCTION_PARAM_INVALID')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlatformError('FUNCTION_PARAM_INVALID')
  return value as Record<string, unknown>
}
