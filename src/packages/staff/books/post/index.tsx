import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { BoneRows, Failed } from '../../../../components/faces'
import { Notice } from '../../../../components/notice'
import { Page } from '../../../../components/page'
import { EntryForm } from '../../../../features/accounts/entry-form'
import { DeskRail } from '../../../../features/desk/desk-rail'
import { useCall } from '../../../../hooks/use-call'
import { useShown } from '../../../../hooks/use-shown'
import { goBack } from '../../../../services/routes'

export default function PostEntryPage() {
  useShown()
  const { data, error, again } = useCall('accounts.readCockpit', {})
  const [posted, setPosted] = useState<string[]>([])
  const onPosted = (words: string) => {
    setPosted([...posted, words])
    // The answer stands above the form, and the button that was tapped at its foot.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <Page title="记一笔" rail={<DeskRail at="books" />}>
      {posted.length > 0 && (
        <Notice
          tone="ok"
          icon="check"
          title={`记上了：${posted.at(-1) ?? ''}`}
          note={`这次一共 ${posted.length} 笔，可以接着记。`}
        />
      )}
      {data && <EntryForm key={posted.length} cockpit={data} onPosted={onPosted} />}
      {!data && (error ? <Failed what="记账" error={error} onAgain={() => void again()} /> : <BoneRows count={3} />)}
      {posted.length > 0 && (
        <Button kind="outlined" onTap={goBack}>
          回到本季
        </Button>
      )}
    </Page>
  )
}
