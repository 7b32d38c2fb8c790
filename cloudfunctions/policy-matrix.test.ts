import type { CallName } from '../types/contracts'
import { ROLE_IDS, ROLES, type Role } from '../types/vocabulary/roles'
import { accountsProbes } from '../local/testing/accounts-probes'
import { announcementProbes } from '../local/testing/announcement-probes'
import { billProbes } from '../local/testing/bill-probes'
import { boardProbes } from '../local/testing/board-probes'
import { paymentProbes } from '../local/testing/payment-probes'
import { peopleProbes } from '../local/testing/people-probes'
import { phoneProbes } from '../local/testing/phone-probes'
import { type Probe, type Target, TARGETS } from '../local/testing/probe'
import { registerProbes } from '../local/testing/register-probes'
import { repairProbes } from '../local/testing/repair-probes'
import { callAs, openTestStage, type TestStage, yes } from '../local/testing/stage'
import { openTestStorage, type TestStorage } from '../local/testing/storage'
import { openTestWechatPay, type TestWechatPay } from '../local/testing/wechat-pay'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../local/testing/two-communities'
import { main as accounts } from './accounts'
import { main as announcements } from './announcements'
import { main as bills } from './bills'
import { main as fees } from './fees'
import { main as files } from './files'
import { main as imports } from './imports'
import { main as members } from './members'
import { main as payments } from './payments'
import { main as phones } from './phones'
import { main as ratings } from './ratings'
import { main as repairs } from './repairs'
import type { Main } from './shared/call/serve'
import { POLICY, reachOf } from './shared/policy/policy'
import type { Rule } from './shared/policy/rule'

/**
 * Every call × role × target, generated from the policy table. An allowed cell must answer `ok: true` on a real
 * row, and the denied cell is asked with the same input. A new call without a line below does not compile.
 */
const MAINS: Record<string, Main> = {
  accounts,
  announcements,
  bills,
  fees,
  files,
  imports,
  members,
  payments,
  phones,
  ratings,
  repairs,
}

let stage: TestStage
let storage: TestStorage
let wechat: TestWechatPay
const communityIds = new Map<string, string>()

const me = (openid: string) => yes(callAs(members, openid, 'members.showMe', {}))
const houseOf = async (openid: string) => (await me(openid)).seats[0]?.houses[0]?.houseId ?? ''

const GROUND = {
  stage: () => stage,
  communityOf: (target: Target) => communityIds.get(TARGETS[target].community) ?? '',
  houseOf: (openid: string) => houseOf(openid),
}

const PROBES: { [N in CallName]: Probe<N> } = {
  ...announcementProbes(GROUND),
  ...accountsProbes(GROUND),
  ...peopleProbes(GROUND),
  ...billProbes(GROUND),
  ...paymentProbes(GROUND),
  ...boardProbes(GROUND),
  ...registerProbes(GROUND),
  ...phoneProbes(GROUND, (number) => storage.phoneCodeFor(number)),
  ...repairProbes(GROUND),
  'fees.quote': { aim: async () => ({ area100: 8950, priceE4: 13500, from: '2026-04-01', to: '2026-05-01' }) },
  'members.showMe': { aim: async () => ({}) },
  'members.findCommunities': { aim: async () => ({ name: '小区' }) },
  'members.readCommunity': {
    aim: async (target) => ({ communityId: communityIds.get(TARGETS[target].community) ?? '' }),
  },
  'members.takeSeat': {
    aim: async (target, caller) => ({
      seatId: (await me(target === 'ownHouse' ? caller : TARGETS[target].resident)).seatId ?? '',
    }),
  },
  'members.listMessages': { aim: async () => ({}) },
  'members.markMessagesRead': { aim: async () => ({ upTo: communityIds.get('A') ?? '' }) },
}

/** What the policy says a cell must answer: yes, or the code of its refusal. */
function expected(call: CallName, role: Role, target: Target): 'ok' | 'NOT_ALLOWED' | 'NOT_FOUND' {
  const reach = reachOf(call, role)
  switch (reach) {
    case undefined:
      return 'NOT_ALLOWED'
    case 'everyone':
    case 'named community':
      return 'ok'
    case 'community':
      return target === 'otherCommunity' ? 'NOT_FOUND' : 'ok'
    case 'own house':
    case 'own bills':
    case 'own task':
    case 'open pool':
      return target === 'ownHouse' ? 'ok' : 'NOT_FOUND'
    case 'its record': // the probe's file hangs on the draft of a fee board
      return reachOf('fees.readDraft', role) && target !== 'otherCommunity' ? 'ok' : 'NOT_FOUND'
    case 'self':
      return target === 'ownHouse' || !namesSeat(call) ? 'ok' : 'NOT_FOUND'
  }
}

/** Of the calls on oneself only these name a row that could be somebody else's. */
const namesSeat = (call: CallName) => call === 'members.takeSeat' || call === 'files.confirmUpload'

async function ask<N extends CallName>(call: N, caller: string, target: Target): Promise<string> {
  const probe = PROBES[call]
  const input = await probe.aim(target, caller)
  const main = MAINS[call.split('.')[0] ?? '']
  if (!main) throw new Error(`no function answers ${call}`)
  const reply = await callAs(main, caller, call, input)
  if (!reply.ok) return reply.error.code
  if (!probe.shows) return 'ok'
  return (await probe.shows(reply.data, target)) ? 'ok' : 'NOT_FOUND'
}

beforeAll(async () => {
  stage = await openTestStage()
  communityIds.set('A', await stage.found(COMMUNITY_A))
  communityIds.set('B', await stage.found(COMMUNITY_B))
  storage = await openTestStorage(stage.appUrl)
  wechat = await openTestWechatPay(stage)
})
afterAll(async () => {
  await wechat.close()
  await storage.close()
  await stage.close()
})

const calls = Object.keys(POLICY) as CallName[]
const targets = Object.keys(TARGETS) as Target[]

describe.each(calls)('%s', (call) => {
  it.each(ROLE_IDS)('answers a %s of A as the table says, for A’s houses and for B', async (role) => {
    for (const target of targets) {
      const answer = await ask(call, holderOf('A', role), target)
      expect(`${ROLES[role].zh} ${target}: ${answer}`).toBe(
        `${ROLES[role].zh} ${target}: ${expected(call, role, target)}`,
      )
    }
  })

  it('answers a stranger without a seat only if everyone may ask, or anyone who is signed in', async () => {
    const reply = await ask(call, 'nobody-knows-me', 'ownHouse')
    const who: Rule['who'] = POLICY[call].who
    expect(reply).toBe((who.everyone ?? who.signedIn) ? 'ok' : 'NOT_BOUND')
  })
})
