import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { Output } from '../../../types/contracts'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Hello } from '../../components/hello'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { usePages } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { openPage } from '../../services/routes'

type Message = Output<'members.listMessages'>['messages'][number]

/** The inbox: the truth about what was said to this person, newest first. */
export function MessagesPanel({ everyMs }: { everyMs: number | undefined }) {
  const list = usePages('members.listMessages', {}, { everyMs })
  const messages = list.data?.flatMap((page) => page.messages)
  useReachBottom(list.loadMore)
  useMarkRead(list.knownAt === undefined ? messages?.[0] : undefined)
  const again = () => void list.again()
  return (
    <>
      <Hello title="消息" />
      {!messages && list.error && <Failed what="消息" error={list.error} onAgain={again} />}
      {!messages && !list.error && (
        <Loading what="消息">
          <BoneRows count={5} />
        </Loading>
      )}
      {messages && list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      {messages?.length === 0 && <Empty icon="bell" title="还没有消息" note="您的事情有了进展，会写在这里。" />}
      {messages && messages.length > 0 && (
        <View className="grid">
          <Card flush>
            {messages.map((message) => (
              <MessageRow key={message.messageId} message={message} />
            ))}
          </Card>
          {list.more ? (
            <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
              看更早的
            </Button>
          ) : (
            <End>没有更早的消息了</End>
          )}
        </View>
      )}
    </>
  )
}

function MessageRow({ message }: { message: Message }) {
  const { repairId, text, at, read } = message
  return (
    <Row
      icon={repairId ? 'wrench' : message.boardId ? 'receipt-text' : message.billId ? 'calendar-days' : 'bell'}
      tone={read ? 'plain' : 'due'}
      title={text}
      note={saidAt(at)}
      end={read ? undefined : <Chip tone="due">新</Chip>}
      onTap={openerOf(message)}
    />
  )
}

/** What a tap on a message opens; nothing where it is about nothing that has a page. */
function openerOf({
  repairId,
  boardId,
  billId,
  announcementId,
  statementId,
  receiptId,
  topic,
}: Message): (() => void) | undefined {
  if (topic === 'payerAsked') return () => openPage('household', {})
  if (repairId) return () => openPage('repair', { repairId })
  if (billId) return () => openPage('bill', { billId })
  if (boardId) return () => openPage('board', { boardId })
  if (announcementId) return () => openPage('announcement', { announcementId })
  if (statementId)
    return () => (topic === 'statementPublished' ? openPage('accounts', {}) : openPage('statement', { statementId }))
  if (receiptId) return () => openPage('receipt', { receiptId })
  return undefined
}

/** Seeing the list is reading it. The marks stay until the list is asked again, so that one sees what was new. */
function useMarkRead(newest: Message | undefined): void {
  const { act } = useAct('members.markMessagesRead', { refreshes: ['members.showMe'] })
  const marked = useRef<string>()
  const upTo = newest && !newest.read ? newest.messageId : undefined
  useEffect(() => {
    if (upTo === undefined || marked.current === upTo) return
    marked.current = upTo
    void act({ upTo })
    // `act` is new at each drawing but always does the same; only another newest message is a reason to act.
  }, [upTo])
}
