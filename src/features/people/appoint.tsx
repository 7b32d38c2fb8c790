import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AppointableRole } from '../../../types/vocabulary/binding'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Field } from '../../components/field'
import { Segmented } from '../../components/segmented'
import { useAct } from '../../hooks/use-act'
import { FormProblem, saidOf } from './form-problem'
import { PEOPLE_READS } from './people-reads'
import { choicesOf } from './people-words'
import { Slip } from './slip'

interface Fresh {
  opens: string
  code: string
  expiresAt: string
}

/** A code for an office: whoever uses it holds it. Committee and supervisor come with the decision they rest on. */
export function Appoint({ roles, communityName }: { roles: readonly AppointableRole[]; communityName: string }) {
  const { act, busy, error } = useAct('members.appointStaff', { refreshes: PEOPLE_READS })
  const [chosen, setChosen] = useState<AppointableRole>()
  const [officeName, setOfficeName] = useState('')
  const [documentWords, setDocumentWords] = useState('')
  const [fresh, setFresh] = useState<Fresh>()
  const role = chosen ?? roles[0]
  if (!role) return null
  const withDocument = role === 'committee' || role === 'supervisor'
  const said = saidOf(error)
  const appoint = async () => {
    const office = officeName.trim()
    const reply = await act({ role, officeName: office, ...(withDocument && { documentWords: documentWords.trim() }) })
    if (!reply.ok || !reply.data.code) return
    setFresh({ opens: `${office} · ${ROLES[role].zh}`, code: reply.data.code, expiresAt: reply.data.expiresAt })
    setOfficeName('')
  }
  return (
    <>
      <Section title="任命" />
      {fresh && <Slip communityName={communityName} {...fresh} onDone={() => setFresh(undefined)} />}
      <FormProblem failed="没能做出上岗码" problems={said} error={error} />
      <Segmented label="什么岗位" choices={choicesOf(roles)} value={role} onChoose={setChosen} />
      <Card flush>
        <Field
          icon="users"
          label="岗位名称"
          value={officeName}
          placeholder={withDocument ? '比如：业主委员会 委员' : '比如：客服前台'}
          problem={said.officeName}
          onChange={setOfficeName}
        />
        {withDocument && (
          <Field
            icon="book-open-text"
            label="依据的文件和文号"
            value={documentWords}
            placeholder="比如：桂社备〔2026〕3 号"
            problem={said.documentWords}
            onChange={setDocumentWords}
          />
        )}
      </Card>
      <View>
        <Button busy={busy && '正在做码…'} onTap={() => void appoint()}>
          做上岗码
        </Button>
      </View>
    </>
  )
}
