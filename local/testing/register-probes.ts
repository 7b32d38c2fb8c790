import { main as files } from '../../cloudfunctions/files'
import type { CallName } from '../../types/contracts'
import type { FilePurpose } from '../../types/vocabulary/file'
import { ROLE_IDS, type Role } from '../../types/vocabulary/roles'
import { demoPhoto } from './photos'
import type { Probe, ProbeGround, Target } from './probe'
import { csv, HEADERS } from './sheets'
import { callAs, yes } from './stage'
import { putBytes, upload } from './storage'
import { holderOf } from './two-communities'

type RegisterCall = Extract<CallName, 'files.requestUpload' | 'files.confirmUpload' | `imports.${string}`>

const PDF = Buffer.from('%PDF-1.7 矩阵')

const MAY_REGISTER = ['clerk', 'cashier', 'manager', 'committee'] as const
/** The committee keeps the revenue contracts alone and the cashier what stood open, so their probes are of those. */
const kindFor = (caller: string) => {
  if (caller === holderOf('A', 'committee')) return 'revenue'
  return caller === holderOf('A', 'cashier') ? 'openings' : 'houses'
}
const REGISTERS: Record<ReturnType<typeof kindFor>, Buffer> = {
  houses: csv([HEADERS.houses, ['7', '1', '0101', '60.20', '合同', '住宅', '']]),
  revenue: csv([HEADERS.revenue, ['废品', '可回收物', '示例站', '无', '2026-01-01', '', '600', '全小区', '', '']]),
  openings: csv([HEADERS.openings, ['1', '1', '0101', '预收', '', '', '', '', '100']]),
}
const MAY_BRING_PHOTOS = ['owner', 'family', 'tenant', 'technician'] as const
const MAY_UPLOAD = [
  'clerk',
  'cashier',
  'manager',
  'committee',
  'supervisor',
  'neighbourhood',
  ...MAY_BRING_PHOTOS,
] as const
const holders = (roles: readonly Role[]) => roles.map((role) => holderOf('A', role))

/** What somebody may bring: residents what is broken, technicians what was done, everybody else a document. */
function whatFor(openid: string): { purpose: FilePurpose; name: string; bytes: Buffer } {
  const role = ROLE_IDS.find((each) => holderOf('A', each) === openid)
  if (role === 'technician') return { purpose: 'workPhoto', name: '修好了.jpg', bytes: demoPhoto('light-after') }
  return MAY_BRING_PHOTOS.some((each) => each === role)
    ? { purpose: 'repairPhoto', name: '坏了.jpg', bytes: demoPhoto('light-before') }
    : { purpose: 'document', name: '决定.pdf', bytes: PDF }
}

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

  const importIn = async (
    target: Target,
    caller: string,
    state: 'staging' | 'checked',
  ): Promise<{ importId: string }> => {
    const [made] = await ground.stage().see<{ import_id: string }>(
      `with ground as (
         select community_id, person_id from seat where community_id = $1 and role = 'clerk' limit 1
       ), bytes as (
         insert into file select community_id, gen_random_uuid(), 'register', '房屋.csv', 'text/csv', 10, gen_random_uuid()::text, 'cloud://x',
           person_id, now(), 'checked', repeat('0', 64), now() from ground returning community_id, file_id, uploaded_by
       )
       insert into import (community_id, import_id, kind, file_id, file_name, state, row_count, started_by, started_at)
       select community_id, gen_random_uuid(), $3, file_id, '房屋.csv', $2, 0, uploaded_by, now() from bytes returning import_id`,
      [ground.communityOf(target), state, kindFor(caller)],
    )
    return { importId: made?.import_id ?? '' }
  }
  const newest: Partial<Record<Target, string>> = {}

  return {
    'files.requestUpload': {
      aim: async (_target, caller) => {
        await freshDay()
        const { bytes, ...file } = whatFor(caller)
        return { ...file, sizeBytes: bytes.length }
      },
    },
    'files.confirmUpload': {
      aim: async (target, caller) => {
        await freshDay()
        const by = uploader(target, caller, holders(MAY_UPLOAD))
        const { bytes, ...file } = whatFor(by)
        const ticket = await yes(callAs(files, by, 'files.requestUpload', { ...file, sizeBytes: bytes.length }))
        await putBytes(ticket, bytes)
        return { fileId: ticket.fileId }
      },
    },
    'imports.startImport': {
      aim: async (target, caller) => {
        await freshDay()
        const within = target === 'otherCommunity' ? target : 'ownHouse' // a register belongs to the community, not to a house
        const by = uploader(within, caller, holders(MAY_REGISTER))
        const kind = kindFor(caller)
        return {
          kind,
          fileId: await upload(files, by, { name: '登记表.csv', bytes: REGISTERS[kind], purpose: 'register' }),
        }
      },
    },
    'imports.stageChunk': { aim: (target, caller) => importIn(target, caller, 'staging') },
    'imports.listImports': {
      aim: async (target, caller) => {
        newest[target] = (await importIn(target, caller, 'staging')).importId
        return {}
      },
      shows: (data, target) => JSON.stringify(data).includes(newest[target] ?? 'nothing'),
    },
    'imports.readImport': {
      aim: async (target, caller) => ({ ...(await importIn(target, caller, 'checked')), view: 'problems' }),
    },
    'imports.applyImport': { aim: (target, caller) => importIn(target, caller, 'checked') },
    'imports.dropImport': { aim: (target, caller) => importIn(target, caller, 'checked') },
    'imports.readTemplate': { aim: async (_target, caller) => ({ kind: kindFor(caller) }) },
    'imports.exportProblems': { aim: (target, caller) => importIn(target, caller, 'checked') },
  }
}
