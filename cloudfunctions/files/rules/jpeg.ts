import type { CleanPhoto } from './photo'

/** The marks of a JPEG (ITU T.81, table B.1) that this reads. */
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const EXIF = 0xe1
const ADOBE = 0xee
/** Frames of one picture in common use: baseline, extended and progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** What a decoder needs: tables of Huffman codes and of quantisation, and the distance of restarts. */
const TABLES = [0xc4, 0xdb, 0xdd]
const SEGMENTS_MAX = 1_000

/**
 * The same picture, byte for byte, without what a camera and its programs write beside it: place, time, device, preview,
 * comments and whatever follows the end. Which side is up stays, as one number. Undefined where it is no whole JPEG.
 */
export function cleanJpeg(bytes: Buffer): CleanPhoto | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  const kept: Buffer[] = []
  let frame: { width: number; height: number } | undefined
  let upright = 1
  let at = 2
  for (let count = 0; count < SEGMENTS_MAX; count += 1) {
    if (bytes[at] !== 0xff) return undefined
    while (bytes[at + 1] === 0xff) at += 1 // any mark may have fill bytes before it
    const mark = bytes[at + 1]
    if (mark === EOI)
      return frame && { ...frame, bytes: Buffer.concat([START, ...orientationSegment(upright), ...kept, END]) }
    const end = mark === undefined ? undefined : segmentEnd(bytes, at)
    if (mark === undefined || end === undefined) return undefined
    const segment = bytes.subarray(at, end)
    if (FRAMES.includes(mark)) {
      if (frame || segment.length < 10) return undefined
      frame = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
    }
    if (mark === EXIF) upright = orientationIn(segment) ?? upright
    const scanEnd = mark === SOS ? endOfScan(bytes, end) : end
    if (mark === SOS && !frame) return undefined
    if (isNeeded(mark, segment)) kept.push(bytes.subarray(at, scanEnd))
    else if (!isBeside(mark)) return undefined
    at = scanEnd
  }
  return undefined
}

const START = Buffer.from([0xff, SOI])
const END = Buffer.from([0xff, EOI])

/** Application segments and comments: what stands beside the picture. */
const isBeside = (mark: number): boolean => (mark >= 0xe0 && mark <= 0xef) || mark === 0xfe

const isNeeded = (mark: number, segment: Buffer): boolean =>
  FRAMES.includes(mark) ||
  TABLES.includes(mark) ||
  mark === SOS ||
  // Says how the colours of a picture are mixed; it has one length and holds nothing else.
  (mark === ADOBE && segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe')

function segmentEnd(bytes: Buffer, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined
  const length = bytes.readUInt16BE(at + 2)
  const end = at + 2 + length
  return length >= 2 && end <= bytes.length ? end : undefined
}

/** The next mark that is neither a stuffed byte nor a restart inside the scan; the end of the file where there is none. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const ORIENTATION_TAG = 0x0112

/** The side that is up (1–8), out of the first directory of an Exif segment; undefined where it does not say. */
function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(10)
  if (tiff.length < 8) return undefined
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (at + 2 <= tiff.length ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0)
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Math.min(read16(directory), 200)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (read16(at) === ORIENTATION_TAG) {
      const side = read16(at + 8)
      return side >= 1 && side <= 8 ? side : undefined
    }
  }
  return undefined
}

/** An Exif segment that says which side is up and nothing else; none where the picture stands upright. */
function orientationSegment(side: number): Buffer[] {
  if (side === 1) return []
  const segment = Buffer.alloc(36)
  segment.writeUInt16BE(0xff00 | EXIF, 0)
  segment.writeUInt16BE(34, 2)
  segment.write('Exif\0\0MM\0*', 4, 'latin1')
  segment.writeUInt32BE(8, 14) // where the directory begins
  segment.writeUInt16BE(1, 18) // with one entry
  segment.writeUInt16BE(ORIENTATION_TAG, 20)
  segment.writeUInt16BE(3, 22) // a short
  segment.writeUInt32BE(1, 24)
  segment.writeUInt16BE(side, 28)
  return [segment]
}
