import * as z from 'zod'
import {
  APPLICATION_STATE_IDS,
  BINDING_LIMITS,
  CODE_PURPOSE_IDS,
  END_REASON_IDS,
  REBINDING_KIND_IDS,
  REGISTER_MATCH_IDS,
} from '../vocabulary/binding'
import { HOUSE_ROLES, ROLE_IDS } from '../vocabulary/roles'
import { addressPart } from './address'
import { act, cursor, date, id, instant, join, open, read, words } from './contract'

const houseRole = () => z.enum(HOUSE_ROLES, { error: '请选业主、家属或租户' })

const personName = () => words({ min: BINDING_LIMITS.nameMin, max: BINDING_LIMITS.nameMax, what: '姓名' })

const phone = () => z.string({ error: '请填写手机号' }).regex(/^1\d{10}$/, { error: '手机号是 1 开头的 11 位数字' })

const reason = () => words({ min: BINDING_LIMITS.reasonMin, max: BINDING_LIMITS.reasonMax, what: '理由' })

/** 80 random bits and a label of the row, in five groups of four; how it is typed does not matter. */
const code = () =>
  z.string({ error: '请填写绑定码' }).min(1, { error: '请填写绑定码' }).max(60, { error: '绑定码是 20 个字母和数字' })

/** Asks to be bound to a house. The answer is the same whether the house exists and whether anything matched. */
export const applyForHouse = join({
  about: 'application',
  input: z.strictObject({
    communityId: id(),
    building: addressPart('栋号'),
    stair: addressPart('单元号'),
    room: addressPart('室号'),
    role: houseRole(),
    name: personName(),
    phone: phone(),
  }),
  output: z.object({ applicationId: id() }),
})

/**
 * Uses a claim code. A code that is wrong, used, revoked or too old is answered alike; that is an answer and not a
 * refusal, because the try must stay counted. An account code needs no name.
 */
export const useClaimCode = join({
  about: 'try',
  input: z.strictObject({ communityId: id(), code: code(), name: personName(), phone: phone().optional() }),
  output: z.object({ tryId: id(), bound: z.boolean() }),
})

/** What became of one's own applications; whoever has no seat yet has no inbox. */
export const listMyApplications = open({
  input: z.strictObject({}),
  output: z.object({
    applications: z.array(
      z.object({
        applicationId: id(),
        communityName: z.string(),
        /** As it was typed: that says nothing about whether there is such a house. */
        label: z.string(),
        role: z.enum(HOUSE_ROLES),
        state: z.enum(APPLICATION_STATE_IDS),
        reason: z.string().optional(),
        at: instant(),
      }),
    ),
  }),
})

const application = z.object({
  applicationId: id(),
  label: z.string(),
  role: z.enum(HOUSE_ROLES),
  name: z.string(),
  phone: z.string(),
  at: instant(),
  state: z.enum(APPLICATION_STATE_IDS),
  reason: z.string().optional(),
  /** Whether I am somebody else than the applicant, as the server will decide. */
  mayDecide: z.boolean(),
  /** Beside what was typed: how far the owner register agrees. The decision is the clerk's. */
  match: z.enum(REGISTER_MATCH_IDS),
  registeredOwners: z.array(z.string()),
  boundNow: z.array(z.object({ role: z.enum(HOUSE_ROLES), name: z.string() })),
})

export const listApplications = read({
  input: z.strictObject({ filter: z.enum(['waiting', 'decided']), after: cursor() }),
  output: z.object({ applications: z.array(application), waiting: z.int(), next: z.string().optional() }),
})

export const approveApplication = act({
  about: 'application',
  input: z.strictObject({ applicationId: id() }),
  output: z.object({ applicationId: id(), state: z.enum(APPLICATION_STATE_IDS) }),
})

export const refuseApplication = act({
  about: 'application',
  input: z.strictObject({ applicationId: id(), reason: reason() }),
  output: z.object({ applicationId: id(), state: z.enum(APPLICATION_STATE_IDS) }),
})

