import type { CallName } from '../types/contracts'
import { ROLES, type Role } from '../types/vocabulary/roles'
import { POLICY, reachOf } from '../cloudfunctions/shared/policy/policy'
import type { Reach, Rule } from '../cloudfunctions/shared/policy/rule'

/** The reaches in the words of a committee. */
const REACH_WORDS: Record<Reach, string> = {
  'own house': '自己的房屋',
  'own bills': '自己付的账单',
  'own task': '派给自己的工单',
  'open pool': '派给自己的和没人接的工单',
  community: '本小区',
  'its record': '自己能看的记录',
  self: '自己的',
  everyone: '所有人',
  'named community': '登录的人，在所选的小区',
}

/** One line of the table: who may do what, and how far. */
export interface RuleRow {
  call: CallName
  does: string
  only?: string
  not?: string
  who: { role: Role | 'everyone'; reach: Reach }[]
}

const ROLE_LIST = Object.keys(ROLES) as Role[] // the keys of the table of roles
const CALLS = Object.keys(POLICY) as CallName[] // the policy has a row for each call and for nothing else

/** The policy as data, a row for each call, roles in the order of the vocabulary. */
export const ruleRows = (): RuleRow[] =>
  CALLS.map((call) => {
    const rule: Rule = POLICY[call]
    const anyone = rule.who.everyone ?? rule.who.signedIn
    return {
      call,
      does: rule.does,
      ...(rule.only && { only: rule.only }),
      ...(rule.not && { not: rule.not }),
      who: anyone
        ? [{ role: 'everyone', reach: anyone }]
        : ROLE_LIST.flatMap((role) => {
            const reach = reachOf(call, role)
            return reach ? [{ role, reach }] : []
          }),
    }
  })

/** The policy as a table that a committee can read: 事项, and for each reach the roles that have it. */
export function ruleTable(rows: RuleRow[]): string {
  const bound = ({ only, not }: RuleRow) => (only ? '（仅报修人本人）' : '') + (not ? '（要另一个人来办）' : '')
  const lines = rows.map((row) => `| ${row.does}${bound(row)} | ${sayWho(row.who)} |`)
  return ['| 事项 | 谁可以 |', '| --- | --- |', ...lines].join('\n')
}

function sayWho(who: RuleRow['who']): string {
  const byReach = new Map<Reach, string[]>()
  for (const { role, reach } of who) {
    const word = role === 'everyone' ? '' : ROLES[role].zh
    byReach.set(reach, [...(byReach.get(reach) ?? []), word])
  }
  return [...byReach].map(([reach, roles]) => sayReach(reach, roles)).join('；')
}

const sayReach = (reach: Reach, roles: string[]): string => {
  if (reach === 'everyone' || reach === 'named community') return REACH_WORDS[reach]
  const all = roles.length === ROLE_LIST.length ? '每个身份' : roles.join('、')
  return `${all}（${REACH_WORDS[reach]}）`
}

if (require.main === module) {
  const rows = ruleRows()
  console.log(process.argv.includes('--json') ? JSON.stringify(rows, null, 2) : ruleTable(rows))
}
