import { main as fees } from '../../cloudfunctions/fees'
import { main as files } from '../../cloudfunctions/files'
import type { CallName, Input, Output } from '../../types/contracts'
import { addMonths } from '../../types/vocabulary/dates'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'
import { callAs, yes } from './stage'
import { upload } from './storage'
import { holderOf } from './two-communities'

type BoardCall =
  Exclude<Extract<CallName, `fees.${string}`>, 'fees.quote'> | 'files.linkFile' | 'files.linkPublishedFile'
type Seen = Output<'fees.draftBoard'>

const FACTS = {
  payers: '全体业主',
  services: '保洁、秩序、绿化',
  chargeMethod: '面积 × 单价',
  chargeStart: '交房次日',
  payMethods: '按月',
  specialService: '暂不提供',
  complaintPhone: '0000-1',
  reportPhone: '12315',
  priceRegime: 'market',
} as const
const SERVICE: NonNullable<Input<'fees.draftBoard'>['content']>['items'][number] = {
  code: 'property_service',
  name: '物业服务费',
  kind: 'area',
  tier: 'basic',
  per: 'month',
  priceE4: 13500,
  unitWords: '每平方米 · 月',
  basisWords: '合同第 8 条',
}

const PAPER = { name: '合同第八条.pdf', bytes: Buffer.from('%PDF-1.7 矩阵'), purpose: 'document' } as const

/** Probes of the fee board and of the paper behind it; the storage must stand (`openTestStorage`). Each aims at a fresh version, because one that was posted or dropped is spent. */
export function boardProbes(ground: ProbeGround): { [N in BoardCall]: Probe<N> } {
  const made = versionsOn()
  const newest: Partial<Record<Target, string>> = {}
  const seenOf = ({ boardId, contentSha256 }: Seen) => ({ boardId, contentSha256 })
  return {
    'fees.readBoard': { aim: async (target) => ({ communityId: ground.communityOf(target) }) },
    'fees.compareBoards': {
      aim: async (target, caller) => ({
        communityId: ground.communityOf(target),
        before: (await made.posted(target, caller)).boardId,
        after: (await made.posted(target, caller)).boardId,
      }),
    },
    'fees.listBoards': {
      aim: async (target, caller) => {
        newest[target] = (await made.draft(target, caller)).boardId
        return {}
      },
      shows: (data, target) => JSON.stringify(data).includes(newest[target] ?? 'nothing'),
    },
    'fees.readDraft': { aim: async (target, caller) => ({ boardId: (await made.draft(target, caller)).boardId }) },
    'fees.draftBoard': {
      aim: async (target, caller) => ({
        effectiveFrom: '2040-01-01',
        copyFrom: (await made.posted(target, caller)).boardId,
      }),
    },
    'fees.reviewBoard': { aim: async (target, caller) => seenOf(await made.draft(target, caller)) },
    'fees.postBoard': { aim: async (target, caller) => seenOf(await made.reviewed(target, caller)) },
    'fees.readHouseArea': { aim: async (target) => ({ houseId: await ground.houseOf(TARGETS[target].resident) }) },
    'files.linkFile': {
      aim: async (target, caller) => {
        const { boardId, fileId } = await made.draftWithPaper(target, caller)
        return { about: { kind: 'boardDraft', id: boardId }, fileId }
      },
    },
    'files.linkPublishedFile': {
      aim: async (target, caller) => {
        const { boardId, fileId } = await made.postedWithPaper(target, caller)
        return { communityId: ground.communityOf(target), about: { kind: 'postedBoard', id: boardId }, fileId }
      },
    },
    'fees.dropBoard': { aim: async (target, caller) => ({ boardId: (await made.draft(target, caller)).boardId }) },
  }
}

/** Versions by the people of the target's community; the caller is never their author, so that a review may follow. */
function versionsOn() {
  let months = 0
  const authorOf = (target: Target, caller: string): string => {
    const clerk = holderOf(TARGETS[target].community, 'clerk')
    return clerk === caller ? holderOf(TARGETS[target].community, 'manager') : clerk
  }
  const draft = (target: Target, caller: string, fileId?: string): Promise<Seen> => {
    months += 1
    const effectiveFrom = addMonths('2040-01-01', months)
    return yes(
      callAs(fees, authorOf(target, caller), 'fees.draftBoard', {
        effectiveFrom,
        content: {
          facts: FACTS,
          items: [SERVICE],
          ...(fileId && { basis: { kind: 'contract clause' as const, words: '合同第八条', fileId } }),
        },
      }),
    )
  }
  const reviewed = async (target: Target, caller: string, fileId?: string): Promise<Seen> => {
    const { boardId, contentSha256 } = await draft(target, caller, fileId)
    const cashier = holderOf(TARGETS[target].community, 'cashier')
    return yes(callAs(fees, cashier, 'fees.reviewBoard', { boardId, contentSha256 }))
  }
  const posted = async (target: Target, caller: string, fileId?: string): Promise<Seen> => {
    const { boardId, contentSha256 } = await reviewed(target, caller, fileId)
    return yes(
      callAs(fees, holderOf(TARGETS[target].community, 'manager'), 'fees.postBoard', { boardId, contentSha256 }),
    )
  }
  /** One paper for each author: sixty tickets a day is the limit of one person. */
  const papers = new Map<string, Promise<string>>()
  const paperOf = (author: string): Promise<string> => {
    const paper = papers.get(author) ?? upload(files, author, PAPER)
    papers.set(author, paper)
    return paper
  }
  const withPaper = (make: typeof draft) => async (target: Target, caller: string) => {
    const fileId = await paperOf(authorOf(target, caller))
    return { fileId, boardId: (await make(target, caller, fileId)).boardId }
  }
  return { draft, reviewed, posted, draftWithPaper: withPaper(draft), postedWithPaper: withPaper(posted) }
}
