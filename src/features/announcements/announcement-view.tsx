import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Bone, BoneRows, Failed, LastKnown, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { now, saidAt } from '../../services/clock'
import { ANNOUNCEMENT_READS } from './announcement-reads'
import { isOn, kindWord, outageTime, scopeWord } from './announcement-words'
import './announcements.scss'

type Announcement = Output<'announcements.readAnnouncement'>

/** One announcement: what, when, for whom, and who says so. */
export function AnnouncementView({ communityId, announcementId }: { communityId: string; announcementId: string }) {
  const { data, error, knownAt, again } = useCall('announcements.readAnnouncement', { communityId, announcementId })
  if (!data) {
    if (error) return <Failed what="公告" error={error} onAgain={() => void again()} />
    return (
      <Loading what="公告">
        <Bone size="l" width={60} />
        <BoneRows count={3} />
      </Loading>
    )
  }
  return (
    <View className="grid">
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {data.withdrawn && (
        <Notice
          tone="due"
          icon="info"
          title={`已撤回 · ${saidAt(data.withdrawn.at)}`}
          note={`原因：${data.withdrawn.reason}`}
        />
      )}
      <Card>
        <View className="ann-head">
          <Chip tone={data.outage && !data.withdrawn ? 'due' : 'plain'}>{kindWord(data)}</Chip>
          {data.concernsMe && !data.withdrawn && <Chip tone="ok">和您有关</Chip>}
        </View>
        <View className="ann-t">{data.title}</View>
        <View className="ann-text">{data.text}</View>
        <View className="note mute num ann-from">{`${data.from} · ${saidAt(data.postedAt)} 贴出`}</View>
      </Card>
      <Card flush>
        {data.outage && <OutageRow outage={data.outage} withdrawn={data.withdrawn !== undefined} />}
        <Row icon="building-2" title={scopeWord(data)} note="这些楼的住户都收到了消息" />
      </Card>
      {data.moves.map((move) => (
        <Withdraw key={move.act} does={move.does} announcement={data} />
      ))}
    </View>
  )
}

function OutageRow({ outage, withdrawn }: { outage: NonNullable<Announcement['outage']>; withdrawn: boolean }) {
  const over = Date.parse(outage.endsAt) <= now().getTime()
  const note = withdrawn ? '已撤回，不停了' : over ? '已经结束' : isOn(outage, now()) ? '正在进行' : '还没开始'
  return (
    <Row
      icon="calendar-days"
      tone={over || withdrawn ? 'plain' : 'due'}
      title={outageTime(outage, now())}
      note={note}
    />
  )
}

function Withdraw({ does, announcement }: { does: string; announcement: Announcement }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { act, busy, error } = useAct('announcements.withdrawAnnouncement', { refreshes: ANNOUNCEMENT_READS })
  const problem = error?.details?.fields?.[0]?.message ?? error?.message
  const withdraw = async () => {
    const reply = await act({ announcementId: announcement.announcementId, reason: reason.trim() })
    if (reply.ok) setOpen(false)
  }
  return (
    <>
      <Button kind="outlined" onTap={() => setOpen(true)}>
        {does}
      </Button>
      <Confirm
        open={open}
        title="撤回这份公告？"
        note="原文和撤回的原因都会留在这里，收到过消息的住户会再收到一条。"
        yes="确定撤回"
        no="先不撤回"
        busy={busy && '正在撤回…'}
        onYes={() => void withdraw()}
        onClose={() => setOpen(false)}
      >
        <View className="mt4">
          <Field
            icon="pencil"
            label="为什么撤回"
            value={reason}
            placeholder="比如：停水改到下周三"
            problem={problem}
            onChange={setReason}
          />
        </View>
      </Confirm>
    </>
  )
}
