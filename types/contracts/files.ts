import * as z from 'zod'
import {
  FILE_LIMITS,
  FILE_PURPOSES,
  FILE_RECORD_IDS,
  type FilePurpose,
  PUBLISHED_FILE_RECORD_IDS,
} from '../vocabulary/file'
import { act, id, instant, open, read, words } from './contract'

const purposes = Object.keys(FILE_PURPOSES) as [FilePurpose, ...FilePurpose[]] // the keys of the table of purposes

/** A ticket for one upload: ten minutes, once, by this person, of this size and type, to a path of the server's own. */
export const requestUpload = act({
  about: 'file',
  input: z.strictObject({
    purpose: z.enum(purposes),
    name: words({ min: 1, max: FILE_LIMITS.nameMax, what: '文件名' }),
    sizeBytes: z
      .int()
      .min(1, { error: '文件是空的，请另选一个' })
      .max(FILE_LIMITS.sizeMax, { error: '文件太大，请分成几份再传' }),
  }),
  output: z.object({
    fileId: id(),
    /** For `wx.cloud.uploadFile`. */
    cloudPath: z.string(),
    /** For a browser: PUT the raw bytes here with these headers. */
    put: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
    ticketUntil: instant(),
  }),
})

/** The bytes are there: the server reads and checks them. Only after this can the file be attached to anything. */
export const confirmUpload = act({
  about: 'file',
  input: z.strictObject({ fileId: id() }),
  output: z.object({ fileId: id(), sha256: z.string(), sizeBytes: z.int() }),
})

const link = z.object({
  /** Opens the bytes without any sign-in, for a few minutes. */
  url: z.url(),
  until: instant(),
  /** The ending of its name, for example `pdf`: how to show it. The name itself is not told, because it may name people. */
  extension: z.string(),
  sizeBytes: z.int(),
})

/** A link to a file of a record that the caller may read; a file of any other record reads as not there. */
export const linkFile = read({
  input: z.strictObject({ about: z.strictObject({ kind: z.enum(FILE_RECORD_IDS), id: id() }), fileId: id() }),
  output: link,
})

/** The same for what a community publishes: anyone may open it. */
export const linkPublishedFile = open({
  input: z.strictObject({
    communityId: id(),
    about: z.strictObject({ kind: z.enum(PUBLISHED_FILE_RECORD_IDS), id: id() }),
    fileId: id(),
  }),
  output: link,
})
