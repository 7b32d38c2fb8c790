/** What the inbox can say. A topic holds no names: the sentence is made when it is read. */
export const MESSAGE_TOPICS = {
  repairReceived: { zh: '报修已受理', about: 'repair' },
  repairWithdrawn: { zh: '报修已撤销', about: 'repair' },
  repairFiled: { zh: '有新的报修', about: 'repair' },
  boardPosted: { zh: '收费标准有新版', about: 'board' },
} as const satisfies Record<string, { zh: string; about: 'repair' | 'board' }>

export type MessageTopic = keyof typeof MESSAGE_TOPICS
export const MESSAGE_TOPIC_IDS = Object.keys(MESSAGE_TOPICS) as [MessageTopic, ...MessageTopic[]]
