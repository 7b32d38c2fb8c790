import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { saidAt } from '../../services/clock'
import { PEOPLE_READS } from './people-reads'
import { Slip } from './slip'

type Member = Output<'members.listStaff'>['notJoined'][number]
interface Fresh {
  opens: string
  code: string
  expiresAt: string
}

interface NotJoinedProps {
  members: readonly Member[]
  /** The manager invites; a clerk only sees who is missing. */
  mayInvite: boolean
  communityName: string
}

/** Employees of the personnel register who do not hold their office yet: one tap makes the code and opens the office. */
export function NotJoined({ members, mayInvite, communityName }: NotJoinedProps) {
  const { act, busy, error } = useAct('members.inviteStaff', { refreshes: PEOPLE_READS })
  const [inviting, setInviting] = useState<string>()
  const [fresh, setFresh] = useState<Fresh>()
  const invite = async (staffId: string) => {
    setInviting(staffId)
    const reply = await act({ staffId })
    if (!reply.ok || !reply.data.code) return
    const { name, role, code, expiresAt } = reply.data
    setFresh({ opens: `${name} · ${ROLES[role].zh}`, code, expiresAt })
  }
  return (
    <>
      <Section title="登记了，还没上岗" note={`${members.length} 人`} />
      {fresh && <Slip communityName={communityName} {...fresh} onDone={() => setFresh(undefined)} />}
      {error && <Notice tone="due" icon="circle-alert" title="没能做出上岗码" note={error.message} />}
      <Card flush>
        {members.map((member) => (
          <Row
            key={member.staffId}
            icon="user-round"
            tone={member.invitedUntil ? 'due' : 'plain'}
            title={`${member.name} · ${ROLES[member.duty].zh}`}
            note={[member.team, member.phone, member.invitedUntil && `已请，${saidAt(member.invitedUntil)} 前有效`]
              .filter(Boolean)
              .join(' · ')}
            end={
              mayInvite ? (
                <Button
                  kind="soft"
                  size="pill"
                  label={`${member.invitedUntil ? '再请' : '请'} ${member.name} 上岗`}
                  busy={busy && inviting === member.staffId && '正在做码'}
                  disabled={busy}
                  onTap={() => void invite(member.staffId)}
                >
                  {member.invitedUntil ? '换一个码' : '请上岗'}
                </Button>
              ) : undefined
            }
          />
        ))}
      </Card>
    </>
  )
}
