import * as z from 'zod'
import { readDecimal } from '../../../types/vocabulary/money'
import type { Founding } from './founding'

const words = (what: string) =>
  z
    .string({ error: `${what}要写成文字` })
    .trim()
    .min(1, { error: `${what}没有填` })
    .max(100, { error: `${what}太长` })
const day = (what: string) => z.iso.date({ error: `${what}要写成 2026-01-31 这样` })

const promise = z.strictObject({
  dimension: words('维度'),
  clauseNo: words('条款号'),
  words: words('承诺'),
  clock: z.enum(['take', 'arrive', 'finish'], { error: 'clock 只能是 take、arrive、finish' }).optional(),
  minutes: z.int({ error: '分钟要写整数' }).positive({ error: '分钟要大于 0' }).optional(),
  calendar: z.enum(['always', 'service hours'], { error: 'calendar 只能是 always、service hours' }).optional(),
  repairs: z.enum(['urgent', 'general'], { error: 'repairs 只能是 urgent（急修）、general（其他报修）' }).optional(),
})

const standard = z.strictObject({
  standardId: words('标准的 standardId'),
  name: words('标准名称'),
  grades: z
    .array(
      z.strictObject({
        code: words('等级'),
        rank: z.int({ error: 'rank 要写整数，数字越大等级越高' }),
        promises: z.array(promise),
      }),
    )
    .min(1, { error: '标准至少要有一个等级' })
    .refine((grades) => new Set(grades.map((grade) => grade.rank)).size === grades.length, {
      error: '两个等级的 rank 不能相同',
    }),
})

/** Yuan as text, because 1.35 has no exact number in a file: in 1/10000 yuan. */
const yuanE4 = (what: string) =>
  z.string({ error: `${what}要写成 "1.35" 这样` }).transform((typed, issue) => {
    const priceE4 = readDecimal(typed, 4)
    if (!priceE4) issue.addIssue({ code: 'custom', message: `${what}要写成 "1.35" 这样，单位是元` })
    return priceE4 ?? 0
  })

const guidePrices = z.strictObject({
  document: words('指导价的文件'),
  fromOn: day('指导价起始日'),
  floatPercent: z.int({ error: '浮动幅度要写整数，比如 20' }).min(0).max(100, { error: '浮动幅度最多 100' }),
  prices: z
    .array(
      z
        .strictObject({
          gradeCode: words('指导价的等级'),
          withLift: yuanE4('有电梯的价'),
          withoutLift: yuanE4('无电梯的价'),
        })
        .transform((it) => ({ gradeCode: it.gradeCode, withLiftE4: it.withLift, withoutLiftE4: it.withoutLift })),
    )
    .min(1, { error: '指导价至少写一个等级' }),
})

const contract = z.strictObject({
  number: words('合同编号'),
  gradeCode: words('合同等级'),
  chargeMode: z.enum(['lump sum', 'remuneration'], {
    error: 'chargeMode 只能是 lump sum（包干制）或 remuneration（酬金制）',
  }),
  fromOn: day('合同起始日'),
  untilOn: day('合同到期日').optional(),
  dueDays: z.int({ error: '缴费天数要写整数' }).min(0).max(366, { error: '缴费天数最多 366' }),
})

const identity = z.strictObject({
  provider: z.enum(['wx', 'cloudbase'], { error: 'provider 只能是 wx 或 cloudbase' }),
  app: words('identities 的 app'),
  subject: words('identities 的 subject'),
})

const manager = z.strictObject({
  name: words('经理姓名'),
  phone: z
    .string()
    .regex(/^\d{5,12}$/, { error: '经理电话只写数字' })
    .optional(),
  identities: z.array(identity).min(1, { error: '至少写一个能登录的账号，否则没有人能开始工作' }),
})

const neighbour = manager.extend({
  officeName: words('办公室名称'),
  role: z.enum(['neighbourhood', 'street'], { error: 'role 只能是 neighbourhood 或 street' }),
})

/** The file that `npm run found` takes: the frame of a community. Houses, owners and staff come by import. */
const foundingFile = z
  .strictObject({
    street: z.strictObject({ name: words('街道名称'), neighbourhoodName: words('社区名称') }),
    enterprise: z.strictObject({ name: words('物业公司名称') }),
    community: z.strictObject({
      name: words('小区名称'),
      city: words('城市'),
      builtYear: z.int({ error: '建成年份要写整数' }).min(1900).max(2200).optional(),
      bodyName: words('业主组织名称').optional(),
      hasLift: z.boolean({ error: 'hasLift 写 true 或 false' }).optional(),
    }),
    phones: z
      .array(z.strictObject({ label: words('电话名称'), number: words('电话'), hours: words('服务时间') }))
      .max(20),
    standard: standard.optional(),
    guidePrices: guidePrices.optional(),
    contract: contract.optional(),
    manager,
    /** Neighbourhood and street, who record the committee and supervise. */
    overseers: z.array(neighbour).max(10).default([]),
  })
  .refine((file) => !file.contract || file.standard?.grades.some((grade) => grade.code === file.contract?.gradeCode), {
    path: ['contract', 'gradeCode'],
    error: '合同的等级不在标准里，请写标准里有的等级',
  })
  .refine(
    ({ guidePrices: guide, standard: known }) =>
      !guide || guide.prices.every((price) => known?.grades.some((grade) => grade.code === price.gradeCode)),
    { path: ['guidePrices'], error: '指导价的等级不在标准里，请写标准里有的等级' },
  )
  .refine((file) => !file.contract?.untilOn || file.contract.untilOn > file.contract.fromOn, {
    path: ['contract', 'untilOn'],
    error: '合同到期日要晚于起始日',
  })

export type FoundingReading = { founding: Founding } | { problems: string[] }

/** The founding that a file describes, or what is wrong with it, line by line and in plain words. */
export function readFoundingFile(content: unknown): FoundingReading {
  const parsed = foundingFile.safeParse(content)
  if (!parsed.success) return { problems: parsed.error.issues.map(sayIssue) }
  const { manager: first, overseers, ...frame } = parsed.data
  const office = { role: 'manager' as const, officeName: frame.enterprise.name }
  return {
    founding: {
      ...frame,
      houses: [],
      people: [
        { ...first, seats: [office] },
        ...overseers.map(({ role, officeName, ...person }) => ({ ...person, seats: [{ role, officeName }] })),
      ],
    },
  }
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.') || '整个文件'
  if (issue.code === 'unrecognized_keys') return `${place}：不认识 ${issue.keys.join('、')}，请对照例子改名或删掉`
  if (issue.code === 'invalid_type' && !/[\u4e00-\u9fff]/.test(issue.message)) return `${place}：没有填，或形式不对`
  return `${place}：${issue.message}`
}
