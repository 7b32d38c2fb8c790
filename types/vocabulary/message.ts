/** What the inbox can say. A topic holds no names: the sentence is made when it is read. */
export const MESSAGE_TOPICS = {
  repairReceived: { zh: '报修已受理', about: 'repair' },
  repairWithdrawn: { zh: '报修已撤销', about: 'repair' },
  repairFiled: { zh: '有新的报修', about: 'repair' },
  repairDispatched: { zh: '报修已派单', about: 'repair' },
  repairForYou: { zh: '派给您一单', about: 'repair' },
  repairTaken: { zh: '师傅已接单', about: 'repair' },
  repairArrived: { zh: '师傅已到场', about: 'repair' },
  repairDone: { zh: '修好了，等您确认', about: 'repair' },
  repairConfirmed: { zh: '报修已确认', about: 'repair' },
  repairConfirmedBySilence: { zh: '报修已自动确认', about: 'repair' },
  repairReturned: { zh: '有工单退回来', about: 'repair' },
  repairReopened: { zh: '要求返工', about: 'repair' },
  repairClosedUnfixed: { zh: '报修未修复关闭', about: 'repair' },
  repairObjected: { zh: '有人对关闭有异议', about: 'repair' },
  repairHandedOver: { zh: '离职员工的工单待派', about: 'repair' },
  repairPromiseMissed: { zh: '工单过了承诺时间', about: 'repair' },
  repairRated: { zh: '收到评价', about: 'repair' },
  billIssued: { zh: '账单出来了', about: 'bill' },
  billDisputed: { zh: '有人对账单有疑问', about: 'bill' },
  disputeAnswered: { zh: '账单疑问有答复', about: 'bill' },
  boardPosted: { zh: '收费标准有新版', about: 'board' },
  applicationFiled: { zh: '有人申请绑定', about: 'binding' },
  applicationForHouse: { zh: '有人申请绑定您的房屋', about: 'binding' },
  applicationApproved: { zh: '房屋已绑定', about: 'binding' },
  memberJoined: { zh: '房屋有新成员', about: 'binding' },
  ownerJoined: { zh: '又有业主绑定了您的房屋', about: 'binding' },
  bindingEnded: { zh: '房屋绑定已解除', about: 'binding' },
  rebindingRequested: { zh: '有人申请换您的账号', about: 'binding' },
  announcementPosted: { zh: '新公告', about: 'announcement' },
  announcementWithdrawn: { zh: '公告撤回', about: 'announcement' },
  rebindingApproved: { zh: '您的账号有变更', about: 'binding' },
  statementDrafted: { zh: '季度账目等您复核', about: 'statement' },
  statementReviewed: { zh: '季度账目可以公布', about: 'statement' },
  statementPublished: { zh: '季度账目公布了', about: 'statement' },
} as const satisfies Record<
  string,
  { zh: string; about: 'repair' | 'board' | 'bill' | 'binding' | 'announcement' | 'statement' }
>

export type MessageTopic = keyof typeof MESSAGE_TOPICS
export const MESSAGE_TOPIC_IDS = Object.keys(MESSAGE_TOPICS) as [MessageTopic, ...MessageTopic[]]
