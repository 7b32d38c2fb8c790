import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { sayDate } from '../../../types/vocabulary/dates'
import { BODY_KINDS } from '../../../types/vocabulary/binding'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Row } from '../../components/row'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { sinceDay } from '../../services/clock'
import { Appoint } from './appoint'
import { BodyForm } from './body-form'
import { NotJoined } from './not-joined'
import { saidOf } from './form-problem'
import { PEOPLE_READS } from './people-reads'

type Staff = Output<'members.listStaff'>
type Holder = Staff['staff'][number]

/** Who holds an office, who may be appointed, and for the neighbourhood the body that speaks for the owners. */
export function StaffDesk({ communityName }: { communityName: string }) {
  const staff = useCall('members.listStaff', {})
  const [leaving, setLeaving] = useState<Holder>()
  if (!staff.data) {
    if (staff.error) return <Failed what="任职名单" error={staff.error} onAgain={() => void staff.again()} />
    return (
      <Loading what="任职名单">
        <BoneRows count={4} />
      </Loading>
    )
  }
  const { staff: holders, notJoined, mayAppoint, body, mayRecordBody } = staff.data
  return (
    <>
      {mayRecordBody && <Body body={body} />}
      <Section first title="在任" note={`${holders.length} 人`} />
      {holders.length === 0 ? (
        <Empty icon="users" title="还没有人任职" note="在下面做一个上岗码，交给本人。" />
      ) : (
        <Card flush>
          {holders.map((holder) => (
            <Row
              key={holder.seatId}
              icon="user-round"
              tone="ok"
              title={`${holder.name} · ${ROLES[holder.role].zh}`}
              note={[holder.officeName, holder.documentWords].filter(Boolean).join(' · ')}
              when={sinceDay(holder.since)}
              end={
                holder.mayEnd ? (
                  <Button kind="ghost" size="pill" label={`结束任职 ${holder.name}`} onTap={() => setLeaving(holder)}>
                    结束
                  </Button>
                ) : undefined
              }
            />
          ))}
        </Card>
      )}
      {notJoined.length > 0 && (
        <NotJoined members={notJoined} mayInvite={mayAppoint.length > 0} communityName={communityName} />
      )}
      {mayAppoint.length > 0 && <Appoint roles={mayAppoint} communityName={communityName} />}
      {leaving && <Leave key={leaving.seatId} holder={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

function Body({ body }: { body: Staff['body'] }) {
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Section first title="业主的组织" />
      {body && (
        <Card title={body.name}>
          <View className="t15 sub mt1">{`${BODY_KINDS[body.kind].zh}，依据 ${body.documentWords}`}</View>
          <View className="t15 sub">
            {`任期从 ${sayDate(body.from)} 起${body.until ? `，到 ${sayDate(body.until)}` : ''}`}
          </View>
        </Card>
      )}
      {writing ? (
        <BodyForm onDone={() => setWriting(false)} />
      ) : (
        <Button kind="soft" onTap={() => setWriting(true)}>
          {body ? '登记换届或变更' : '登记业主组织'}
        </Button>
      )}
    </>
  )
}

function Leave({ holder, onClose }: { holder: Holder; onClose(): void }) {
  const { act, busy, error } = useAct('members.endEmployment', { refreshes: PEOPLE_READS })
  const [reason, setReason] = useState('')
  const end = async () => {
    const reply = await act({ seatId: holder.seatId, reason: reason.trim() })
    if (reply.ok) onClose()
  }
  return (
    <Confirm
      open
      title={`结束${holder.name}的任职`}
      note={`${holder.name}马上不能再以${ROLES[holder.role].zh}的身份办事，做出去还没用的绑定码一起作废。`}
      yes="确定结束"
      no="先不结束"
      busy={busy && '正在办…'}
      onYes={() => void end()}
      onClose={onClose}
    >
      <View className="mt2">
        <Field
          icon="pencil"
          label="理由"
          value={reason}
          placeholder="比如：离职"
          problem={error ? (saidOf(error).reason ?? error.message) : undefined}
          onChange={setReason}
        />
      </View>
    </Confirm>
  )
}
