import { addressKey } from '../../shared/people/house-key'

/**
 * What somebody at the desk types to find a house: an address in any writing (`3-2-1801`, `3 栋 2 单元 1801`) or a part of
 * a name. The key is that of `app.house_key`, and only what holds a figure can be one.
 */
export function readSearch(typed: string): { key: string; name: string } {
  const name = typed.trim()
  if (name === '') return { key: '', name: '' }
  const key = addressKey(name)
  return { key: /\d/.test(key) ? key : NOWHERE, name }
}

/** No address holds a space, so this finds none. */
const NOWHERE = ' '
