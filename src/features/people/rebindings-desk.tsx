import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { REBINDING_KINDS } from '../../../types/vocabulary/binding'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { PEOPLE_READS } from './people-reads'
import { Slip } from './slip'

type Rebinding = Output<'members.listRebindings'>['rebindings'][number]
interface Fresh {
  name: string
  code: string
  expiresAt: string
}

/** What waits for a second person; nothing at all when nothing waits. */
export function RebindingsDesk({ communityName }: { communityName: string }) {
  const { data } = useCall('members.listRebindings', {})
  const [fresh, setFresh] = useState<Fresh>()
  const rebindings = data?.rebindings ?? []
  return (
    <>
      {fresh && (
        <Slip
          communityName={communityName}
          opens={`${fresh.name} · 换新账号`}
          code={fresh.code}
          expiresAt={fresh.expiresAt}
          onDone={() => setFresh(undefined)}
        />
      )}
      {rebindings.length > 0 && (
        <>
          <Section title="要第二个人复核" note={`${rebindings.length} 件`} />
          <Card flush>
            {rebindings.map((one) => (
              <Waiting key={one.rebindingId} rebinding={one} onCode={setFresh} />
            ))}
          </Card>
        </>
      )}
    </>
  )
}

function Waiting({ rebinding, onCode }: { rebinding: Rebinding; onCode(fresh: Fresh): void }) {
  const { act, busy, error } = useAct('members.approveRebinding', { refreshes: PEOPLE_READS })
  const { rebindingId, name, kind, reason, requestedBy, requestedAt, mayApprove } = rebinding
  const approve = async () => {
    const reply = await act({ rebindingId })
    if (reply.ok && reply.data.code && reply.data.expiresAt) {
      onCode({ name, code: reply.data.code, expiresAt: reply.data.expiresAt })
    }
  }
  return (
    <View>
      {error && <Notice tone="due" icon="circle-alert" title="没能通过" note={error.message} />}
      <Row
        icon="refresh-cw"
        tone="due"
        title={`${name}：${REBINDING_KINDS[kind].zh}`}
        note={`${reason}（${requestedBy} 提的）`}
        when={saidAt(requestedAt)}
        end={
          mayApprove ? (
            <Button
              kind="soft"
              size="act"
              label={`复核通过 ${name}`}
              busy={busy && '正在办'}
              onTap={() => void approve()}
            >
              通过
            </Button>
          ) : (
            <View className="note mute">等同事复核</View>
          )
        }
      />
    </View>
  )
}
