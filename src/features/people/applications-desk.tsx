import { View } from '@tarojs/components'
import { useState } from 'react'
import { APPLICATION_STATES, BINDING_LIMITS, REGISTER_MATCHES } from '../../../types/vocabulary/binding'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Segmented } from '../../components/segmented'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { usePages } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { dial } from '../../services/phone'
import { saidOf } from './form-problem'
import { PEOPLE_READS } from './people-reads'
import type { Application } from './people-words'
import './people.scss'

const FILTERS = [
  { value: 'waiting', word: '等核对' },
  { value: 'decided', word: '办过的' },
] as const

/** Applications with the owner register beside them; a match fills in the page and decides nothing. */
export function ApplicationsDesk() {
  const [filter, setFilter] = useState<'waiting' | 'decided'>('waiting')
  const [done, setDone] = useState<string>()
  return (
    <>
      <Segmented label="看哪些申请" choices={FILTERS} value={filter} onChoose={setFilter} />
      {done && <Notice tone="ok" icon="check" title={done} />}
      <List filter={filter} onDone={setDone} />
    </>
  )
}

function List({ filter, onDone }: { filter: 'waiting' | 'decided'; onDone(sentence: string): void }) {
  const list = usePages('members.listApplications', { filter })
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="绑定申请" error={list.error} onAgain={again} />
    return (
      <Loading what="绑定申请">
        <BoneRows count={3} />
      </Loading>
    )
  }
  const applications = list.data.flatMap((page) => page.applications)
  if (applications.length === 0) {
    return (
      <Empty
        icon="check"
        title={filter === 'waiting' ? '都核对完了' : '还没有办过'}
        note="住户申请绑定，会出现在这里。"
      />
    )
  }
  return (
    <>
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      <View className="grid people-grid">
        {applications.map((application) => (
          <ApplicationCard key={application.applicationId} application={application} onDone={onDone} />
        ))}
      </View>
      {list.more ? (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看更早的
        </Button>
      ) : (
        <End>{`一共 ${applications.length} 份，都在这里了`}</End>
      )}
    </>
  )
}

function ApplicationCard({ application, onDone }: { application: Application; onDone(sentence: string): void }) {
  const { label, role, name, phone, at, state, reason, match, registeredOwners, boundNow } = application
  const { zh, tone } = REGISTER_MATCHES[match]
  const bound = boundNow.map((one) => `${one.name}（${ROLES[one.role].zh}）`).join('、')
  return (
    <Card title={`${name} 申请绑定 ${label}`}>
      <View className="mt2">
        <Chip tone={tone}>{zh}</Chip>
      </View>
      <View className="people-facts num">
        <Fact name="身份" value={ROLES[role].zh} />
        <Fact name="手机号" value={phone} />
        <Fact name="登记业主" value={registeredOwners.join('、') || '没有登记'} />
        <Fact name="已绑定" value={bound || '还没有人'} />
        <Fact name="申请时间" value={saidAt(at)} />
        {reason && <Fact name="理由" value={reason} />}
      </View>
      {state === 'waiting' ? (
        application.mayDecide ? (
          <Decide application={application} onDone={onDone} />
        ) : (
          <View className="note mute mt3">这是您自己的申请，请同事来核对。</View>
        )
      ) : (
        <View className="mt3">
          <Chip tone={APPLICATION_STATES[state].tone}>{APPLICATION_STATES[state].zh}</Chip>
        </View>
      )}
    </Card>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <View className="people-fact-k">{name}</View>
      <View className="people-fact-v">{value}</View>
    </>
  )
}

function Decide({ application, onDone }: { application: Application; onDone(sentence: string): void }) {
  const { applicationId, name, label, phone } = application
  const approve = useAct('members.approveApplication', { refreshes: PEOPLE_READS })
  const refuse = useAct('members.refuseApplication', { refreshes: PEOPLE_READS })
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const approveNow = async () => {
    const reply = await approve.act({ applicationId })
    if (reply.ok) onDone(`已把 ${name} 绑定到 ${label}，本人会收到消息`)
  }
  const refuseNow = async () => {
    const reply = await refuse.act({ applicationId, reason: reason.trim() })
    if (reply.ok) onDone(`没有通过 ${name} 的申请，本人会看到理由`)
  }
  const short = reason.trim().length < BINDING_LIMITS.reasonMin
  return (
    <>
      {approve.error && (
        <View className="mt3">
          <Notice tone="due" icon="circle-alert" title="没能通过" note={approve.error.message} />
        </View>
      )}
      <View className="mt3">
        <Button kind="ghost" size="pill" icon="phone" label={`打电话给${name}`} onTap={() => dial(phone)}>
          打电话核对
        </Button>
      </View>
      <View className="duo mt3">
        <Button kind="outlined" label={`不通过 ${name} ${label}`} onTap={() => setRefusing(true)}>
          不通过
        </Button>
        <Button
          kind="soft"
          className="btn-last"
          label={`通过 ${name} ${label}`}
          busy={approve.busy && '正在绑定…'}
          onTap={() => void approveNow()}
        >
          通过
        </Button>
      </View>
      <Confirm
        open={refusing}
        title={`不通过 ${name} 的申请`}
        note="写一句理由，本人会看到，知道接下来怎么办。"
        yes="确定不通过"
        no="再看看"
        busy={refuse.busy && '正在办…'}
        onYes={() => void refuseNow()}
        onClose={() => setRefusing(false)}
      >
        <View className="mt2">
          <Field
            icon="pencil"
            label="理由"
            value={reason}
            placeholder="比如：请带房产证来前台核对"
            problem={refuse.error ? (saidOf(refuse.error).reason ?? refuse.error.message) : undefined}
            onChange={setReason}
          />
          {short && <View className="note mute">理由至少写两个字。</View>}
        </View>
      </Confirm>
    </>
  )
}
