import * as z from 'zod'
import { FEE_LIMITS } from '../vocabulary/fee'
import { date, open } from './contract'

/**
 * 费用试算: what an area would pay at a price over some days. Anyone may ask; nothing is stored.
 * One line for each calendar month touched, each rounded half up once.
 */
export const quote = open({
  input: z
    .strictObject({
      area100: z.int({ error: '面积要是数字，例如 89.50' }).min(1, { error: '面积要大于 0' }).max(FEE_LIMITS.area100Max, { error: '面积太大，请核对' }),
      priceE4: z.int({ error: '单价要是数字，例如 1.35' }).min(0, { error: '单价不能小于 0' }).max(FEE_LIMITS.priceE4Max, { error: '单价太高，请核对' }),
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
