import { crc32, deflateSync } from 'node:zlib'
import { demoPhoto, withSecrets } from '../../../local/testing/photos'
import { readPhoto } from './photo'

const SECRET = 'GPS 31.2304N 121.4737E iPhone 15'
const photoIn = (extension: string, bytes: Buffer) => {
  const read = readPhoto(extension, bytes)
  if ('refusal' in read) throw new Error(read.refusal)
  return read.photo
}

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
const png = (width: number, height: number, beside: Buffer[] = []): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...beside,
    chunk('IDAT', deflateSync(Buffer.alloc(2))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

it('keeps the picture of a JPEG byte for byte and nothing that a camera wrote beside it', () => {
  const plain = photoIn('jpg', demoPhoto('pipe'))
  const { bytes } = photoIn('jpg', withSecrets(demoPhoto('pipe'), SECRET))
  expect(bytes.includes(SECRET)).toBe(false)
  expect(bytes.subarray(2 + 36)).toEqual(plain.bytes.subarray(2)) // all but the 36 bytes that say which side is up
  expect(bytes.toString('latin1', 6, 12)).toBe('Exif\0\0')
  expect(bytes.readUInt16BE(2 + 28)).toBe(3)
})

it('cleans a clean photo to itself', () => {
  const once = photoIn('jpg', withSecrets(demoPhoto('light-after'), SECRET))
  expect(photoIn('jpg', once.bytes)).toEqual(once)
})

it('keeps the picture of a PNG and neither its texts nor what follows its end', () => {
  const beside = [chunk('tEXt', Buffer.from(SECRET)), chunk('eXIf', Buffer.from(SECRET))]
  const { bytes, width, height } = photoIn('png', Buffer.concat([png(2, 1, beside), Buffer.from(SECRET)]))
  expect({ width, height }).toEqual({ width: 2, height: 1 })
  expect(bytes).toEqual(png(2, 1))
})

it('says of a cut, mixed or made-up file that it is no photo', () => {
  const photo = demoPhoto('pipe')
  const spoilt = png(2, 1)
  spoilt.writeUInt8(spoilt.readUInt8(20) ^ 1, 20)
  for (const bytes of [
    photo.subarray(0, photo.length - 2),
    photo.subarray(0, 300),
    Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, 0xd9])]),
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]), Buffer.alloc(20)]),
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('<script>'),
  ])
    expect(readPhoto('jpg', bytes)).toEqual({ refusal: 'NOT_A_PHOTO' })
  for (const bytes of [spoilt, png(2, 1).subarray(0, 40), png(0, 1), demoPhoto('pipe')])
    expect(readPhoto('png', bytes)).toEqual({ refusal: 'NOT_A_PHOTO' })
})

it('refuses a small file that would unfold into a huge picture', () => {
  expect(readPhoto('png', png(50_000, 50_000))).toEqual({ refusal: 'PHOTO_TOO_LARGE' })
})

it('never fails on a photo with any byte of its frame turned', () => {
  const photo = demoPhoto('light-before')
  for (let at = 0; at < 700; at += 1) {
    const turned = Buffer.from(photo)
    turned.writeUInt8(turned.readUInt8(at) ^ 0xff, at)
    expect(() => readPhoto('jpg', turned)).not.toThrow()
  }
})
