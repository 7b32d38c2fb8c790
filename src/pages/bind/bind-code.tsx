import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Empty } from '../../components/faces'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Bar, Page } from '../../components/page'
import { FormProblem, saidOf } from '../../features/people/form-problem'
import { nameProblem, only } from '../../features/people/people-words'
import { useAct } from '../../hooks/use-act'
import { startAnew } from '../../services/session'
import { goHome } from '../../services/routes'
import { BindHead, type BindHeadProps } from './bind-head'

/** A code binds at once. Whatever is wrong with one, the answer is the same. */
export function BindCode(head: BindHeadProps) {
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [outcome, setOutcome] = useState<'bound' | 'unfit'>()
  const { act, busy, error } = useAct('members.useClaimCode', { refreshes: [] })
  const missing = only({ code: code.trim() ? undefined : '请写绑定码', name: nameProblem(name) })
  const problems = tried ? { ...saidOf(error), ...missing } : {}
  const use = async () => {
    setTried(true)
    setOutcome(undefined)
    if (Object.keys(missing).length > 0) return
    const reply = await act({ communityId: head.communityId, code: code.trim(), name: name.trim() })
    if (reply.ok) setOutcome(reply.data.bound ? 'bound' : 'unfit')
  }
  if (outcome === 'bound') return <Bound />
  return (
    <Page
      title="绑定房屋"
      foot={
        <Bar>
          <Button busy={busy && '正在绑定…'} onTap={() => void use()}>
            绑定
          </Button>
        </Bar>
      }
    >
      <FormProblem failed="没能绑定" problems={problems} error={error} />
      {outcome === 'unfit' && (
        <Notice
          tone="due"
          icon="circle-alert"
          title="这个码用不了"
          note="请对照纸上再看一遍，小区也要选对。码只能用一次，14 天有效；还是不行，请给您码的人重新做一个。一天最多试 5 次。"
        />
      )}
      <BindHead {...head} />
      <Card flush>
        <Field
          icon="door-open"
          label="绑定码"
          value={code}
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX"
          problem={problems.code}
          onChange={setCode}
        />
        <Field
          icon="user-round"
          label="姓名"
          value={name}
          placeholder="让业主和物业认得您"
          problem={problems.name}
          onChange={setName}
        />
      </Card>
      <View className="note mute">码由业主或物业给您，在纸上或消息里。大小写、横线都不用管。</View>
    </Page>
  )
}

function Bound() {
  return (
    <Page title="绑定好了">
      <Empty
        icon="check"
        title="绑定好了"
        note={'现在可以报修、看进度、收消息了。\n身份多的话，在“我的”里换。'}
        action={{ word: '回首页', onTap: () => void startAnew().then(goHome) }}
      />
    </Page>
  )
}
