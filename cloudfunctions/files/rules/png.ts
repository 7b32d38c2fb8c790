import type { CleanPhoto } from './photo'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a decoder needs to show the picture as it is; text, time, Exif, profiles and animation are left out. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND']
const CHUNKS_MAX = 10_000

const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** The check sum of a chunk (PNG, annex D). */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_OF_BYTE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** The same picture without what stands beside it or after its end; undefined where it is no whole PNG. */
export function cleanPng(bytes: Buffer): CleanPhoto | undefined {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined
  const kept: Buffer[] = [SIGNATURE]
  let size: { width: number; height: number } | undefined
  let at = SIGNATURE.length
  for (let count = 0; count < CHUNKS_MAX; count += 1) {
    if (at + 12 > bytes.length) return undefined
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (crcOf(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined
    if ((kind === 'IHDR') !== (count === 0)) return undefined // the first one, and only the first one
    if (kind === 'IHDR') {
      if (length !== 13) return undefined
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    }
    if (NEEDED.includes(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return size && { ...size, bytes: Buffer.concat(kept) }
    at = end
  }
  return undefined
}
