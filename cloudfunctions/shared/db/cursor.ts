import { AppError } from '../call/app-error'

/** Where a page ended: the instant and id of its last row. */
export interface PageEnd {
  at: Date
  id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The cursor as it crosses the wire: opaque to the client, checked when it comes back. */
export const cursorOf = (end: PageEnd): string => `${end.at.getTime()}_${end.id}`

/** Throws INVALID_INPUT for anything that `cursorOf` did not make. */
export function readCursor(cursor: string | undefined): PageEnd | undefined {
  if (cursor === undefined) return undefined
  const [millis = '', id = ''] = cursor.split('_')
  const at = new Date(/^\d{1,15}$/.test(millis) ? Number(millis) : Number.NaN)
  if (Number.isNaN(at.getTime()) || !UUID.test(id)) {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'after', message: '翻页位置不对，请从头刷新' }] })
  }
  return { at, id }
}
