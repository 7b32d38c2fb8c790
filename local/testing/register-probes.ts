import { main as files } from '../../cloudfunctions/files'
import type { CallName } from '../../types/contracts'
import type { Role } from '../../types/vocabulary/roles'
import type { Probe, ProbeGround, Target } from './probe'
import { csv, HEADERS } from './sheets'
import { callAs, yes } from './stage'
import { putBytes, upload } from './storage'
import { holderOf } from './two-communities'

type RegisterCall = Extract<CallName, 'files.requestUpload' | 'files.confirmUpload' | `imports.${string}`>

const PDF = Buffer.from('%PDF-1.7 矩阵')
const REGISTER = csv([HEADERS.houses, ['7', '1', '0101', '60.20', '合同', '住宅', '']])

const MAY_UPLOAD = ['clerk', 'cashier', 'manager', 'committee', 'supervisor', 'neighbourhood'] as const
const MAY_REGISTER = ['clerk', 'manager'] as const
const holders = (roles: readonly Role[]) => roles.map((role) => holderOf('A', role))

/** Probes of the calls about files and registers; the storage must stand (`openTestStorage`). */
export function registerProbes(ground: ProbeGround): { [N in RegisterCall]: Probe<N> } {
  /** Sixty tickets a day is the limit of one person, and the matrix draws more than that. */
  const freshDay = () => ground.stage().see("update file set made_at = made_at - interval '2 days'")

  /** Whose file the target means: the caller's own, a colleague's, another community's. */
  const uploader = (target: Target, caller: string, may: string[]): string => {
    if (target === 'otherCommunity') return holderOf('B', 'clerk')
    if (target === 'ownHouse' && may.includes(caller)) return caller
    return caller === holderOf('A', 'clerk') ? holderOf('A', 'manager') : holderOf('A', 'clerk')
  }

  const importIn = async (target: Target, state: 'staging' | 'checked'): Promise<{ importId: string }> => {
    const [made] = await ground.stage().see<{ import_id: string }>(
      `with ground as (
         select community_id, person_id from seat where community_id = $1 and role = 'clerk' limit 1
       ), bytes as (
         insert into file select community_id, gen_random_uuid(), 'register', '房屋.csv', 'text/csv', 10, gen_random_uuid()::text, 'cloud://x',
           person_id, now(), 'checked', repeat('0', 64), now() from ground returning community_id, file_id, uploaded_by
       )
       insert into import (community_id, import_id, kind, file_id, file_name, state, row_count, started_by, started_at)
       select community_id, gen_random_uuid(), 'houses', file_id, '房屋.csv', $2, 0, uploaded_by, now() from bytes returning import_id`,
      [ground.communityOf(target), state],
    )
    return { importId: made?.import_id ?? '' }
  }
  const newest: Partial<Record<Target, string>> = {}

  return {
    'files.requestUpload': {
      aim: async () => {
        await freshDay()
        return { purpose: 'document', name: '决定.pdf', sizeBytes: PDF.length }
      },
    },
    'files.confirmUpload': {
      aim: async (target, caller) => {
        await freshDay()
        const by = uploader(target, caller, holders(MAY_UPLOAD))
        const ask = { purpose: 'document', name: '决定.pdf', sizeBytes: PDF.length } as const
        const ticket = await yes(callAs(files, by, 'files.requestUpload', ask))
        await putBytes(ticket, PDF)
        return { fileId: ticket.fileId }
      },
    },
    'imports.startImport': {
      aim: async (target, caller) => {
        await freshDay()
        const within = target === 'otherCommunity' ? target : 'ownHouse' // a register belongs to the community, not to a house
        const by = uploader(within, caller, holders(MAY_REGISTER))
        return {
          kind: 'houses',
          fileId: await upload(files, by, { name: '房屋.csv', bytes: REGISTER, purpose: 'register' }),
        }
      },
    },
    'imports.stageChunk': { aim: (target) => importIn(target, 'staging') },
    'imports.listImports': {
      aim: async (target) => {
        newest[target] = (await importIn(target, 'staging')).importId
        return {}
      },
      shows: (data, target) => JSON.stringify(data).includes(newest[target] ?? 'nothing'),
    },
    'imports.readImport': { aim: async (target) => ({ ...(await importIn(target, 'checked')), view: 'problems' }) },
    'imports.applyImport': { aim: (target) => importIn(target, 'checked') },
    'imports.dropImport': { aim: (target) => importIn(target, 'checked') },
    'imports.readTemplate': { aim: async () => ({ kind: 'houses' }) },
    'imports.exportProblems': { aim: (target) => importIn(target, 'checked') },
  }
}
