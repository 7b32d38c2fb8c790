import type { Output } from '../../types/contracts'
import type { ChosenFile } from './bring-file'

/** Lets the person pick one file; undefined when they pick none. */
export function chooseInBrowser(extensions: readonly string[]): Promise<ChosenFile | undefined> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = extensions.map((each) => `.${each}`).join(',')
  field.hidden = true
  // Some browsers open no chooser for a field that is not on the page.
  document.body.append(field)
  return new Promise((resolve) => {
    const answer = (chosen: ChosenFile | undefined) => {
      field.remove()
      resolve(chosen)
    }
    field.addEventListener('cancel', () => answer(undefined))
    field.addEventListener('change', () => {
      const file = field.files?.[0]
      answer(file && { name: file.name, sizeBytes: file.size, content: file })
    })
    field.click()
  })
}

/** Puts the raw bytes where the ticket says, with the headers it names; false when they did not arrive. */
export function putFromBrowser(
  ticket: Output<'files.requestUpload'>,
  chosen: ChosenFile,
  onProgress: (part: number) => void,
): Promise<boolean> {
  // Only this one tells how far an upload is; fetch does not.
  const request = new XMLHttpRequest()
  return new Promise((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(request.status >= 200 && request.status < 300))
    request.addEventListener('error', () => resolve(false))
    request.open('PUT', ticket.put.url)
    for (const [name, value] of Object.entries(ticket.put.headers)) request.setRequestHeader(name, value)
    request.send(chosen.content instanceof File ? chosen.content : null)
  })
}
