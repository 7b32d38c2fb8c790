import { sayDate } from '../../../types/vocabulary/dates'
import type { MessageTopic } from '../../../types/vocabulary/message'

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
}

/** The sentence of a message, made when it is read: the row itself holds ids alone. */
export function sayMessage(topic: MessageTopic, about: MessageFacts): string {
  const words = `“${shortly(about.description ?? '')}”`
  switch (topic) {
    case 'repairFiled':
      return `有新的报修：${words}，工单 ${about.number ?? ''}，请尽快受理`
    case 'repairReceived':
      return `您报的${words}，物业已受理，工单 ${about.number ?? ''}`
    case 'repairWithdrawn':
      return `业主撤销了${words}，工单 ${about.number ?? ''}，不用再处理`
    case 'boardPosted':
      return `收费标准第 ${about.version ?? ''} 版贴出来了，${sayDate(about.effective_from ?? '')}起执行`
  }
}
