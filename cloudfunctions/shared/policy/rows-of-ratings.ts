import type { RowsOf, Rule } from './rule'

const RESIDENTS = { owner: 'own house', family: 'own house', tenant: 'own house' } as const satisfies Rule['who']

export const RATINGS_ROWS = {
  'ratings.rateRepair': { does: '评价维修', who: RESIDENTS, only: 'the reporter' },
  'ratings.changeRating': { does: '7 天内改评价', who: RESIDENTS, only: 'the reporter' },
  'ratings.readRating': {
    does: '看一单的评价',
    who: {
      ...RESIDENTS,
      technician: 'own task',
      clerk: 'community',
      manager: 'community',
      committee: 'community',
      supervisor: 'community',
    },
  },
} as const satisfies RowsOf<'ratings'>
