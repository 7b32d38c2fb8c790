import { randomUUID } from 'node:crypto'
import type { CallName } from '../../types/contracts'
import type { Role } from '../../types/vocabulary/roles'
import { nameOwners } from './named-owners'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'

type PeopleCall = Exclude<
  Extract<CallName, `members.${string}`>,
  | 'members.showMe'
  | 'members.findCommunities'
  | 'members.readCommunity'
  | 'members.takeSeat'
  | 'members.listMessages'
  | 'members.markMessagesRead'
>

const shownIn = (data: unknown, id: string) => JSON.stringify(data).includes(id)

/** Probes of binding and offices. Each aims at a fresh row, because an ended binding or a decided application is spent. */
export function peopleProbes(ground: ProbeGround): { [N in PeopleCall]: Probe<N> } {
  const made = madeOn(ground)
  const newest: Partial<Record<Target, string>> = {}
  const showsNewest = (data: unknown, target: Target) => shownIn(data, newest[target] ?? 'nothing')
  const inTarget = async (table: string, column: string, id: unknown, target: Target) =>
    (
      await ground
        .stage()
        .see(`select 1 from ${table} where ${column} = $1 and community_id = $2`, [id, ground.communityOf(target)])
    ).length === 1
  const code = async (target: Target, caller: string) => ({ codeId: await made.code(target, caller) })
  const application = async (target: Target) => ({ applicationId: await made.application(target) })
  return {
    'members.listCities': { aim: async () => ({}) },
    'members.applyForHouse': {
      aim: async (target) => {
        await made.forgetTries()
        return {
          communityId: ground.communityOf(target),
          building: '9',
          stair: '9',
          room: '0909',
          role: 'tenant',
          name: '矩阵',
          phone: '13000000000',
        }
      },
    },
    'members.useClaimCode': {
      aim: async (target) => {
        await made.forgetTries()
        return { communityId: ground.communityOf(target), code: '0000-0000-0000-0000-0000', name: '矩阵' }
      },
    },
    'members.listMyApplications': { aim: async () => ({}) },
    'members.listApplications': {
      aim: async (target) => {
        newest[target] = await made.application(target)
        return { filter: 'waiting' }
      },
      shows: showsNewest,
    },
    'members.approveApplication': { aim: application },
    'members.refuseApplication': {
      aim: async (target) => ({ ...(await application(target)), reason: '矩阵里的理由' }),
    },
    'members.issueClaimCode': {
      aim: async (target) => {
        await nameOwners(ground.stage(), ground.communityOf(target))
        return { houseId: await ground.houseOf(TARGETS[target].resident), role: 'family' }
      },
    },
    'members.revokeClaimCode': { aim: code },
    'members.listClaimCodes': {
      aim: async (target, caller) => {
        newest[target] = await made.code(target, caller)
        return {}
      },
      shows: showsNewest,
    },
    'members.listHousehold': { aim: async (target) => ({ houseId: await ground.houseOf(TARGETS[target].resident) }) },
    'members.endBinding': {
      aim: async (target, caller) => {
        await nameOwners(ground.stage(), ground.communityOf(target))
        return { bindingId: await made.binding(target, caller), reason: 'movedOut' }
      },
    },
    'members.listResidents': {
      aim: async (target) => {
        newest[target] = await ground.houseOf(TARGETS[target].resident)
        return { search: '' }
      },
      shows: showsNewest,
    },
    'members.requestRebinding': {
      aim: async (target) => ({
        personId: (await made.resident(target)).personId,
        kind: 'account',
        reason: '矩阵里丢了手机',
      }),
    },
    'members.approveRebinding': { aim: async (target) => ({ rebindingId: await made.rebinding(target) }) },
    'members.listRebindings': {
      aim: async (target) => {
        newest[target] = await made.rebinding(target)
        return {}
      },
      shows: showsNewest,
    },
    'members.listStaff': {
      aim: async (target, caller) => {
        newest[target] = await made.officeSeat(target, caller)
        return {}
      },
      shows: showsNewest,
    },
    'members.appointStaff': {
      aim: async (_target, caller) => ({
        role: officeFor(caller),
        officeName: '矩阵岗位',
        documentWords: '矩阵〔2026〕1 号',
      }),
      shows: (data, target) => inTarget('claim_code', 'code_id', (data as { codeId: string }).codeId, target),
    },
    'members.inviteStaff': { aim: async (target) => ({ staffId: await made.member(target) }) },
    'members.endEmployment': {
      aim: async (target, caller) => ({ seatId: await made.officeSeat(target, caller), reason: '矩阵离职' }),
    },
    'members.recordBody': {
      aim: async () => ({
        kind: 'committee',
        name: '业主委员会',
        documentWords: '备案〔2026〕1 号',
        from: '2026-01-01',
      }),
      shows: (data, target) => inTarget('owners_body', 'body_id', (data as { bodyId: string }).bodyId, target),
    },
    'members.readOwnerCount': {
      aim: async (target) => {
        await made.houses(target)
        return {}
      },
      shows: async (data, target) => (data as { houses: number }).houses === (await made.houseCount(target)),
    },
  }
}

/** The neighbourhood looks after committee and supervisor, everybody else is asked about the enterprise's clerks. */
const officeFor = (caller: string) => (caller.endsWith('neighbourhood') ? 'committee' : 'clerk')

