import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Empty } from '../../components/faces'
import { Bar, Page } from '../../components/page'
import { applyProblems, useApplyDraft } from '../../features/people/apply-draft'
import { ApplyFields } from '../../features/people/apply-fields'
import { FormProblem, saidOf } from '../../features/people/form-problem'
import { MyApplications } from '../../features/people/my-applications'
import { PEOPLE_READS } from '../../features/people/people-reads'
import { useAct } from '../../hooks/use-act'
import { goHome } from '../../services/routes'
import { BindHead, type BindHeadProps } from './bind-head'

/** Writes down which house; what the property answers is seen below and in the messages. */
export function BindApply(head: BindHeadProps) {
  const { draft, write, forget } = useApplyDraft()
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const { act, busy, error, forgetError } = useAct('members.applyForHouse', {
    refreshes: PEOPLE_READS,
    form: 'applyForHouse',
  })
  const problems = tried ? { ...saidOf(error), ...applyProblems(draft) } : {}
  const apply = async () => {
    setTried(true)
    if (Object.keys(applyProblems(draft)).length > 0) return
    const reply = await act({ communityId: head.communityId, ...draft, phone: draft.phone.trim() })
    if (!reply.ok) return
    forget()
    setSent(true)
  }
  if (sent) return <Sent forTenant={draft.role === 'tenant'} />
  return (
    <Page
      title="绑定房屋"
      foot={
        <Bar>
          <Button busy={busy && '正在交…'} onTap={() => void apply()}>
            交给物业核对
          </Button>
        </Bar>
      }
    >
      <FormProblem failed="这次没能交上" problems={problems} error={error} />
      <BindHead {...head} />
      <ApplyFields
        draft={draft}
        problems={problems}
        onWrite={(change) => {
          if (error) forgetError()
          write(change)
        }}
      />
      <View className="note mute">
        物业会拿业主登记来核对，核对好就绑定。这套房已经绑定的业主会收到通知。一天最多申请 5 次。
      </View>
      <MyApplications />
    </Page>
  )
}

function Sent({ forTenant }: { forTenant: boolean }) {
  const opens = forTenant ? '核对好，就能报修，看自己付的账单了。' : '核对好，就能报修、看账单了。'
  return (
    <Page title="交好了">
      <Empty
        icon="check"
        title="交给物业核对了"
        note={`${opens}\n急着用，带证件去前台要绑定码。`}
        action={{ word: '回首页', onTap: goHome }}
      />
      <MyApplications />
    </Page>
  )
}
