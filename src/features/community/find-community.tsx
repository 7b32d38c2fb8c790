import { useState } from 'react'
import { Card } from '../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { useSettled } from '../../hooks/use-settled'

/** As long as the contract takes; nobody's community has a longer name. */
const NAME_MAX = 40

/** A visitor looks a community up by its name; an empty name lists them. */
export function FindCommunity({ onChoose }: { onChoose(communityId: string): void }) {
  const [name, setName] = useState('')
  const asked = useSettled(name.trim())
  return (
    <>
      <Card flush>
        <Field
          icon="search"
          label="找小区"
          value={name}
          placeholder="写小区的名字"
          maxLength={NAME_MAX}
          onChange={setName}
        />
      </Card>
      <Found name={asked} onChoose={onChoose} />
    </>
  )
}

function Found({ name, onChoose }: { name: string; onChoose(communityId: string): void }) {
  const { data, error, again } = useCall('members.findCommunities', { name })
  if (!data) {
    if (error) return <Failed what="小区名单" error={error} onAgain={() => void again()} />
    return (
      <Loading what="小区名单">
        <BoneRows count={3} />
      </Loading>
    )
  }
  if (data.communities.length === 0) {
    return <Empty icon="search" title="没找到这个小区" note="换个写法试试，写名字里的两三个字就行。" />
  }
  return (
    <Card flush>
      {data.communities.map(({ communityId, name: communityName, city }) => (
        <Row
          key={communityId}
          icon="building-2"
          title={communityName}
          note={city}
          onTap={() => onChoose(communityId)}
        />
      ))}
    </Card>
  )
}
