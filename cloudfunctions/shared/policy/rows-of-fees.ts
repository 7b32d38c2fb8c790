import type { RowsOf } from './rule'

export const FEES_ROWS = {
  'fees.quote': { does: '费用试算', who: { everyone: 'everyone' } },
  'fees.readBoard': { does: '看收费公示', who: { everyone: 'everyone' } },
  'fees.compareBoards': { does: '比较两版收费公示', who: { everyone: 'everyone' } },
  'fees.readHouseArea': {
    does: '看自己房屋的面积',
    who: { owner: 'own house', family: 'own house', tenant: 'own house' },
  },
  'fees.listBoards': {
    does: '看起草中的收费公示',
    who: { clerk: 'community', cashier: 'community', manager: 'community' },
  },
  'fees.readDraft': {
    does: '看一份收费公示草稿',
    who: { clerk: 'community', cashier: 'community', manager: 'community' },
  },
  'fees.draftBoard': { does: '起草收费公示', who: { clerk: 'community', manager: 'community' } },
  'fees.reviewBoard': {
    does: '复核收费公示',
    who: { clerk: 'community', cashier: 'community', manager: 'community' },
    not: 'the author',
  },
  'fees.postBoard': { does: '贴出收费公示', who: { manager: 'community' } },
  'fees.dropBoard': { does: '作废收费公示草稿', who: { clerk: 'community', manager: 'community' } },
} as const satisfies RowsOf<'fees'>
