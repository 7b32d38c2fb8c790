import { View } from '@tarojs/components'
import { sayArea } from '../../../types/vocabulary/money'
import { Card } from '../../components/card'
import { BoneRows, Failed, LastKnown, Loading } from '../../components/faces'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import './people.scss'

/** Heads, houses and area that a decision of the owners counts by, with the rule in words. */
export function OwnerCount() {
  const { data, error, knownAt, again } = useCall('members.readOwnerCount', {})
  if (!data) {
    if (error) return <Failed what="业主人数" error={error} onAgain={() => void again()} />
    return (
      <Loading what="业主人数">
        <BoneRows count={3} />
      </Loading>
    )
  }
  const { heads, houses, area100, housesWithoutOwner, housesWithoutArea, headsWithSeveral } = data
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      <Card>
        <View className="t15 sub">业主人数</View>
        <View className="people-heads num">{`${heads} 人`}</View>
        <View className="t15 sub mt2">
          按人算，不按套算：一个人有几套房，算一人；几个人共有一套，合起来算一人；开发商没卖掉的房，也算一人。
        </View>
      </Card>
      <Card flush>
        <Row icon="house" title={`${houses} 套房`} note="车位、储藏间不算" />
        <Row icon="map-pin" title={`${sayArea(area100)} 平方米`} note="登记面积加起来" />
        <Row icon="users" title={`${headsWithSeveral} 人有不止一套`} note="每人只算一次" />
        {housesWithoutOwner > 0 && (
          <Row
            icon="circle-alert"
            tone="due"
            title={`${housesWithoutOwner} 套还没有登记业主`}
            note="先各算一人，补登以后会变"
          />
        )}
        {housesWithoutArea > 0 && (
          <Row icon="circle-alert" tone="due" title={`${housesWithoutArea} 套还没有登记面积`} note="没算进面积里" />
        )}
      </Card>
    </>
  )
}
