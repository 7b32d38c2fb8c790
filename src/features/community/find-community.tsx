import { useState } from 'react'
import { Card } from '../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { useCall } from '../../hooks/use-call'
import { useSettled } from '../../hooks/use-settled'

/** As long as the contract takes; nobody's community has a longer name. */
const NAME_MAX = 40

/** A visitor looks a community up by its name, in one city or in all; an empty name lists them. */
export function FindCommunity({ onChoose }: { onChoose(communityId: string): void }) {
  const [name, setName] = useState('')
  const [city, setCity] = useState<string>()
  const asked = useSettled(name.trim())
  return (
    <>
      <Card flush>
        <CityRow city={city} onChoose={setCity} />
        <Field
          icon="search"
          label="找小区"
          value={name}
          placeholder="写小区的名字"
          maxLength={NAME_MAX}
          onChange={setName}
        />
      </Card>
      <Found name={asked} city={city} onChoose={onChoose} />
    </>
  )
}

/** Where there is only one city, nobody is asked for it. */
function CityRow({ city, onChoose }: { city: string | undefined; onChoose(city: string | undefined): void }) {
  const { data } = useCall('members.listCities', {})
  const [open, setOpen] = useState(false)
  const cities = data?.cities ?? []
  if (cities.length < 2) return null
  const choose = (chosen: string | undefined) => {
    onChoose(chosen)
    setOpen(false)
  }
  return (
    <>
      <Row icon="map-pin" tone="ok" title={city ?? '全部城市'} note="点这里换城市" onTap={() => setOpen(true)} />
      <Sheet open={open} title="哪个城市" onClose={() => setOpen(false)}>
        <Row title="全部城市" onTap={() => choose(undefined)} />
        {cities.map((one) => (
          <Row key={one.city} title={one.city} note={`${one.communityCount} 个小区`} onTap={() => choose(one.city)} />
        ))}
      </Sheet>
    </>
  )
}

interface FoundProps {
  name: string
  city: string | undefined
  onChoose(communityId: string): void
}

function Found({ name, city, onChoose }: FoundProps) {
  const { data, error, again } = useCall('members.findCommunities', { name, ...(city !== undefined && { city }) })
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
      {data.communities.map(({ communityId, name: communityName, city: itsCity }) => (
        <Row
          key={communityId}
          icon="building-2"
          title={communityName}
          note={itsCity}
          onTap={() => onChoose(communityId)}
        />
      ))}
    </Card>
  )
}
