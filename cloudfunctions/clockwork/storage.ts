import cloudbase from '@cloudbase/node-sdk'

/** The platform takes so many in one call. */
const AT_ONCE = 50

/** Takes files away from the storage; gives those that are gone, also when they were gone before. */
export async function removeFiles(cloudFileIds: readonly string[]): Promise<string[]> {
  const gone: string[] = []
  for (let from = 0; from < cloudFileIds.length; from += AT_ONCE) {
    const storage = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })
    const { fileList } = await storage.deleteFile({ fileList: cloudFileIds.slice(from, from + AT_ONCE) })
    for (const { fileID, code } of fileList) {
      if (code === 'SUCCESS' || code === 'STORAGE_FILE_NONEXIST') gone.push(fileID)
    }
  }
  return gone
}
