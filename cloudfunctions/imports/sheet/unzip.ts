import { inflateRawSync } from 'node:zlib'
import { unreadable } from './unreadable'

/** A register of 20,000 rows unpacks to some 20 MB; what unpacks to more is no register. */
const UNPACKED_MAX = 64 * 1024 * 1024
const ENTRIES_MAX = 300

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

const DAMAGED = '文件打不开，可能已经损坏，请用 Excel 或 WPS 打开后另存为 .xlsx 再传'
const BOMB = '文件解开后太大，不是正常的登记表，请只留下要导入的一张表再传'

interface Entry {
  name: string
  method: number
  packedBytes: number
  unpackedBytes: number
  /** Where the entry's own header stands. */
  offset: number
}

/**
 * Unpacks a spreadsheet's package within bounds, entry by entry, before any parser sees it. A size that the package
 * declares must be the size that comes out, so that a later reader who believes the declaration is bounded as well.
 */
export function unpackWithinBounds(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let left = UNPACKED_MAX
  for (const entry of readDirectory(bytes)) {
    if (entry.unpackedBytes > left) throw unreadable(BOMB)
    const content = unpack(bytes, entry, left)
    if (content.length !== entry.unpackedBytes || parts.has(entry.name)) throw unreadable(DAMAGED)
    left -= content.length
    parts.set(entry.name, content)
  }
  return parts
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > ENTRIES_MAX) throw unreadable(BOMB)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw unreadable(DAMAGED)
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The directory's end stands in the last 64 KB, behind it only a comment. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 0xffff; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw unreadable(DAMAGED)
}

function unpack(bytes: Buffer, entry: Entry, bytesMax: number): Buffer {
  const header = entry.offset
  if (header + 30 > bytes.length) throw unreadable(DAMAGED)
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  if (packed.length !== entry.packedBytes) throw unreadable(DAMAGED)
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) throw unreadable(DAMAGED)
  try {
    return inflateRawSync(packed, { maxOutputLength: bytesMax })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw unreadable(code === 'ERR_BUFFER_TOO_LARGE' ? BOMB : DAMAGED)
  }
}
