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
  building !== null && stair !== null && room !== null ? houseLabel({ building, stair, room }) : ''

function quarterWord({ quarter }: MessageFacts): string {
  if (quarter === null) return '这一季'
  const { from, to } = quarterOf(quarter)
  return sayPeriod(from, to)
}

/** The sentence of a message, made when it is read: the row itself holds ids alone. */
export function sayMessage(topic: MessageTopic, about: MessageFacts): string {
  const words = `“${shortly(about.description ?? '')}”`
  switch (topic) {
    case 'repairFiled':
      return `有新的报修：${words}，工单 ${about.number ?? ''}，请尽快受理`
    case 'repairReceived':
      return `您报的${words}，物业已受理，工单 ${about.number ?? ''}`
    case 'repairDispatched':
      return `您报的${words}，已经派给师傅`
    case 'repairForYou':
      return `派给您一单：${words}，工单 ${about.number ?? ''}，请接单`
    case 'repairTaken':
      return `您报的${words}，师傅接单了，正赶过来`
    case 'repairArrived':
      return `您报的${words}，师傅到了`
    case 'repairDone':
      return `您报的${words}修完了，请看一眼，说说好没好`
    case 'repairConfirmed':
      return `${words}业主确认修好了，工单 ${about.number ?? ''}`
    case 'repairConfirmedBySilence':
      return `您报的${words}，完工满 72 小时，已自动确认；没修好请打物业电话`
    case 'repairReturned':
      return `${words}被退回来了，工单 ${about.number ?? ''}，请看原因，另派一位师傅`
    case 'repairReopened':
      return `${words}没修好，业主要求返工，工单 ${about.number ?? ''}`
    case 'repairClosedUnfixed':
      return `${words}没有修就关闭了，工单 ${about.number ?? ''}，点开看原因；不同意可以提异议`
    case 'repairObjected':
      return `业主对关闭${words}有异议，工单 ${about.number ?? ''}，请重新办理`
    case 'repairHandedOver':
      return `经办的师傅离职，${words}要另派一位师傅，工单 ${about.number ?? ''}`
    case 'repairPromiseMissed':
      return `${words}过了合同承诺的时间，工单 ${about.number ?? ''}，请马上处理`
    case 'repairRated':
      return `业主评价了${words}，工单 ${about.number ?? ''}`
    case 'repairWithdrawn':
      return `业主撤销了${words}，工单 ${about.number ?? ''}，不用再处理`
    case 'billIssued':
      return `${sayPeriod(about.bill_from ?? '', about.bill_to ?? '')}的账单出来了，${sayYuan(about.amount_fen ?? 0)} 元，点开看怎么算的`
    case 'billDisputed':
      return `有人对账单 ${about.bill_number ?? ''} 有疑问，请核对后答复`
    case 'disputeAnswered':
      return `您对账单 ${about.bill_number ?? ''} 的疑问，物业答复了`
    case 'boardPosted':
      return `收费标准第 ${about.version ?? ''} 版贴出来了，${sayDate(about.effective_from ?? '')}起执行`
    case 'applicationFiled':
      return `有人申请绑定 ${placeOf(about)}，请核对`
    case 'applicationForHouse':
      return `有人申请绑定您的 ${placeOf(about)}，如果不认识，请马上告诉物业`
    case 'applicationApproved':
      return `您申请的 ${placeOf(about)} 已经绑定好了`
    case 'memberJoined':
      return `有人用绑定码加入了您的 ${placeOf(about)}，在“我的房屋”里可以看到，不认识就移除`
    case 'ownerJoined':
      return `有人用登记在册的手机号绑定了您的 ${placeOf(about)}，如果不认识，请马上告诉物业`
    case 'payerAsked':
      return `请您答复：${placeOf(about)} 的物业费是不是由您来缴，在“我的房屋”里答复`
    case 'payerAgreed':
      return `租户同意缴 ${placeOf(about)} 的物业费，以后的账单发给租户`
    case 'payerDeclined':
      return `租户没有同意缴 ${placeOf(about)} 的物业费，账单还是发给业主`
    case 'bindingEnded':
      return `您和 ${placeOf(about)} 的绑定已经解除，有疑问请联系物业`
    case 'announcementPosted':
      return about.title ?? ''
    case 'announcementWithdrawn':
      return `撤回了：${about.title ?? ''}`
    case 'statementDrafted':
      return `${quarterWord(about)}的公共收益账目做好了，等您复核`
    case 'statementReviewed':
      return `${quarterWord(about)}的公共收益账目复核过了，可以公布`
    case 'statementPublished':
      return `${quarterWord(about)}的公共收益账目公布了${about.late_days ? `，迟了 ${about.late_days} 天` : ''}，每一笔都能点开看`
    case 'rebindingRequested':
      return '物业收到申请，要给您换账号或手机号。不是您本人提的，请马上打电话给物业'
    case 'rebindingApproved':
      return '您的账号或手机号变更已经通过复核。不是您本人提的，请马上打电话给物业'
  }
}
