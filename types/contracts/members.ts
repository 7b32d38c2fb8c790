import * as z from 'zod'
import { HOME_CALLS } from '../vocabulary/home'
import { MESSAGE_TOPIC_IDS } from '../vocabulary/message'
import { ROLE_IDS } from '../vocabulary/roles'
import { act, cursor, id, instant, open, read, words } from './contract'

const house = z.object({ houseId: id(), label: z.string() })

const seat = z.object({
  seatId: id(),
  role: z.enum(ROLE_IDS),
  communityId: id(),
  communityName: z.string(),
  /** Houses held in this role; empty for an office. */
  houses: z.array(house),
  /** The enterprise or body of an office. */
  officeName: z.string().optional(),
})

const phone = z.object({ label: z.string(), number: z.string(), hours: z.string() })

/** Who am I, in which seats, and in which one now. Anyone may ask; a stranger gets no seats. */
export const showMe = open({
  input: z.strictObject({}),
  output: z.object({
    name: z.string().optional(),
    seats: z.array(seat),
    /** The seat that now acts; absent for a visitor. */
    seatId: id().optional(),
    unreadMessages: z.int(),
    /** Which of these the acting seat may make: a first page asks for nothing that it would be refused. */
    may: z.array(z.enum(HOME_CALLS)),
    now: instant(),
  }),
})

/** Whoever holds several seats chooses which one acts; kept per identity on the server, never sent with a call. */
export const takeSeat = act({
  about: 'seat',
  input: z.strictObject({ seatId: id() }),
  output: z.object({ seatId: id() }),
})

/** What the community publishes about itself, the telephones, and the rules of its place that bind it. */
export const readCommunity = open({
  input: z.strictObject({ communityId: id() }),
  output: z.object({
    communityId: id(),
    name: z.string(),
    city: z.string(),
    builtYear: z.int().optional(),
    houseCount: z.int(),
    enterpriseName: z.string().optional(),
    bodyName: z.string().optional(),
    phones: z.array(phone),
    rules: z.object({
      packName: z.string(),
      /** Days after the quarter's end within which the accounts are published. */
      publishWithinDays: z.int(),
      objectionDays: z.int(),
      answerWithinDays: z.int(),
      priceNoticeMonths: z.int(),
    }),
  }),
})

/** The cities that have communities here, those with most communities first. */
export const listCities = open({
  input: z.strictObject({}),
  output: z.object({ cities: z.array(z.object({ city: z.string(), communityCount: z.int() })).max(100) }),
})

/** Communities by name, in one city or in all, for a visitor who has no house yet. */
export const findCommunities = open({
  input: z.strictObject({
    name: words({ min: 0, max: 40, what: '小区名称' }),
    city: words({ min: 0, max: 40, what: '城市' }).optional(),
  }),
  output: z.object({
    communities: z.array(z.object({ communityId: id(), name: z.string(), city: z.string() })).max(20),
  }),
})

export const listMessages = read({
  input: z.strictObject({ after: cursor() }),
  output: z.object({
    messages: z.array(
      z.object({
        messageId: id(),
        topic: z.enum(MESSAGE_TOPIC_IDS),
        text: z.string(),
        /** What the message is about, at most one of these. */
        repairId: id().optional(),
        boardId: id().optional(),
        billId: id().optional(),
        statementId: id().optional(),
        announcementId: id().optional(),
        receiptId: id().optional(),
        at: instant(),
        read: z.boolean(),
      }),
    ),
    next: z.string().optional(),
  }),
})

export const markMessagesRead = act({
  about: 'seat',
  input: z.strictObject({ upTo: id() }),
  output: z.object({ seatId: id(), unreadMessages: z.int() }),
})
