import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ask } from '../bring-register'
import { PlainError } from '../plain-error'

/** The photos of the demonstration; invented like everything in it. */
const FOLDER = join(__dirname, 'photos')
export type DemoPhoto = 'light-before' | 'light-after' | 'pipe'

/** Ticket, upload, check: what a person's screen does with a photo. Gives the file that may now hang on an order. */
export async function bringPhoto(ask: Ask, purpose: 'repairPhoto' | 'workPhoto', photo: DemoPhoto): Promise<string> {
  const bytes = readFileSync(join(FOLDER, `${photo}.jpg`))
  const name = `${photo}.jpg`
  const ticket = await ask('files.requestUpload', { purpose, name, sizeBytes: bytes.length })
  const sent = await fetch(ticket.put.url, { method: 'PUT', headers: ticket.put.headers, body: new Uint8Array(bytes) })
  if (!sent.ok) throw new PlainError(`The storage did not take ${name} (${sent.status}).`)
  return (await ask('files.confirmUpload', { fileId: ticket.fileId })).fileId
}
