/** How files of each kind begin, as numbers; a file that begins otherwise is not what its name says. */
const BEGINNINGS: Record<string, readonly number[]> = {
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** Whether the bytes are of the kind that the extension promises. A .csv is text: it has no zero byte and is no package. */
export function isWhatItSays(extension: string, bytes: Uint8Array): boolean {
  const beginning = BEGINNINGS[extension]
  if (beginning) return beginning.every((byte, place) => bytes[place] === byte)
  if (extension !== 'csv') return false
  return (
    !bytes.includes(0) &&
    !Object.values(BEGINNINGS).some((known) => known.every((byte, place) => bytes[place] === byte))
  )
}

const TYPES: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** The type that the server gives a file, from its ending alone and never from what a client says. */
export const contentTypeOf = (extension: string): string => TYPES[extension] ?? 'application/octet-stream'
