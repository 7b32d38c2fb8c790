import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { usePages } from '../../hooks/use-call'
import { useSettled } from '../../hooks/use-settled'
import { EndBinding } from './end-binding'
import { PEOPLE_READS } from './people-reads'
import { HOUSE_ROLE_CHOICES, type HouseRole, type Resident, type ResidentHouse } from './people-words'
import { AskRebinding } from './rebinding-ask'
import { ResidentRows } from './resident-rows'
import { Slip } from './slip'
import './people.scss'

type Fresh = Output<'members.issueClaimCode'>
interface Picked {
  house: ResidentHouse
  person: Resident
}

const DESK_REASONS = ['sold', 'movedOut', 'mistake'] as const

/** Houses by address or name; for each its people, now and before, and a code for the next one. */
export function ResidentsDesk({ communityName }: { communityName: string }) {
  const [search, setSearch] = useState('')
  const [fresh, setFresh] = useState<Fresh>()
  const [coding, setCoding] = useState<ResidentHouse>()
  const [ending, setEnding] = useState<Picked>()
  const [rebinding, setRebinding] = useState<Resident>()
  const [done, setDone] = useState<string>()
  return (
    <>
      <Card flush>
        <Field icon="search" label="找住户" value={search} placeholder="3-2-1801，或者姓名" onChange={setSearch} />
      </Card>
      {done && <Notice tone="ok" icon="check" title={done} />}
      {fresh?.code && (
        <Slip
          communityName={communityName}
          opens={`${fresh.label} · ${ROLES[fresh.role].zh}`}
          code={fresh.code}
          expiresAt={fresh.expiresAt}
          onDone={() => setFresh(undefined)}
        />
      )}
      <Houses
        search={useSettled(search.trim())}
        onCode={setCoding}
        onEnd={(house, person) => setEnding({ house, person })}
        onRebind={setRebinding}
      />
      {coding && (
        <MakeCode
          key={coding.houseId}
          house={coding}
          onMade={(made) => {
            setFresh(made)
            setCoding(undefined)
          }}
          onClose={() => setCoding(undefined)}
        />
      )}
      {ending && (
        <EndBinding
          key={ending.person.bindingId}
          bindingId={ending.person.bindingId}
          name={ending.person.name}
          label={ending.house.label}
          reason="sold"
          reasons={DESK_REASONS}
          note="绑定解除，历史留着。最后一位业主解除时，家属一起解除，租户不动。"
          onDone={() => {
            setEnding(undefined)
            setDone(`已解除 ${ending.person.name} 和 ${ending.house.label} 的绑定`)
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
      {rebinding && (
        <AskRebinding
          key={rebinding.bindingId}
          person={rebinding}
          onDone={() => {
            setRebinding(undefined)
            setDone('已提交，请另一位同事在“复核”里办；本人会收到提醒')
          }}
          onClose={() => setRebinding(undefined)}
        />
      )}
    </>
  )
}

interface HousesProps {
  search: string
  onCode(house: ResidentHouse): void
  onEnd(house: ResidentHouse, person: Resident): void
  onRebind(person: Resident): void
}

function Houses({ search, onCode, onEnd, onRebind }: HousesProps) {
  const list = usePages('members.listResidents', { search })
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="住户名单" error={list.error} onAgain={again} />
    return (
      <Loading what="住户名单">
        <BoneRows count={4} />
      </Loading>
    )
  }
  const houses = list.data.flatMap((page) => page.houses)
  if (houses.length === 0) {
    return <Empty icon="search" title="没有找到" note="地址写成 3-2-1801，或者写姓名里的两个字。" />
  }
  return (
    <>
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      <View className="grid people-grid">
        {houses.map((house) => (
          <Card key={house.houseId} title={house.label}>
            <ResidentRows people={house.people} onEnd={(person) => onEnd(house, person)} onRebind={onRebind} />
            <View className="mt2">
              <Button
                kind="ghost"
                size="pill"
                icon="door-open"
                label={`给 ${house.label} 做绑定码`}
                onTap={() => onCode(house)}
              >
                做绑定码
              </Button>
            </View>
          </Card>
        ))}
      </View>
      {list.more ? (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看后面的房屋
        </Button>
      ) : (
        <End>{`一共 ${houses.length} 套，都在这里了`}</End>
      )}
    </>
  )
}

interface MakeCodeProps {
  house: ResidentHouse
  onMade(fresh: Fresh): void
  onClose(): void
}

/** For whom the code is; it opens this house and this role alone. */
function MakeCode({ house, onMade, onClose }: MakeCodeProps) {
  const { act, busy, error } = useAct('members.issueClaimCode', { refreshes: PEOPLE_READS })
  const [making, setMaking] = useState<HouseRole>()
  const make = async (role: HouseRole) => {
    setMaking(role)
    const reply = await act({ houseId: house.houseId, role })
    if (reply.ok) onMade(reply.data)
  }
  return (
    <Sheet open title={`给 ${house.label} 做绑定码`} onClose={onClose}>
      <View className="t15 sub mt1">核对过证件再给。码只能用一次，14 天有效，没用掉可以作废。</View>
      {error && (
        <View className="mt4">
          <Notice tone="due" icon="circle-alert" title="没能做出码" note={error.message} />
        </View>
      )}
      <View className="grid mt4">
        {HOUSE_ROLE_CHOICES.map(({ value, word }) => (
          <Button
            key={value}
            kind="soft"
            busy={busy && making === value && '正在做码…'}
            disabled={busy}
            onTap={() => void make(value)}
          >
            {`给${word}`}
          </Button>
        ))}
      </View>
    </Sheet>
  )
}
