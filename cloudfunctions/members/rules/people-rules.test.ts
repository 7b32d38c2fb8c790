import { digestOf, isSameSecret, newClaimCode } from '../claim-code'
import { CODE_LETTERS, readCode } from './code-words'
import { cleanAddress, houseKey } from '../../shared/people/house-key'
import { takesFamilyAlong } from './household'
import { handOver } from './offices'
import { maskPhone, matchOf } from './register-match'
import { readSearch } from './resident-search'
import { isSelf } from '../../shared/people/same-person'

it.each([
  [{ building: '3', stair: '2', room: '1801' }, '3-2-1801'],
  [{ building: '3 号楼', stair: '2单元', room: '１８０１ 室' }, '3-2-1801'],
  [{ building: '03', stair: '02', room: '0302' }, '3-2-302'],
  [{ building: 'a', stair: '1', room: '101b' }, 'A-1-101B'],
])('knows one door however it is written: %j', (address, key) => {
  expect(houseKey(cleanAddress(address))).toBe(key)
})

it('reads a code however it is typed from paper, and nothing else as one', () => {
  const { code, label, secretSha256 } = newClaimCode()
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
  expect(digestOf(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual({ label, secretSha256 })
  expect(readCode('OIL0-0000-0000-0000-0000')).toEqual({ label: '0110', secret: '0'.repeat(16) })
  for (const typed of ['', '1234', 'UUUU-UUUU-UUUU-UUUU-UUUU', `${code}A`]) expect(readCode(typed)).toBeUndefined()
  expect(isSameSecret(digestOf('').secretSha256, secretSha256)).toBe(false)
})

it('draws each letter of a code evenly, so that 16 secret letters are 80 bits', () => {
  const seen = new Map<string, number>()
  for (let round = 0; round < 800; round += 1)
    for (const letter of newClaimCode().code.replaceAll('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1)
  expect([...seen.keys()].sort().join('')).toBe(CODE_LETTERS)
  for (const count of seen.values()) expect(Math.abs(count - 500)).toBeLessThan(150)
})

it('says how far an application agrees with the register, and never more', () => {
  const owners = [
    { name: '林女士', phone: '13800000001' },
    { name: '林先生', phone: null },
  ]
  const match = (name: string, phone: string) => matchOf({ name, phone }, true, owners)
  expect(match('林女士', '13800000001')).toBe('full')
  expect(match('林女士', '13900000000')).toBe('name')
  expect(match('林先生', '13800000001')).toBe('name') // one owner’s name with another’s phone is no full match
  expect(match('王女士', '13800000001')).toBe('phone')
  expect(match('王女士', '13900000000')).toBe('none')
  expect(matchOf({ name: '林女士', phone: '1' }, true, [])).toBe('unregistered')
  expect(matchOf({ name: '林女士', phone: '1' }, false, [])).toBe('unknownHouse')
  expect(maskPhone('13800001234')).toBe('138****1234')
})

it('lets the family go with the last owner and the tenant stay (Civil Code article 725)', () => {
  expect(takesFamilyAlong({ role: 'owner' }, 0)).toBe(true)
  expect(takesFamilyAlong({ role: 'owner' }, 1)).toBe(false)
  expect(takesFamilyAlong({ role: 'tenant' }, 0)).toBe(false)
})

it('counts one telephone number as one person, and an unknown number as nobody’s', () => {
  const self = { personIds: ['a', 'a2'], phone: '1' }
  expect(isSelf(self, { personId: 'b', phone: '1' })).toBe(true)
  expect(isSelf(self, { personId: 'a2', phone: '2' })).toBe(true)
  expect(isSelf(self, { personId: 'b' })).toBe(false)
  expect(isSelf({ personIds: ['a'], phone: null }, { personId: 'b', phone: null })).toBe(false)
})

it('hands over a leaver’s open codes by taking them back', () => {
  expect(handOver({ openCodes: 0 })).toEqual({ revokeCodes: false })
  expect(handOver({ openCodes: 3 })).toEqual({ revokeCodes: true })
})

it.each([
  ['3 栋 2 单元 1801', '3-2-1801'],
  ['03-02-0302', '3-2-302'],
  ['1801', '1801'],
  ['林女士', ' '],
  ['', ''],
])('looks for an address where figures were typed: %s', (typed, key) => {
  expect(readSearch(typed).key).toBe(key)
})
