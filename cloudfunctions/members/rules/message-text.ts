import { sayDate, sayPeriod } from '../../../types/vocabulary/dates'
import type { MessageTopic } from '../../../types/vocabulary/message'
import { sayYuan } from '../../../types/vocabulary/money'
import { quarterOf } from '../../../types/vocabulary/statement'
import { houseLabel } from '../../shared/people/house-label'

const SHORT = 16

/** The first words of a report, so that a person knows which one is meant. */
const shortly = (text: string): string => {
  const characters = [...text.replaceAll('\n', ' ')]
  return characters.length <= SHORT ? characters.join('') : `${characters.slice(0, SHORT).join('')}…`
}

/** What the sentence may need, by what the message is about; the rest is null. */
export interface MessageFacts {
  number: string | null
  description: string | null
  version: number | null
  effective_from: string | null
  bill_from: string | null
  bill_to: string | null
  bill_number: string | null
  amount_fen: number | null
  building: string | null
  stair: string | null
  room: string | null
  title: string | null
  quarter: string | null
  late_days: number | null
}

const placeOf = ({ building, stair, room }: MessageFacts): string =>
  building !== null && stair !== null && room !== null ? houseLabel({ building, stair, room }) : '一套房屋'

function quarterWord({ quarter }: MessageFacts): string {
  if (quarter === null) return '这一季'
  const { from, to } = quarterOf(quarter)
  return sayPeriod(from, to)
}

const wordsOf = (about: MessageFacts): string => `“${shortly(about.description ?? '')}”`

const SENTENCES: Record<MessageTopic, (about: MessageFacts) => string> = {
  repairFiled: (about) => `有新的报修：${wordsOf(about)}，工单 ${about.number ?? ''}，请尽快受理`,
  repairReceived: (about) => `您报的${wordsOf(about)}，物业已受理，工单 ${about.number ?? ''}`,
  repairDispatched: (about) => `您报的${wordsOf(about)}，已经派给师傅`,
  repairForYou: (about) => `派给您一单：${wordsOf(about)}，工单 ${about.number ?? ''}，请接单`,
  repairTaken: (about) => `您报的${wordsOf(about)}，师傅接单了，正赶过来`,
  repairArrived: (about) => `您报的${wordsOf(about)}，师傅到了`,
  repairDone: (about) => `您报的${wordsOf(about)}修完了，请看一眼，说说好没好`,
  repairConfirmed: (about) => `${wordsOf(about)}业主确认修好了，工单 ${about.number ?? ''}`,
  repairConfirmedBySilence: (about) => `您报的${wordsOf(about)}，完工满 72 小时，已自动确认；没修好请打物业电话`,
  repairReturned: (about) => `${wordsOf(about)}被退回来了，工单 ${about.number ?? ''}，请看原因，另派一位师傅`,
  repairReopened: (about) => `${wordsOf(about)}没修好，业主要求返工，工单 ${about.number ?? ''}`,
  repairClosedUnfixed: (about) =>
    `${wordsOf(about)}没有修就关闭了，工单 ${about.number ?? ''}，点开看原因；不同意可以提异议`,
  repairObjected: (about) => `业主对关闭${wordsOf(about)}有异议，工单 ${about.number ?? ''}，请重新办理`,
  repairHandedOver: (about) => `经办的师傅离职，${wordsOf(about)}要另派一位师傅，工单 ${about.number ?? ''}`,
  repairPromiseMissed: (about) => `${wordsOf(about)}过了合同承诺的时间，工单 ${about.number ?? ''}，请马上处理`,
  repairRated: (about) => `业主评价了${wordsOf(about)}，工单 ${about.number ?? ''}`,
  repairWithdrawn: (about) => `业主撤销了${wordsOf(about)}，工单 ${about.number ?? ''}，不用再处理`,
  billIssued: (about) =>
    `${sayPeriod(about.bill_from ?? '', about.bill_to ?? '')}的账单出来了，${sayYuan(about.amount_fen ?? 0)} 元，点开看怎么算的`,
  billDisputed: (about) => `有人对账单 ${about.bill_number ?? ''} 有疑问，请核对后答复`,
  disputeAnswered: (about) => `您对账单 ${about.bill_number ?? ''} 的疑问，物业答复了`,
  boardPosted: (about) => `收费标准第 ${about.version ?? ''} 版贴出来了，${sayDate(about.effective_from ?? '')}起执行`,
  applicationFiled: (about) => `有人申请绑定 ${placeOf(about)}，请核对`,
  applicationForHouse: (about) => `有人申请绑定您的 ${placeOf(about)}，如果不认识，请马上告诉物业`,
  applicationApproved: (about) => `您申请的 ${placeOf(about)} 已经绑定好了`,
  memberJoined: (about) => `有人用绑定码加入了您的 ${placeOf(about)}，在“我的房屋”里可以看到，不认识就移除`,
  ownerJoined: (about) => `有人用登记在册的手机号绑定了您的 ${placeOf(about)}，如果不认识，请马上告诉物业`,
  payerAsked: (about) => `请您答复：${placeOf(about)} 的物业费是不是由您来缴，在“我的房屋”里答复`,
  payerAgreed: (about) => `租户同意缴 ${placeOf(about)} 的物业费，以后的账单发给租户`,
  payerDeclined: (about) => `租户没有同意缴 ${placeOf(about)} 的物业费，账单还是发给业主`,
  bindingEnded: (about) => `您和 ${placeOf(about)} 的绑定已经解除，有疑问请联系物业`,
  announcementPosted: (about) => about.title ?? '',
  announcementWithdrawn: (about) => `撤回了：${about.title ?? ''}`,
  statementDrafted: (about) => `${quarterWord(about)}的公共收益账目做好了，等您复核`,
  statementReviewed: (about) => `${quarterWord(about)}的公共收益账目复核过了，可以公布`,
  statementPublished: (about) =>
    `${quarterWord(about)}的公共收益账目公布了${about.late_days ? `，迟了 ${about.late_days} 天` : ''}，每一笔都能点开看`,
  paymentReceived: (about) => `收到您缴的 ${sayYuan(about.amount_fen ?? 0)} 元，收据 ${about.number ?? ''}`,
  moneySetAside: (about) => `收据 ${about.number ?? ''} 的钱有一部分对不上账单，已记入暂收待查，请核对`,
  rebindingRequested: () => '物业收到申请，要给您换账号或手机号。不是您本人提的，请马上打电话给物业',
  rebindingApproved: () => '您的账号或手机号变更已经通过复核。不是您本人提的，请马上打电话给物业',
}

/** The sentence of a message, made when it is read: the row itself holds ids alone. */
export const sayMessage = (topic: MessageTopic, about: MessageFacts): string => SENTENCES[topic](about)
