import { View } from '@tarojs/components'
import { useState } from 'react'
import { BODY_KIND_IDS, BODY_KINDS, type BodyKind } from '../../../types/vocabulary/binding'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Icon } from '../../components/icon'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { FormProblem, saidOf } from './form-problem'
import { PEOPLE_READS } from './people-reads'

/** Records which body speaks for the owners; every kind that some place's policy knows can be chosen. */
export function BodyForm({ onDone }: { onDone(): void }) {
  const { act, busy, error } = useAct('members.recordBody', { refreshes: [...PEOPLE_READS, 'members.readCommunity'] })
  const [kind, setKind] = useState<BodyKind>('committee')
  const [name, setName] = useState<string>(BODY_KINDS.committee.zh)
  const [documentWords, setDocumentWords] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const said = saidOf(error)
  const choose = (next: BodyKind) => {
    setKind(next)
    setName(BODY_KINDS[next].zh)
  }
  const record = async () => {
    const term = { from: from.trim(), ...(until.trim() && { until: until.trim() }) }
    const reply = await act({ kind, name: name.trim(), documentWords: documentWords.trim(), ...term })
    if (reply.ok) onDone()
  }
  return (
    <>
      <FormProblem failed="没能登记" problems={said} error={error} />
      <Card flush>
        {BODY_KIND_IDS.map((id) => (
          <Row
            key={id}
            title={BODY_KINDS[id].zh}
            end={id === kind ? <Icon name="check" className="brand" /> : <View />}
            onTap={() => choose(id)}
          />
        ))}
      </Card>
      <Card flush>
        <Field icon="users" label="名称" value={name} placeholder="业主委员会" problem={said.name} onChange={setName} />
        <Field
          icon="book-open-text"
          label="依据的文件和文号"
          value={documentWords}
          placeholder="比如：桂社备〔2026〕3 号"
          problem={said.documentWords}
          onChange={setDocumentWords}
        />
        <Field
          icon="pencil"
          label="任期开始"
          value={from}
          placeholder="2026-01-01"
          problem={said.from}
          onChange={setFrom}
        />
        <Field
          icon="pencil"
          label="任期结束（可以不写）"
          value={until}
          placeholder="2031-01-01"
          problem={said.until}
          onChange={setUntil}
        />
      </Card>
      <View className="duo">
        <Button kind="outlined" onTap={onDone}>
          先不登记
        </Button>
        <Button className="btn-last" busy={busy && '正在登记…'} onTap={() => void record()}>
          登记
        </Button>
      </View>
    </>
  )
}