/** A code for one house and one role. Shown once: the same request answered again has no `code`. */
export const issueClaimCode = act({
  about: 'code',
  input: z.strictObject({ houseId: id(), role: houseRole() }),
  output: z.object({
    codeId: id(),
    code: z.string().optional(),
    label: z.string(),
    role: z.enum(HOUSE_ROLES),
    expiresAt: instant(),
  }),
  shownOnce: ['code'],
})

export const revokeClaimCode = act({
  about: 'code',
  input: z.strictObject({ codeId: id() }),
  output: z.object({ codeId: id() }),
})

const openCode = z.object({
  codeId: id(),
  purpose: z.enum(CODE_PURPOSE_IDS),
  role: z.enum(ROLE_IDS).optional(),
  label: z.string().optional(),
  officeName: z.string().optional(),
  issuedBy: z.string().optional(),
  issuedAt: instant(),
  expiresAt: instant(),
})

/** Codes that still open something, newest first. */
export const listClaimCodes = read({
  input: z.strictObject({}),
  output: z.object({ codes: z.array(openCode) }),
})

/** Who is bound to one of my houses, and which invitations are still open. */
export const listHousehold = read({
  input: z.strictObject({ houseId: id() }),
  output: z.object({
    label: z.string(),
    members: z.array(
      z.object({
        bindingId: id(),
        role: z.enum(HOUSE_ROLES),
        name: z.string(),
        since: instant(),
        mine: z.boolean(),
        /** Whether I may end this binding, as the server will decide. */
        mayEnd: z.boolean(),
      }),
    ),
    invitations: z.array(z.object({ codeId: id(), role: z.enum(HOUSE_ROLES), expiresAt: instant() })),
    /** The roles that I may invite to this house. */
    mayInvite: z.array(z.enum(HOUSE_ROLES)),
    /** Whether I am bound as owner and the register does not name me yet: then I decide about nobody. */
    waitsForRegister: z.boolean(),
  }),
})

/** Ends a binding: an owner's for family and tenant, one's own when moving out, a clerk's with its day. History stays. */
export const endBinding = act({
  about: 'binding',
  input: z.strictObject({
    bindingId: id(),
    reason: z.enum(END_REASON_IDS, { error: '请选一个原因' }),
    /** The first day on which it no longer holds; today when left out. */
    on: date('结束日期').optional(),
  }),
  output: z.object({
    bindingId: id(),
    endsAt: instant(),
    /** How many family bindings went with the last owner's. */
    familyEnded: z.int(),
  }),
})

/** Houses by address and the people bound to them, now and before, for whoever keeps the bindings. */
export const listResidents = read({
  input: z.strictObject({ search: words({ min: 0, max: 40, what: '搜索' }), after: cursor() }),
  output: z.object({
    houses: z.array(
      z.object({
        houseId: id(),
        label: z.string(),
        people: z.array(
          z.object({
            bindingId: id(),
            personId: id(),
            role: z.enum(HOUSE_ROLES),
            name: z.string(),
            phone: z.string().optional(),
            from: instant(),
            until: instant().optional(),
            endReason: z.enum(END_REASON_IDS).optional(),
          }),
        ),
      }),
    ),
    next: z.string().optional(),
  }),
})

/** One employee asks for it, another one approves; the person is told at both. */
export const requestRebinding = act({
  about: 'rebinding',
  input: z.strictObject({
    personId: id(),
    kind: z.enum(REBINDING_KIND_IDS, { error: '请选换账号还是换手机号' }),
    newPhone: phone().optional(),
    reason: reason(),
  }),
  output: z.object({ rebindingId: id() }),
})

/** A new account takes a code, shown once; a new phone number holds at once. */
export const approveRebinding = act({
  about: 'rebinding',
  input: z.strictObject({ rebindingId: id() }),
  output: z.object({ rebindingId: id(), code: z.string().optional(), expiresAt: instant().optional() }),
  shownOnce: ['code'],
})

export const listRebindings = read({
  input: z.strictObject({}),
  output: z.object({
    rebindings: z.array(
      z.object({
        rebindingId: id(),
        name: z.string(),
        kind: z.enum(REBINDING_KIND_IDS),
        reason: z.string(),
        requestedBy: z.string(),
        requestedAt: instant(),
        /** Whether I am the second person. */
        mayApprove: z.boolean(),
      }),
    ),
  }),
})
