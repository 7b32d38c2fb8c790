import { View } from '@tarojs/components'
import type { Output } from '../../../types/contracts'
import { Card, Section } from '../../components/card'
import { Bone, BoneRows, Failed, LastKnown, Loading } from '../../components/faces'
import { Hello } from '../../components/hello'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import { Phones } from './phones'
import './community-view.scss'

type Community = Output<'members.readCommunity'>

/** What a community publishes about itself: who serves it, whom to call, and which rules bind it. */
export function CommunityView({ communityId }: { communityId: string }) {
  const { data, error, knownAt, again } = useCall('members.readCommunity', { communityId })
  if (!data) return error ? <Failed what="小区信息" error={error} onAgain={() => void again()} /> : <CommunityBones />
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      <Hello title={data.name} note={data.city} />
      <Card flush>
        <Facts community={data} />
      </Card>
      <Card flush>
        <Row
          icon="receipt-text"
          tone="ok"
          title="收费标准"
          note="收多少，换来什么服务，每一版都在"
          onTap={() => openPage('board', { communityId })}
        />
        <Row
          icon="book-open-text"
          tone="ok"
          title="公共收益账目"
          note="每季收了多少、花在哪，公布及不及时"
          onTap={() => openPage('accounts', { communityId })}
        />
        <Row
          icon="bell"
          tone="ok"
          title="公告"
          note="停水停电、检修和通知"
          onTap={() => openPage('announcements', { communityId })}
        />
        <Row
          icon="calculator"
          tone="ok"
          title="费用试算"
          note="填面积和单价，算出每月多少"
          onTap={() => openPage('quote', { communityId })}
        />
      </Card>
      <Section title="电话" note="点一下就拨" />
      <Phones phones={data.phones} />
      <Section title="这些规矩管着本小区" />
      <Rules rules={data.rules} />
    </>
  )
}

function Facts({ community }: { community: Community }) {
  const { houseCount, builtYear, enterpriseName, bodyName } = community
  return (
    <>
      <Row
        icon="building-2"
        title={`${houseCount} 户`}
        note={builtYear === undefined ? '本小区' : `${builtYear} 年建成`}
      />
      {enterpriseName && <Row icon="wrench" title={enterpriseName} note="物业公司" />}
      {bodyName && <Row icon="users" title={bodyName} note="替业主管事的组织" />}
    </>
  )
}

function Rules({ rules }: { rules: Community['rules'] }) {
  const { packName, publishWithinDays, objectionDays, answerWithinDays, priceNoticeMonths } = rules
  return (
    <Card flush>
      <Rule figure={publishWithinDays} unit="天" title="公布季度账目" note="每季度结束后，这些天内要公布公共收益的账" />
      <Rule figure={objectionDays} unit="天" title="可以提异议" note="账目公布后，这些天内您可以提出来" />
      <Rule figure={answerWithinDays} unit="天" title="必须答复" note="收到异议后，这些天内要给答复" />
      <Rule figure={priceNoticeMonths} unit="个月" title="涨价先告知" note="收费标准要变，至少提前这么久公示" />
      <View className="note mute rules-from">{`依据：${packName}`}</View>
    </Card>
  )
}

interface RuleProps {
  figure: number
  unit: string
  title: string
  note: string
}

function Rule({ figure, unit, title, note }: RuleProps) {
  return (
    <View className="row rule">
      <View className="rule-n num">
        {figure}
        <View className="rule-u">{unit}</View>
      </View>
      <View className="grow">
        <View className="row-t">{title}</View>
        <View className="row-s">{note}</View>
      </View>
    </View>
  )
}

function CommunityBones() {
  return (
    <Loading what="小区信息">
      <View className="hello">
        <Bone size="l" width={48} />
        <Bone size="s" width={24} />
      </View>
      <BoneRows count={3} />
      <BoneRows count={2} />
    </Loading>
  )
}
