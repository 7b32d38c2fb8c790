import { main as accounts } from '../../cloudfunctions/accounts'
import type { CallName } from '../../types/contracts'
import { addDays } from '../../types/vocabulary/dates'
import { quarterOf } from '../../types/vocabulary/statement'
import { ledgerOf } from '../../cloudfunctions/shared/ledger/journal-store'
import { accountsDesk, SPENT } from './accounts-desk'
import { booksOf } from './books'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'
import { callAs, yes } from './stage'
import { holderOf } from './two-communities'

type AccountsCall = Extract<CallName, `accounts.${string}`>

/** The first quarter of the books of the matrix: each publication uses one up. */
const FIRST = '1950-01-01'

/** Probes of the accounts. Statements are published one quarter after the other, so each aims at the next one. */
export function accountsProbes(ground: ProbeGround): { [N in AccountsCall]: Probe<N> } {
  const desk = accountsDesk(() => ground.stage())
  const published: Partial<Record<'A' | 'B', { quarter: string; entryId: string }>> = {}
  let newest = ''

  /** The manager keeps the books only where nobody sits on the committee: it stands up while the manager is asked. */
  const seatCommittee = (seated: boolean) =>
    ground
      .stage()
      .see(
        seated
          ? "update seat set until_at = null where role = 'committee'"
          : "update seat set until_at = greatest(app_now(), from_at + interval '1 millisecond') where role = 'committee'",
      )
  const keeperFor = async (target: Target, caller: string): Promise<string> => {
    const { community } = TARGETS[target]
    const asManager = caller.endsWith('-manager')
    await seatCommittee(!asManager)
    return holderOf(community, asManager ? 'manager' : 'committee')
  }
  /** A quarter that is over and not published, with an entry in it. */
  const openQuarter = async (target: Target, caller: string) => {
    const keeper = await keeperFor(target, caller)
    const cockpit = await yes(callAs(accounts, keeper, 'accounts.readCockpit', {}))
    const isOver = cockpit.checks.some(({ check, standing }) => check === 'over' && standing === 'done')
    const quarter = isOver ? cockpit.quarter : FIRST
    const { entryId } = await desk.post(keeper, { bookedOn: addDays(quarterOf(quarter).to, -1) })
    return { keeper, quarter, entryId }
  }
  const drafted = async (target: Target, caller: string) => {
    const { keeper, quarter } = await openQuarter(target, caller)
    return desk.draft(keeper, quarter)
  }
  const publishedIn = async (target: Target): Promise<{ quarter: string; entryId: string }> => {
    const { community } = TARGETS[target]
    await seatCommittee(true)
    return (published[community] ??= await desk.publishNext(community, { first: FIRST }))
  }
  const ownVoucher = (target: Target, caller: string) =>
    desk.voucherOf(target === 'otherCommunity' ? holderOf('B', 'committee') : caller)

  return {
    'accounts.readQuarter': { aim: async (target) => ({ communityId: ground.communityOf(target) }) },
    'accounts.listEntries': {
      aim: async (target) => {
        const { quarter, entryId } = await publishedIn(target)
        newest = entryId
        return { quarter }
      },
      shows: (data) => JSON.stringify(data).includes(newest),
    },
    'accounts.postEntry': {
      aim: async (target, caller) => {
        const { quarter } = await openQuarter(target, caller)
        const bookedOn = addDays(quarterOf(quarter).to, -1)
        return { ...SPENT, bookedOn, vouchers: [await ownVoucher(target, caller)] }
      },
    },
    'accounts.attachVouchers': {
      aim: async (target, caller) => ({
        entryId: (await openQuarter(target, caller)).entryId,
        vouchers: [await ownVoucher(target, caller)],
      }),
    },
    'accounts.reverseEntry': {
      aim: async (target, caller) => {
        const { keeper, entryId } = await openQuarter(target, caller)
        // Whoever posted it does not take it back: then somebody else is made to have posted it.
        if (keeper === caller) await postedByAnother(ground, entryId)
        return { entryId, reason: '金额抄错了' }
      },
    },
    'accounts.readCockpit': {
      aim: async (target, caller) => ({ quarter: (await openQuarter(target, caller)).quarter }),
      shows: (_data, target) => target !== 'otherCommunity',
    },
    'accounts.listStatements': {
      aim: async (target, caller) => {
        newest = (await drafted(target, caller)).statementId
        return {}
      },
      shows: (data) => JSON.stringify(data).includes(newest),
    },
    'accounts.readStatement': {
      aim: async (target, caller) => ({ statementId: (await drafted(target, caller)).statementId }),
    },
    'accounts.readTrialBalance': {
      aim: async (target) => {
        newest = await ledgersOpen(ground.communityOf(target))
        return { from: FIRST, to: '2050-01-01' }
      },
      shows: (data) => newest.split(' ').some((ledgerId) => JSON.stringify(data).includes(ledgerId)),
    },
    'accounts.draftQuarter': {
      aim: async (target, caller) => {
        const { quarter } = await openQuarter(target, caller)
        const bank = { balanceFen: 0, ...(await ownVoucher(target, caller)) }
        return { quarter, gaps: [], bank }
      },
    },
    'accounts.reviewQuarter': { aim: async (target, caller) => desk.seen(await drafted(target, caller)) },
    'accounts.publishQuarter': {
      aim: async (target, caller) => {
        const draft = await drafted(target, caller)
        await yes(desk.review(holderOf(TARGETS[target].community, 'supervisor'), draft))
        return desk.seen(draft)
      },
    },
  }
}

/** A community with a ledger of fees and one of public revenue: their ids. */
async function ledgersOpen(communityId: string): Promise<string> {
  const opened = booksOf(communityId).within(async (db) => [
    await ledgerOf(db, communityId, 'fees'),
    await ledgerOf(db, communityId, 'publicRevenue'),
  ])
  return (await opened).map(({ ledgerId }) => ledgerId).join(' ')
}

/** Past the books' own walls: the entry's poster becomes the community's clerk. */
async function postedByAnother(ground: ProbeGround, entryId: string): Promise<void> {
  const see = (text: string, values: unknown[] = []) => ground.stage().see(text, values)
  await see('alter table journal disable trigger append_only')
  await see(
    `update journal set posted_by = (select person_id from seat where seat.community_id = journal.community_id and role = 'clerk' limit 1)
     where journal_id = $1`,
    [entryId],
  )
  await see('alter table journal enable trigger append_only')
}
