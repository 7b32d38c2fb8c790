import * as z from 'zod'
import { FEE_LIMITS } from '../vocabulary/fee'
import { date, id, instant, open, read } from './contract'
import { basisOut, compared, version, versionLine } from './fee-version'

/**
 * 费用试算: what an area would pay at a price over some days. Anyone may ask; nothing is stored.
 * One line for each calendar month touched, each rounded half up once.
 */
export const quote = open({
  input: z
    .strictObject({
      area100: z
        .int({ error: '面积要是数字，例如 89.50' })
        .min(1, { error: '面积要大于 0' })
        .max(FEE_LIMITS.area100Max, { error: '面积太大，请核对' }),
      priceE4: z
        .int({ error: '单价要是数字，例如 1.35' })
        .min(0, { error: '单价不能小于 0' })
        .max(FEE_LIMITS.priceE4Max, { error: '单价太高，请核对' }),
      from: date('开始日期'),
      to: date('结束日期'),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], error: '结束日期要在开始日期之后' })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= FEE_LIMITS.quoteDaysMax * 86_400_000, {
      path: ['to'],
      error: '一次最多试算十年',
    }),
  output: z.object({
    lines: z.array(
      z.object({ from: z.string(), to: z.string(), days: z.int(), daysInMonth: z.int(), amountFen: z.int() }),
    ),
    amountFen: z.int(),
  }),
})

/** What a community charges and promises: the version in force, or the one asked for. Anyone may read it. */
export const readBoard = open({
  input: z.strictObject({ communityId: id(), boardId: id().optional() }),
  output: z.object({
    communityName: z.string(),
    board: version.extend(versionLine.shape).extend({ postedAt: instant() }).optional(),
    versions: z.array(versionLine),
    /** What replaces this version next. */
    next: versionLine.optional(),
    phones: z.array(z.object({ label: z.string(), number: z.string(), hours: z.string() })),
    now: instant(),
  }),
})

const comparedPromises = z.array(
  z.object({ dimension: z.string(), before: z.string().optional(), after: z.string().optional() }),
)

/** Two posted versions side by side. */
export const compareBoards = open({
  input: z.strictObject({ communityId: id(), before: id(), after: id() }),
  output: z.object({
    before: versionLine,
    after: versionLine.extend({ postedAt: instant(), basis: basisOut.optional() }),
    items: compared,
    promises: comparedPromises,
  }),
})

/** The area of one's own house as the register has it today; absent where it has none. */
export const readHouseArea = read({
  input: z.strictObject({ houseId: id() }),
  output: z.object({ houseId: id(), area100: z.int().optional() }),
})
