import { businessDate } from '../../types/vocabulary/dates'
import type { ActAs } from './act-as'
import { setClock } from './on-day'
import {
  arrives,
  confirms,
  dispatches,
  finishes,
  rates,
  receives,
  reopens,
  type Step,
  story,
  takes,
} from './repair-deeds'

/** What the chapter stands on: the owner of the database moves its clock, and the platform's timer is wound by hand. */
interface Ground {
  ownerUrl: string
  windClock(): Promise<void>
}

const DAY = 86_400_000
const MINUTE = 60_000
/** The first story is this old. */
const DAYS_TOLD = 12
const CLERK = 'lin-xiao'

/**
 * Repairs as they went, in the order in which they happened, with the clock of the database set back to each moment: a
 * burst pipe at night, met in 22 minutes and rated five stars; a lamp that missed its promise and came back the first time;
 * and what lies on the desks today.
 */
export async function tellRepairs(ground: Ground, actAs: ActAs, log: (line: string) => void): Promise<void> {
  if ((await actAs(CLERK)('repairs.listRepairs', { filter: 'all' })).repairs.length > 0) return
  const now = new Date((await actAs('lin')('members.showMe', {})).now)
  try {
    await setClock(ground.ownerUrl, new Date(now.getTime() - (DAYS_TOLD + 1) * DAY).toISOString())
    if ((await actAs('lin')('members.showMe', {})).seats.length === 0) {
      log('the residents came too late to have reported anything: a fresh demonstration tells the repairs')
      return
    }
    const steps = stepsUntil(now, actAs, ground).sort((one, other) => one.at.getTime() - other.at.getTime())
    for (const { at, happens } of steps) {
      await setClock(ground.ownerUrl, at.toISOString())
      await happens()
    }
    log(`${steps.length} moments of ${DAYS_TOLD} days of repairs are told`)
  } finally {
    await setClock(ground.ownerUrl, undefined)
  }
  await ground.windClock()
}

function stepsUntil(now: Date, actAs: ActAs, { windClock }: Ground): Step[] {
  const on = (daysAgo: number, clock: string): Date =>
    new Date(`${businessDate(new Date(now.getTime() - daysAgo * DAY))}T${clock}:00+08:00`)
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * MINUTE)
  const turns = [on(4, '12:31'), on(3, '12:31'), on(1, '11:01')].map((at) => ({ at, happens: windClock }))
  return [
    ...burstPipe(actAs, on),
    ...lampThatCameBack(actAs, on),
    ...waitingForTheReporter(actAs, on),
    ...overdue(actAs, on),
    ...today(actAs, ago),
    ...turns,
  ]
}

type On = (daysAgo: number, clock: string) => Date

/** Story 1: 22 minutes from the report to the door, at night. */
const burstPipe = (actAs: ActAs, on: On): Step[] =>
  story(
    actAs,
    {
      reporter: 'lin',
      at: on(12, '22:50'),
      report: {
        category: 'pipeBurst',
        description: '水管爆了，水往走廊流',
        place: '18 层管道井',
        photo: 'pipe',
      },
    },
    [
      [on(12, '22:51'), receives(CLERK)],
      [on(12, '22:52'), dispatches(CLERK, '王师傅', '先关 3-2 立管总阀，带抽水泵')],
      [on(12, '22:54'), takes('wang')],
      [on(12, '23:12'), arrives('wang')],
      [on(12, '23:58'), finishes('wang', '换了一段立管，试水不漏；走廊的水抽干了')],
      [on(11, '08:20'), confirms],
      [
        on(11, '08:22'),
        rates({ stars: 5, tags: ['onTime', 'fixedWell', 'tidy'], words: '半夜二十多分钟就到了，走的时候还把地拖了。' }),
      ],
    ],
  )

/** Story 2, until it comes back the first time: there after 44 hours instead of 24, and dark again three days later. */
const lampThatCameBack = (actAs: ActAs, on: On): Step[] =>
  story(
    actAs,
    {
      reporter: 'zhou',
      at: on(5, '12:30'),
      report: {
        category: 'hallLight',
        description: '6 层楼道的灯不亮了，晚上要摸黑',
        place: '1 栋 2 单元 6 层走廊',
        photo: 'light-before',
      },
    },
    [
      [on(5, '12:41'), receives(CLERK)],
      [on(5, '12:43'), dispatches(CLERK, '孙师傅')],
      [on(5, '12:48'), takes('sun')],
      [on(3, '08:35'), arrives('sun')],
      [on(3, '09:10'), finishes('sun', '换了声控开关，不收费', 'light-after')],
      [on(1, '20:15'), reopens('亮了两天，昨晚又不亮了')],
    ],
  )

const waitingForTheReporter = (actAs: ActAs, on: On): Step[] =>
  story(
    actAs,
    {
      reporter: 'lin',
      at: on(1, '09:00'),
      report: { category: 'doorEntry', description: '单元门刷卡没反应', place: '3 栋 2 单元门口' },
    },
    [
      [on(1, '09:06'), receives(CLERK)],
      [on(1, '09:08'), dispatches(CLERK, '赵师傅')],
      [on(1, '09:15'), takes('zhao')],
      [on(1, '10:05'), arrives('zhao')],
      [on(1, '10:40'), finishes('zhao', '换了读卡头，三张卡都试过了')],
    ],
  )

const overdue = (actAs: ActAs, on: On): Step[] =>
  story(
    actAs,
    {
      reporter: 'zhou',
      at: on(2, '11:00'),
      report: { category: 'doorEntry', description: '单元门关不上，夜里一直开着', place: '1 栋 2 单元门口' },
    },
    [
      [on(2, '11:20'), receives(CLERK)],
      [on(2, '11:22'), dispatches(CLERK, '王师傅')],
      [on(2, '11:40'), takes('wang')],
    ],
  )

/** What lies on the desks: in the pool, sent, on the way against the clock, and not yet received, here and in 红旗里. */
const today = (actAs: ActAs, ago: (minutes: number) => Date): Step[] => [
  ...story(
    actAs,
    {
      reporter: 'zhou',
      at: ago(190),
      report: { category: 'fitness', description: '漫步机的踏板松了', place: '中心花园健身区' },
    },
    [[ago(170), receives(CLERK)]],
  ),
  ...story(
    actAs,
    {
      reporter: 'lin-jia',
      at: ago(130),
      report: { category: 'otherCommon', description: '地下车库入口的灯一闪一闪', place: '地下车库东入口' },
    },
    [
      [ago(120), receives(CLERK)],
      [ago(118), dispatches(CLERK, '王师傅')],
    ],
  ),
  ...story(
    actAs,
    {
      reporter: 'zhou',
      at: ago(18),
      report: { category: 'sewageBack', description: '卫生间地漏往上冒水', place: '卫生间' },
    },
    [
      [ago(17), receives(CLERK)],
      [ago(16), dispatches(CLERK, '王师傅', '业主在家等')],
    ],
  ),
  ...story(actAs, {
    reporter: 'lin-jia',
    at: ago(12),
    report: { category: 'homeDoorWindow', description: '书房窗户的把手松了', place: '书房' },
  }),
  ...story(actAs, {
    reporter: 'qian',
    at: ago(55),
    report: { category: 'roofLeak', description: '顶楼楼梯间下雨漏水', place: '4 栋 2 单元 6 层楼梯间' },
  }),
]
