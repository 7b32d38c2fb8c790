import cloudbase from '@cloudbase/node-sdk'
import { AppError } from '../shared/call/app-error'
import { readBytes } from '../shared/files/read-bytes'

/** The SDK stands here with its credentials from the platform's own environment. */
const storage = () => cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })

/** Where one file may be put, once, and what the storage will call it. */
export interface UploadLink {
  cloudFileId: string
  url: string
  headers: Record<string, string>
}

/** Asks the storage for a signed link; the headers are those the platform's own SDK would send. */
export async function linkForUpload(cloudPath: string): Promise<UploadLink> {
  const { data } = await storage().getUploadMetadata({ cloudPath })
  return {
    cloudFileId: data.fileId,
    url: data.url,
    headers: {
      Signature: data.authorization,
      authorization: data.authorization,
      'x-cos-security-token': data.token,
      'x-cos-meta-fileid': data.cosFileId,
      key: encodeURIComponent(cloudPath),
    },
  }
}

/** A signed link that opens the file for so many seconds. A file that is gone from the storage reads as not there. */
export async function linkToOpen(cloudFileId: string, seconds: number): Promise<string> {
  const { fileList } = await storage().getTempFileURL({ fileList: [{ fileID: cloudFileId, maxAge: seconds }] })
  const [link] = fileList
  if (link?.code === 'STORAGE_FILE_NONEXIST') throw new AppError('NOT_FOUND')
  if (!link?.tempFileURL) throw new AppError('BUSY')
  return link.tempFileURL
}

/** The bytes that were put there, or undefined when nothing has arrived. */
export async function bytesOf(cloudFileId: string, bytesMax: number): Promise<Buffer | undefined> {
  const { fileList } = await storage().getTempFileURL({ fileList: [cloudFileId] })
  const [link] = fileList
  if (link?.code === 'STORAGE_FILE_NONEXIST') return undefined
  if (!link?.tempFileURL) throw new AppError('BUSY')
  return readBytes(link.tempFileURL, bytesMax)
}

/** Puts bytes of our own there; gives what the storage calls the file. */
export async function putBytes(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = await storage().uploadFile({ cloudPath, fileContent })
  if (!fileID) throw new AppError('BUSY')
  return fileID
}

/** Takes a file away. One that is gone already is as good. */
export async function removeFile(cloudFileId: string): Promise<void> {
  await storage().deleteFile({ fileList: [cloudFileId] })
}
