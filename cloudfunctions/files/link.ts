import { extensionOf, FILE_LIMITS } from '../../types/vocabulary/file'
import type { Afterwards } from '../shared/call/afterwards'
import type { HeldFile } from './record-store'
import { linkToOpen } from './storage'

interface Link {
  url: string
  until: string
  extension: string
  sizeBytes: number
}

/** What a person gets to open a file with. The storage signs it after the transaction: nobody waits on a held connection. */
export const linkOf = (file: HeldFile, now: Date): Afterwards<Link> => ({
  afterwards: async () => ({
    url: await linkToOpen(file.cloud_file_id, FILE_LIMITS.linkMinutes * 60),
    until: new Date(now.getTime() + FILE_LIMITS.linkMinutes * 60_000).toISOString(),
    extension: extensionOf(file.name),
    sizeBytes: file.size_bytes,
  }),
})
