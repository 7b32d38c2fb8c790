import * as z from 'zod'
import { APPOINTABLE_IDS, BINDING_LIMITS, BODY_KIND_IDS } from '../vocabulary/binding'
import { ROLE_IDS } from '../vocabulary/roles'
import { act, date, id, instant, read, words } from './contract'

const officeName = () => words({ min: 2, max: BINDING_LIMITS.officeMax, what: '岗位' })
const documentWords = () => words({ min: 4, max: BINDING_LIMITS.documentMax, what: '文件名和文号' })

/** Who holds an office here, as far as I look after them: staff for the enterprise, body for the neighbourhood. */
export const listStaff = read({
  input: z.strictObject({}),
  output: z.object({
    staff: z.array(
      z.object({
        seatId: id(),
        role: z.enum(ROLE_IDS),
        name: z.string(),
        officeName: z.string().optional(),
        since: instant(),
        documentWords: z.string().optional(),
        /** Whether I may end this employment or office. */
        mayEnd: z.boolean(),
      }),
    ),
    /** Of the personnel register: whoever has a duty with an office and does not hold it yet. */
    notJoined: z.array(
      z.object({
        staffId: id(),
        name: z.string(),
        duty: z.enum(APPOINTABLE_IDS),
        team: z.string().optional(),
        phone: z.string(),
        /** Until when the invitation holds that is open now. */
        invitedUntil: instant().optional(),
      }),
    ),
    /** The offices that I may appoint to; none for whoever only looks. */
    mayAppoint: z.array(z.enum(APPOINTABLE_IDS)),
    body: z
      .object({
        kind: z.enum(BODY_KIND_IDS),
        name: z.string(),
        documentWords: z.string(),
        from: z.string(),
        until: z.string().optional(),
      })
      .optional(),
    mayRecordBody: z.boolean(),
  }),
})

/** Makes a code for an office: a manager for the enterprise's own staff, the neighbourhood for committee and supervisor. */
export const appointStaff = act({
  about: 'code',
  input: z.strictObject({
    role: z.enum(APPOINTABLE_IDS, { error: '请选岗位' }),
    officeName: officeName(),
    /** The decision that it rests on; needed for committee and supervisor. */
    documentWords: documentWords().optional(),
  }),
  output: z.object({ codeId: id(), code: z.string().optional(), expiresAt: instant() }),
  shownOnce: ['code'],
})

/** Appoints an employee of the personnel register, who comes by the code or by the registered telephone. */
export const inviteStaff = act({
  about: 'code',
  input: z.strictObject({ staffId: id() }),
  output: z.object({
    codeId: id(),
    code: z.string().optional(),
    expiresAt: instant(),
    name: z.string(),
    role: z.enum(APPOINTABLE_IDS),
  }),
  shownOnce: ['code'],
})

/** Ends an office at once; what the leaver had open is handed over. */
export const endEmployment = act({
  about: 'seat',
  input: z.strictObject({
    seatId: id(),
    reason: words({ min: BINDING_LIMITS.reasonMin, max: BINDING_LIMITS.reasonMax, what: '理由' }),
  }),
  output: z.object({
    seatId: id(),
    codesRevoked: z.int(),
    /** Work orders that are back with the desk. */
    tasksHandedOver: z.int(),
  }),
})

/** The neighbourhood records the owners' body of the community, with the document that it rests on. */
export const recordBody = act({
  about: 'body',
  input: z.strictObject({
    kind: z.enum(BODY_KIND_IDS, { error: '请选组织类型' }),
    name: words({ min: 4, max: BINDING_LIMITS.officeMax, what: '组织名称' }),
    documentWords: documentWords(),
    from: date('任期开始'),
    until: date('任期结束').optional(),
  }),
  output: z.object({ bodyId: id() }),
})

/** Heads, houses and area that a decision of the owners counts by: persons, not flats. */
export const readOwnerCount = read({
  input: z.strictObject({}),
  output: z.object({
    heads: z.int(),
    houses: z.int(),
    area100: z.int(),
    /** Houses of which the register names no owner; each is counted as one head until it does. */
    housesWithoutOwner: z.int(),
    housesWithoutArea: z.int(),
    /** Heads that hold more than one house. */
    headsWithSeveral: z.int(),
  }),
})
