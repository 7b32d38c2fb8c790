import type { MessageTopic } from '../../../types/vocabulary/message'

const SHORT = 16

/** The first words of a report, so that a person knows which one is meant. */
const shortly = (text: string): string => {
  const characters = [...text.replaceAll('\n', ' ')]
  return characters.length <= SHORT ? characters.join('') : `${characters.slice(0, SHORT).join('')}…`
}

/** The sentence of a message, made when it is read: the row itself holds ids alone. */
export function sayMessage(topic: MessageTopic, repair: { number: string; description: string }): string {
  const words = `“${shortly(repair.description)}”`
  switch (topic) {
    case 'repairFiled':
      return `有新的报修：${words}，工单 ${repair.number}，请尽快受理`
    case 'repairReceived':
      return `您报的${words}，物业已受理，工单 ${repair.number}`
    case 'repairWithdrawn':
      return `业主撤销了${words}，工单 ${repair.number}，不用再处理`
  }
}
