/** What the inbox can say. A topic holds no names: the sentence is made when it is read. */
export const MESSAGE_TOPICS = {
  repairReceived: { zh: '报修已受理', about: 'repair' },
  repairWithdrawn: { zh: '报修已撤销', about: 'repair' },
  repairFiled: { zh: '有新的报修', about: 'repair' },
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
} as const satisfies Record<string, { zh: string; about: 'repair' | 'board' | 'bill' | 'binding' | 'announcement' }>

export type MessageTopic = keyof typeof MESSAGE_TOPICS
export const MESSAGE_TOPIC_IDS = Object.keys(MESSAGE_TOPICS) as [MessageTopic, ...MessageTopic[]]
