import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(__dirname, '..', 'demo', 'photos')

/** A real photo of the demonstration. */
export const demoPhoto = (name: 'light-before' | 'light-after' | 'pipe'): Buffer =>
  readFileSync(join(FOLDER, `${name}.jpg`))

/** The photo as a camera would have written it: upside down, with a place and a maker beside it, and more after its end. */
export function withSecrets(photo: Buffer, secret: string): Buffer {
  const exif = Buffer.alloc(38)
  exif.writeUInt16BE(0xffe1, 0)
  exif.writeUInt16BE(36 + secret.length, 2)
  exif.write('Exif\0\0MM\0*', 4, 'latin1')
  exif.writeUInt32BE(8, 14)
  exif.writeUInt16BE(1, 18)
  exif.writeUInt16BE(0x0112, 20)
  exif.writeUInt16BE(3, 22)
  exif.writeUInt32BE(1, 24)
  exif.writeUInt16BE(3, 28) // turned by half
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 2 + secret.length]), Buffer.from(secret, 'latin1')])
  return Buffer.concat([
    photo.subarray(0, 2),
    exif,
    Buffer.from(secret, 'latin1'),
    comment,
    photo.subarray(2),
    Buffer.from(secret, 'latin1'),
  ])
}
