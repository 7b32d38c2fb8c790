import type { Role } from '../../../types/vocabulary/roles'
import { ROLE_IDS } from '../../../types/vocabulary/roles'
import type { Reach, RowsOf } from './rule'

/** Every seat of a community reads its published accounts. */
const EVERY_SEAT = Object.fromEntries(ROLE_IDS.map((role) => [role, 'community'])) as Record<Role, Reach>

/** Whoever keeps the books: the committee, and where there is none the manager. */
const KEEPERS = { committee: 'community', manager: 'community' } as const
const CHECKERS = { supervisor: 'community', neighbourhood: 'community' } as const

export const ACCOUNTS_ROWS = {
  'accounts.readQuarter': { does: '看公布的季度账目', who: { everyone: 'everyone' } },
  'accounts.listEntries': { does: '看账目的每一笔', who: EVERY_SEAT },
  'accounts.postEntry': { does: '记一笔公共收益', who: KEEPERS },
  'accounts.attachVouchers': { does: '补凭证', who: KEEPERS },
  'accounts.reverseEntry': { does: '冲销一笔账', who: { ...KEEPERS, ...CHECKERS }, not: 'the author' },
  'accounts.readCockpit': { does: '看本季准备到哪一步', who: { ...KEEPERS, ...CHECKERS } },
  'accounts.listStatements': { does: '看各季公示', who: { ...KEEPERS, ...CHECKERS } },
  'accounts.readStatement': { does: '看一份季度公示', who: { ...KEEPERS, ...CHECKERS } },
  'accounts.draftQuarter': { does: '生成季度公示', who: KEEPERS },
  'accounts.reviewQuarter': { does: '复核季度公示', who: CHECKERS, not: 'the author' },
  'accounts.publishQuarter': { does: '公布季度公示', who: KEEPERS },
  'accounts.readTrialBalance': {
    does: '看试算平衡表',
    who: { cashier: 'community', manager: 'community', committee: 'community', ...CHECKERS },
  },
} as const satisfies RowsOf<'accounts'>
