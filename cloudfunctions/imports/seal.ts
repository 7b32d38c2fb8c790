import { createHmac } from 'node:crypto'
import { plainIdNumber, problemOfIdNumber } from './rules/id-number'
import type { Register } from './rules/register'

/**
 * Seals the secret cells of a row before anything is stored: of an ID number only its HMAC goes on, under a key that
 * stands in the environment alone, and with the community in it, so that two communities' registers cannot be joined.
 */
export function sealCells(register: Register, cells: string[], communityId: string): string[] {
  return register.columns.map((column, place) => {
    const cell = cells[place] ?? ''
    return column.isSecret && cell !== '' ? sealed(cell, communityId) : cell
  })
}

function sealed(cell: string, communityId: string): string {
  const number = plainIdNumber(cell)
  const problem = problemOfIdNumber(number)
  if (problem) return `unsealed:${problem}`
  const key = process.env.MINGJU_HMAC_KEY
  if (!key) throw new Error('MINGJU_HMAC_KEY is not set')
  return `sealed:${createHmac('sha256', key).update(`${communityId}\n${number}`).digest('hex')}`
}
