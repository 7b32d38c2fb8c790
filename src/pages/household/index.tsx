import { useState } from 'react'
import { Button } from '../../components/button'
import { BoneRows, Empty, Failed, Loading } from '../../components/faces'
import { Page } from '../../components/page'
import { Segmented } from '../../components/segmented'
import { HouseholdView } from '../../features/people/household-view'
import { MyApplications } from '../../features/people/my-applications'
import { HouseTerms } from '../../features/terms/house-terms'
import { useActor } from '../../hooks/use-actor'
import { usePullRefresh } from '../../hooks/use-pull-refresh'
import { useShown } from '../../hooks/use-shown'
import { openPage } from '../../services/routes'

/** 我的房屋: each house of the acting seat with its people. */
export default function HouseholdPage() {
  useShown()
  usePullRefresh()
  const { seat, data, error, again } = useActor()
  const [chosen, setChosen] = useState<string>()
  if (!data) {
    return (
      <Page title="我的房屋">
        {error ? (
          <Failed what="我的房屋" error={error} onAgain={() => void again()} />
        ) : (
          <Loading what="我的房屋">
            <BoneRows count={3} />
          </Loading>
        )}
      </Page>
    )
  }
  const house = seat?.houses.find(({ houseId }) => houseId === chosen) ?? seat?.houses[0]
  return (
    <Page title="我的房屋">
      {seat && house ? (
        <>
          {seat.houses.length > 1 && (
            <Segmented
              label="哪一套房"
              choices={seat.houses.map(({ houseId, label }) => ({ value: houseId, word: label }))}
              value={house.houseId}
              onChoose={setChosen}
            />
          )}
          <HouseholdView key={house.houseId} houseId={house.houseId} communityName={seat.communityName} />
          <HouseTerms houseId={house.houseId} />
          <MyApplications />
          <Button kind="outlined" icon="house" className="mt4" onTap={() => openPage('bind', {})}>
            再绑定一套房屋
          </Button>
        </>
      ) : (
        <Empty
          icon="house"
          title="现在的身份没有房屋"
          note="如果您在这里有房，先绑定，再在“我的”里换成住户的身份。"
          action={{ word: '绑定房屋', onTap: () => openPage('bind', {}) }}
        />
      )}
    </Page>
  )
}
