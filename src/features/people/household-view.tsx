import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Failed, LastKnown, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { saidAt, sinceDay } from '../../services/clock'
import { startAnew } from '../../services/session'
import { goHome } from '../../services/routes'
import { EndBinding } from './end-binding'
import { PEOPLE_READS } from './people-reads'
import type { HouseRole } from './people-words'
import { Slip } from './slip'

type Household = Output<'members.listHousehold'>
type Member = Household['members'][number]
type Fresh = Output<'members.issueClaimCode'>

/** Who is bound to one house, who is invited, and what the owner may do about it. */
export function HouseholdView({ houseId, communityName }: { houseId: string; communityName: string }) {
  const house = useCall('members.listHousehold', { houseId })
  const [fresh, setFresh] = useState<Fresh>()
  const [leaving, setLeaving] = useState<Member>()
  const again = () => void house.again()
  if (!house.data) {
    if (house.error) return <Failed what="房屋成员" error={house.error} onAgain={again} />
    return (
      <Loading what="房屋成员">
        <BoneRows count={3} />
      </Loading>
    )
  }
  const { label, members, invitations, mayInvite, waitsForRegister } = house.data
  return (
    <>
      {house.knownAt !== undefined && <LastKnown at={house.knownAt} onAgain={again} />}
      {fresh?.code && (
        <Slip
          communityName={communityName}
          opens={`${fresh.label} · ${ROLES[fresh.role].zh}`}
          code={fresh.code}
          expiresAt={fresh.expiresAt}
          onDone={() => setFresh(undefined)}
        />
      )}
      <Section first title={label} note={`${members.length} 人`} />
      <Members members={members} onEnd={setLeaving} />
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      {waitsForRegister && (
        <Notice
          tone="due"
          icon="circle-alert"
          title="业主登记里还没有您"
          note="报修、看公示都不受影响。补登以后，才能看这套房的账单，给家人和租户发码，请带证件找物业补登。"
        />
      )}
      {mayInvite.length > 0 && !fresh?.code && <Invite houseId={houseId} roles={mayInvite} onMade={setFresh} />}
      {leaving && (
        <EndBinding
          key={leaving.bindingId}
          bindingId={leaving.bindingId}
          name={leaving.mine ? '您自己' : leaving.name}
          label={label}
          reason={leaving.mine ? 'movedOut' : 'removed'}
          note={
            leaving.mine
              ? '解除后，您不能再替这套房报修，也看不到它的账单。要再住回来，请业主重新给您码。'
              : `解除后，${leaving.name}不能再替这套房报修，也看不到它的账单。`
          }
          onDone={() => {
            setLeaving(undefined)
            if (leaving.mine) void startAnew().then(goHome)
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  )
}

function Members({ members, onEnd }: { members: readonly Member[]; onEnd(member: Member): void }) {
  return (
    <Card flush>
      {members.map((member) => (
        <Row
          key={member.bindingId}
          icon="user-round"
          tone={member.role === 'owner' ? 'ok' : 'plain'}
          title={member.name || '住户'}
          note={ROLES[member.role].zh}
          when={sinceDay(member.since)}
          end={
            member.mayEnd ? (
              <Button
                kind="ghost"
                size="pill"
                label={`${member.mine ? '解除' : '移除'} ${member.name}`}
                onTap={() => onEnd(member)}
              >
                {member.mine ? '我搬走了' : '移除'}
              </Button>
            ) : member.mine ? (
              <Chip tone="ok">您</Chip>
            ) : undefined
          }
        />
      ))}
    </Card>
  )
}

function Invitations({ invitations }: { invitations: Household['invitations'] }) {
  const { act, busy, error } = useAct('members.revokeClaimCode', { refreshes: PEOPLE_READS })
  return (
    <>
      <Section title="还没用的码" />
      {error && <Notice tone="due" icon="circle-alert" title="没能作废" note={error.message} />}
      <Card flush>
        {invitations.map(({ codeId, role, expiresAt }) => (
          <Row
            key={codeId}
            icon="door-open"
            tone="due"
            title={`给${ROLES[role].zh}的码`}
            note={`${saidAt(expiresAt)} 前有效`}
            end={
              <Button kind="ghost" size="pill" busy={busy && '正在作废'} onTap={() => void act({ codeId })}>
                作废
              </Button>
            }
          />
        ))}
      </Card>
    </>
  )
}

interface InviteProps {
  houseId: string
  roles: readonly HouseRole[]
  onMade(fresh: Fresh): void
}

/** The owner brings people home by a code that is handed over; nobody is added by a name alone. */
function Invite({ houseId, roles, onMade }: InviteProps) {
  const { act, busy, error } = useAct('members.issueClaimCode', { refreshes: PEOPLE_READS })
  const [making, setMaking] = useState<HouseRole>()
  const make = async (role: HouseRole) => {
    setMaking(role)
    const reply = await act({ houseId, role })
    if (reply.ok) onMade(reply.data)
  }
  return (
    <>
      <Section title="加人" />
      {error && <Notice tone="due" icon="circle-alert" title="没能做出码" note={error.message} />}
      <Card>
        <View className="t15 sub">
          给家人或租户一个绑定码，他们在自己的手机上输入。家人能报修、看账单；租户能报修，看自己付的账单。您随时可以移除。
        </View>
        <View className="duo mt4">
          {roles.map((role) => (
            <Button
              key={role}
              kind="soft"
              busy={busy && making === role && '正在做码…'}
              disabled={busy}
              onTap={() => void make(role)}
            >
              {`加${ROLES[role].zh}`}
            </Button>
          ))}
        </View>
      </Card>
    </>
  )
}
