/** An address in its three parts. */
export interface Address {
  building: string
  stair: string
  room: string
}

const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const cleanPart = (typed: string, suffix: RegExp): string =>
  toHalfWidth(typed).replace(/\s/g, '').replace(suffix, '').toUpperCase()

/** What was typed without spaces and the words that people add: `3 号楼` is `3`, `１８０１室` is `1801`. */
export const cleanAddress = ({ building, stair, room }: Address): Address => ({
  building: cleanPart(building, /(号楼|栋|幢|座|楼|号)$/),
  stair: cleanPart(stair, /(单元|门)$/),
  room: cleanPart(room, /(室|号|房)$/),
})

/** One key for one door, however its zeros are written; the same as `app.house_key` in the database. */
export const houseKey = (address: Address): string =>
  [address.building, address.stair, address.room].map((part) => part.replace(/^0+/, '')).join('-')

/** The key of an address, or of a part of one, in any writing (`3-2-1801`, `3 栋 2 单元 1801`): figures and letters alone. */
export const addressKey = (typed: string): string =>
  typed
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^0+/, ''))
    .join('-')
