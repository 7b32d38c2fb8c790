import type { CallName } from '../types/contracts'
import { ROLES, type Role } from '../types/vocabulary/roles'
import { POLICY, type Reach, reachOf, type Rule } from '../cloudfunctions/shared/policy/policy'

/** The reaches in the words of a committee. */
const REACH_WORDS: Record<Reach, string> = {
  'own house': '自己的房屋',
  community: '本小区',
  self: '自己的',
  everyone: '所有人',
}

/** One line of the table: who may do what, and how far. */
export interface RuleRow {
  call: CallName
  does: string
  only?: string
  who: { role: Role | 'everyone'; reach: Reach }[]
}

const ROLE_LIST = Object.keys(ROLES) as Role[] // the keys of the table of roles
const CALLS = Object.keys(POLICY) as CallName[] // the policy has a row for each call and for nothing else

/** The policy as data, a row for each call, roles in the order of the vocabulary. */
export const ruleRows = (): RuleRow[] =>
  CALLS.map((call) => {
    const rule: Rule = POLICY[call]
    return {
      call,
      does: rule.does,
      ...(rule.only && { only: rule.only }),
      who: rule.who.everyone
        ? [{ role: 'everyone', reach: rule.who.everyone }]
        : ROLE_LIST.flatMap((role) => {
            const reach = reachOf(call, role)
            return reach ? [{ role, reach }] : []
          }),
    }
  })

/** The policy as a table that a committee can read: 事项, and for each reach the roles that have it. */
export function ruleTable(rows: RuleRow[]): string {
  const lines = rows.map(({ does, only, who }) => `| ${does}${only ? '（仅报修人本人）' : ''} | ${sayWho(who)} |`)
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
  if (reach === 'everyone') return REACH_WORDS.everyone
  const all = roles.length === ROLE_LIST.length ? '每个身份' : roles.join('、')
  return `${all}（${REACH_WORDS[reach]}）`
}

if (require.main === module) {
  const rows = ruleRows()
  console.log(process.argv.includes('--json') ? JSON.stringify(rows, null, 2) : ruleTable(rows))
}
