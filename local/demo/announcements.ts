import { addMonths, businessDate } from '../../types/vocabulary/dates'
import type { Chapter } from './act-as'

/** A planned outage of one building, a notice and works, as an office and a committee would put them on the board. */
export const tellAnnouncements: Chapter = async (actAs, log) => {
  const { now, communityId } = await seatOf(actAs)
  const { announcements } = await actAs('lin-xiao')('announcements.listAnnouncements', { communityId })
  if (announcements.length > 0) return
  const dayAfterTomorrow = businessDate(new Date(Date.parse(now) + 2 * 86_400_000))
  const clockOf = (hour: string) => new Date(`${dayAfterTomorrow}T${hour}:00+08:00`).toISOString()
  await actAs('song')('announcements.postAnnouncement', {
    kind: 'notice',
    title: '业主委员会每月 15 日开放接待',
    text: `每月 15 日 19:00 到 20:30，在架空层活动室。\n${addMonths(dayAfterTomorrow, 1).slice(0, 7)} 起可以当面查看上一季度的凭证。`,
    buildings: [],
  })
  await actAs('zhou-min')('announcements.postAnnouncement', {
    kind: 'works',
    title: '电梯年度检验，分单元停梯',
    text: '检验期间每个单元停梯约 2 小时，当天上午在门厅贴具体时间。行动不便的住户请提前告诉服务中心。',
    buildings: [],
  })
  await actAs('lin-xiao')('announcements.postAnnouncement', {
    kind: 'outage',
    title: '3 栋水箱清洗，白天停水',
    text: '清洗期间 3 栋停水，请提前储水。来水后先放一会儿再用。',
    outage: { what: 'water', startsAt: clockOf('09:00'), endsAt: clockOf('17:00') },
    buildings: ['3'],
  })
  log('3 announcements are posted')
}

async function seatOf(actAs: Parameters<Chapter>[0]): Promise<{ now: string; communityId: string }> {
  const { now, seats, seatId } = await actAs('lin-xiao')('members.showMe', {})
  return { now, communityId: seats.find((seat) => seat.seatId === seatId)?.communityId ?? '' }
}
