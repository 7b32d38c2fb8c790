import { createHash } from 'node:crypto'
import cloudbase from '@cloudbase/node-sdk'
import { AppError } from '../shared/call/app-error'
import type { CheckedFile } from '../shared/files/file-store'
import { readBytes } from '../shared/files/read-bytes'

const storage = () => cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })

/**
 * The bytes of a checked file, which must still be those that were checked; and the file goes. Registers carry ID numbers
 * of which only an HMAC may be kept, so the upload itself does not outlive its reading.
 */
export async function takeBytes(file: CheckedFile): Promise<Buffer> {
  const { fileList } = await storage().getTempFileURL({ fileList: [file.cloud_file_id] })
  const url = fileList[0]?.tempFileURL
  const bytes = url ? await readBytes(url, file.size_bytes) : undefined
  if (!bytes) throw new AppError('NOT_FOUND')
  await storage().deleteFile({ fileList: [file.cloud_file_id] })
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new AppError('FILE_CHANGED')
  return bytes
}