/** Rows written past all walls, fresh for each question. */
function madeOn(ground: ProbeGround) {
  const run = (text: string, values: unknown[] = []) => ground.stage().see(text, values)
  const seat = async (target: Target, role: Role): Promise<{ personId: string; seatId: string }> => {
    const [personId, seatId, communityId] = [randomUUID(), randomUUID(), ground.communityOf(target)]
    await run('insert into person (person_id) values ($1)', [personId])
    await run(`insert into contact (community_id, person_id, name) values ($1, $2, '矩阵住户')`, [
      communityId,
      personId,
    ])
    await run(
      `insert into seat (community_id, seat_id, person_id, role, from_at) values ($1, $2, $3, $4, now() - interval '1 day')`,
      [communityId, seatId, personId, role],
    )
    return { personId, seatId }
  }
  const bind = async (target: Target, seatId: string, houseId: string): Promise<string> => {
    const bindingId = randomUUID()
    await run(
      `insert into binding (community_id, binding_id, seat_id, house_id, from_at) values ($1, $2, $3, $4, now() - interval '1 hour')`,
      [ground.communityOf(target), bindingId, seatId, houseId],
    )
    return bindingId
  }
  const resident = async (target: Target) => {
    const made = await seat(target, 'family')
    const houseId = await ground.houseOf(TARGETS[target].resident)
    return { ...made, bindingId: await bind(target, made.seatId, houseId) }
  }
  /** Family and tenants end only their own binding: another house, bound to the caller's own seat for this one question. */
  const ownExtraBinding = async (role: 'family' | 'tenant'): Promise<string> => {
    const [row] = await run(
      'select s.seat_id, h.house_id from seat s join house h using (community_id) where s.community_id = $1 and s.role = $2 and s.until_at is null and h.building = $3 and exists (select from identity i where i.person_id = s.person_id and i.subject = $4)',
      [ground.communityOf('ownHouse'), role, '2', `A-${role}`],
    )
    const { seat_id, house_id } = row as { seat_id: string; house_id: string }
    return bind('ownHouse', seat_id, house_id)
  }
  return {
    resident,
    forgetTries: () => run(`update join_try set at = at - interval '2 days'`),
    binding: async (target: Target, caller: string): Promise<string> => {
      const role = caller === 'A-family' ? 'family' : caller === 'A-tenant' ? 'tenant' : undefined
      return target === 'ownHouse' && role ? ownExtraBinding(role) : (await resident(target)).bindingId
    },
    application: async (target: Target): Promise<string> => {
      const [applicationId, personId] = [randomUUID(), randomUUID()]
      await run('insert into person (person_id) values ($1)', [personId])
      await run(
        `insert into application (community_id, application_id, person_id, building, stair, room, house_key, role, name, phone, at, state)
         values ($1, $2, $3, '1', '1', '0101', '1-1-101', 'family', '矩阵家属', '13000000001', now(), 'waiting')`,
        [ground.communityOf(target), applicationId, personId],
      )
      return applicationId
    },
    code: async (target: Target, caller: string): Promise<string> => {
      const codeId = randomUUID()
      const office = caller.endsWith('neighbourhood')
      await run(
        `insert into claim_code (community_id, code_id, label, secret_sha256, purpose, role, house_id, office_name, issued_by, issued_at, expires_at)
         select $1, $2, 'MTRX', repeat('0', 64), $3, $4, $5, $6, person_id, now(), now() + interval '1 day' from seat where community_id = $1 limit 1`,
        [
          ground.communityOf(target),
          codeId,
          office ? 'office' : 'house',
          office ? 'committee' : 'family',
          office ? null : await ground.houseOf(TARGETS[target].resident),
          office ? '业委会' : null,
        ],
      )
      return codeId
    },
    rebinding: async (target: Target): Promise<string> => {
      const rebindingId = randomUUID()
      const [who, requester] = [await resident(target), await seat(target, 'cashier')]
      await run(
        `insert into rebinding (community_id, rebinding_id, person_id, kind, reason, state, requested_by, requested_at)
         values ($1, $2, $3, 'account', '矩阵里丢了手机', 'requested', $4, now() - interval '1 day')`,
        [ground.communityOf(target), rebindingId, who.personId, requester.personId],
      )
      await run(`delete from rebinding where state = 'requested' and rebinding_id <> $1`, [rebindingId])
      return rebindingId
    },
    officeSeat: async (target: Target, caller: string): Promise<string> =>
      (await seat(target, officeFor(caller))).seatId,
    member: async (target: Target): Promise<string> => {
      const staffId = randomUUID()
      await run(
        `insert into staff_member (community_id, staff_id, name, phone, duty) values ($1, $2, '矩阵员工', $3, 'technician')`,
        [ground.communityOf(target), staffId, staffId],
      )
      return staffId
    },
    /** Two houses more in the other community, so that the counts differ. */
    houses: (target: Target) =>
      target === 'otherCommunity'
        ? run(
            `insert into house (community_id, house_id, building, stair, room)
             select $1, gen_random_uuid(), '7', '7', room from unnest(array['0701', '0702']) as given (room) on conflict do nothing`,
            [ground.communityOf(target)],
          )
        : Promise.resolve([]),
    houseCount: async (target: Target): Promise<number> =>
      (await run('select 1 from house where community_id = $1', [ground.communityOf(target)])).length,
  }
}
