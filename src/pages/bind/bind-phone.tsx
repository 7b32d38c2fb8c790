import { View } from '@tarojs/components'
import { useState } from 'react'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Bar, Page } from '../../components/page'
import { PhoneButton } from '../../components/phone-button'
import { Row } from '../../components/row'
import { Segmented } from '../../components/segmented'
import { doorProblems, useApplyDraft } from '../../features/people/apply-draft'
import { DoorFields } from '../../features/people/door-fields'
import { FormProblem, saidOf } from '../../features/people/form-problem'
import { useAct } from '../../hooks/use-act'
import { useActor } from '../../hooks/use-actor'
import { startAnew } from '../../services/session'
import { goHome } from '../../services/routes'
import { BindHead, type BindHeadProps } from './bind-head'

const COMERS = [
  { value: 'owner', word: '我是业主' },
  { value: 'staff', word: '我是物业员工' },
] as const
type Comer = (typeof COMERS)[number]['value']

const NOTES: Record<Comer, string> = {
  owner:
    '号码由微信验证，只拿来和业主登记核对，对不上就不留。登记的业主才能这样绑定，家人和租户请用绑定码。一天最多试 5 次。',
  staff: '项目经理请您上岗之后，用登记在册的手机号就能接上岗位。一天最多试 5 次。',
}

/** The number that WeChat has verified, compared with the register. The answer is the same whether it fits or not. */
export function BindPhone(head: BindHeadProps) {
  const { communityId } = head
  const { draft, write, forget } = useApplyDraft()
  const [comer, setComer] = useState<Comer>('owner')
  const [tried, setTried] = useState(false)
  const [withheld, setWithheld] = useState(false)
  const [looked, setLooked] = useState(false)
  const bind = useAct('phones.bindByPhone', { refreshes: [], servesOnce: true })
  const office = useAct('phones.takeOfficeByPhone', { refreshes: [], servesOnce: true })
  const { error, busy } = comer === 'owner' ? bind : office
  const missing = comer === 'owner' ? doorProblems(draft) : {}
  const isMissing = Object.keys(missing).length > 0
  const problems = tried ? { ...saidOf(error), ...missing } : {}
  const look = async (phoneCode: string | undefined) => {
    setWithheld(phoneCode === undefined)
    if (phoneCode === undefined) return
    const { building, stair, room } = draft
    const reply =
      comer === 'owner'
        ? await bind.act({ communityId, building, stair, room, phoneCode })
        : await office.act({ communityId, phoneCode })
    if (!reply.ok) return
    forget()
    await startAnew()
    setLooked(true)
  }
  if (looked) return <Looked comer={comer} onApply={() => head.onWay('apply')} />
  return (
    <Page
      title="绑定房屋"
      foot={
        <Bar>
          {isMissing ? (
            <Button onTap={() => setTried(true)}>用微信手机号绑定</Button>
          ) : (
            <PhoneButton busy={busy && '正在核对…'} onCode={(code) => void look(code)}>
              {comer === 'owner' ? '用微信手机号绑定' : '用微信手机号上岗'}
            </PhoneButton>
          )}
        </Bar>
      }
    >
      <FormProblem failed="没能核对" problems={problems} error={error} />
      {withheld && !error && (
        <Notice
          tone="due"
          icon="circle-alert"
          title="没有拿到手机号"
          note="要用这个办法，请在微信问的时候点“允许”；不想给，就用申请或绑定码。"
        />
      )}
      <BindHead {...head} />
      <Segmented label="您是谁" choices={COMERS} value={comer} onChoose={setComer} />
      {comer === 'owner' && <DoorFields door={draft} problems={problems} onWrite={write} />}
      <View className="note mute">{NOTES[comer]}</View>
    </Page>
  )
}

/** What one is bound to now stands below; the words are the same for everybody. */
function Looked({ comer, onApply }: { comer: Comer; onApply(): void }) {
  const { data } = useActor()
  const seats = data?.seats ?? []
  const note =
    comer === 'owner'
      ? '登记的就是这个号码，房屋已经列在下面。\n没有列出来，就是登记的号码不一样，请申请绑定。'
      : '登记的就是这个号码，岗位已经列在下面。\n没有列出来，请让项目经理先请您上岗。'
  return (
    <Page title="核对过了">
      <Empty icon="check" title="和登记核对过了" note={note} action={{ word: '回首页', onTap: goHome }} />
      {seats.length > 0 && (
        <Card flush>
          {seats.map((seat) => (
            <Row
              key={seat.seatId}
              icon={seat.houses.length > 0 ? 'house' : 'users'}
              tone="ok"
              title={seat.houses.map(({ label }) => label).join('、') || (seat.officeName ?? seat.communityName)}
              note={`${seat.communityName} · ${ROLES[seat.role].zh}`}
            />
          ))}
        </Card>
      )}
      {comer === 'owner' && (
        <Button kind="outlined" className="mt4" onTap={onApply}>
          申请绑定
        </Button>
      )}
    </Page>
  )
}
