import type { Output } from '../../../types/contracts'
import { BINDING_LIMITS } from '../../../types/vocabulary/binding'
import { HOUSE_ROLES, ROLES } from '../../../types/vocabulary/roles'

export type HouseRole = (typeof HOUSE_ROLES)[number]
export type Application = Output<'members.listApplications'>['applications'][number]
export type ResidentHouse = Output<'members.listResidents'>['houses'][number]
export type Resident = ResidentHouse['people'][number]

export const HOUSE_ROLE_CHOICES = HOUSE_ROLES.map((value) => ({ value, word: ROLES[value].zh }))

export const choicesOf = <R extends keyof typeof ROLES>(roles: readonly R[]) =>
  roles.map((value) => ({ value, word: ROLES[value].zh }))

/** What is missing in a name, or undefined; the server has the last word. */
export function nameProblem(name: string): string | undefined {
  const length = [...name.trim()].length
  if (length < BINDING_LIMITS.nameMin) return '请写您的姓名'
  if (length > BINDING_LIMITS.nameMax) return `姓名最多 ${BINDING_LIMITS.nameMax} 个字`
  return undefined
}

export const phoneProblem = (phone: string): string | undefined =>
  /^1\d{10}$/.test(phone.trim()) ? undefined : '手机号是 1 开头的 11 位数字'

/** The problems that there are, without those that there are not. */
export function only<K extends string>(problems: Record<K, string | undefined>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined)) as Partial<
    Record<K, string>
  >
}
