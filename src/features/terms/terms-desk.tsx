import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { usePages } from '../../hooks/use-call'
import { useSettled } from '../../hooks/use-settled'
import { EndTerm } from './end-term'
import { TermSheet } from './term-sheet'
import { type Ending, sayDays, sayPayer, sayPercent, sayQuantity, TERM_READS, type TermHouse } from './term-words'
import './terms.scss'

/** What is registered for each house's bills; without a search the houses for which something is. */
export function TermsDesk() {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const list = usePages('bills.listTerms', { search })
  const [adding, setAdding] = useState<TermHouse>()
  const [ending, setEnding] = useState<Ending>()
  const [done, setDone] = useState<string>()
  const again = () => void list.again()
  const first = list.data?.[0]
  const houses = list.data?.flatMap((page) => page.houses) ?? []
  return (
    <>
      <Card flush>
        <Field icon="search" label="找房屋" value={typed} placeholder="3-2-1801" onChange={setTyped} />
      </Card>
      {done && <Notice tone="ok" icon="check" title={done} />}
      {!first && list.error && <Failed what="计费登记" error={list.error} onAgain={again} />}
      {!first && !list.error && (
        <Loading what="计费登记">
          <BoneRows count={4} />
        </Loading>
      )}
      {first && list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      {first && houses.length === 0 && (
        <Empty
          icon="search"
          title={search ? '没有找到这套房' : '还没有登记过'}
          note={search ? '地址写成 3-2-1801。' : '在上面写房号，找到以后登记车位、减收、由谁缴费。'}
        />
      )}
      <View className="grid terms-grid">
        {houses.map((house) => (
          <HouseCard key={house.houseId} house={house} onAdd={() => setAdding(house)} onEnd={setEnding} />
        ))}
      </View>
      {list.more && (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看后面的房屋
        </Button>
      )}
      {first && !list.more && houses.length > 0 && <End>{`一共 ${houses.length} 套，都在这里了`}</End>}
      {adding && first && (
        <TermSheet
          key={adding.houseId}
          house={adding}
          page={first}
          onDone={(sentence) => {
            setAdding(undefined)
            setDone(sentence)
          }}
          onClose={() => setAdding(undefined)}
        />
      )}
      {ending && (
        <EndTerm
          key={`${ending.houseId} ${ending.words}`}
          ending={ending}
          onDone={() => {
            setEnding(undefined)
            setDone(`${ending.words} 已结束`)
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  )
}

interface HouseCardProps {
  house: TermHouse
  onAdd(): void
  onEnd(ending: Ending): void
}

function HouseCard({ house, onAdd, onEnd }: HouseCardProps) {
  const { houseId } = house
  const terms: Ending[] = [
    ...house.spaces.map((one) => ({ ...one, houseId, kind: 'space' as const, words: sayQuantity(one) })),
    ...house.payers.map(({ kind, name, ...days }) => ({
      ...days,
      houseId,
      kind: 'payer' as const,
      words: sayPayer({ kind, name }),
    })),
    ...house.reliefs.map((one) => ({ ...one, houseId, kind: 'relief' as const, words: sayPercent(one.percent) })),
  ]
  return (
    <Card title={house.label}>
      {terms.length === 0 && house.requests.length === 0 && <View className="t15 mute mt2">没有另外登记</View>}
      {terms.map((term) => (
        <Row
          key={`${term.kind} ${term.itemCode ?? ''} ${term.from}`}
          title={term.words}
          note={sayDays(term)}
          end={
            <Button kind="ghost" size="pill" label={`结束 ${house.label} ${term.words}`} onTap={() => onEnd(term)}>
              结束
            </Button>
          }
        />
      ))}
      {house.requests.map((request) => (
        <Waiting key={request.requestId} request={request} />
      ))}
      <View className="mt3">
        <Button kind="ghost" size="pill" icon="plus" label={`登记 ${house.label}`} onTap={onAdd}>
          登记
        </Button>
      </View>
    </Card>
  )
}

function Waiting({ request }: { request: TermHouse['requests'][number] }) {
  const { act, busy } = useAct('bills.withdrawPayerRequest', { refreshes: TERM_READS })
  return (
    <Row
      title={`等 ${request.name || '租户'} 答复由谁缴费`}
      note={sayDays(request)}
      end={
        <Button
          kind="ghost"
          size="pill"
          busy={busy && '正在收回'}
          onTap={() => void act({ requestId: request.requestId })}
        >
          收回
        </Button>
      }
    />
  )
}
