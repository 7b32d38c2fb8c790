import { useRouter } from '@tarojs/taro'
import { businessDate } from '../../../../../types/vocabulary/dates'
import { FEE_TEMPLATES } from '../../../../../types/vocabulary/fee'
import { BoneRows, Failed, Loading } from '../../../../components/faces'
import { Page } from '../../../../components/page'
import { DeskRail } from '../../../../features/desk/desk-rail'
import { DraftEditor } from '../../../../features/fees/draft-editor'
import { emptyForm, formOf } from '../../../../features/fees/draft-form'
import { useActor } from '../../../../hooks/use-actor'
import { useCall } from '../../../../hooks/use-call'
import { now } from '../../../../services/clock'
import { replacePage } from '../../../../services/routes'

/** Writes a version: one's own draft, or the first board of a community. */
export default function EditBoardPage() {
  const me = useActor()
  const { boardId } = useRouter().params
  const draft = useCall('fees.readDraft', { boardId: boardId ?? '' }, { enabled: boardId !== undefined })
  const saved = (id: string) => replacePage('boardDraft', { boardId: id })
  return (
    <Page title="起草收费公示" broad rail={<DeskRail at="boards" />}>
      {boardId === undefined && me.data && (
        <DraftEditor
          start={emptyForm(FEE_TEMPLATES[0], businessDate(now()))}
          earliest={undefined}
          first
          onSaved={saved}
        />
      )}
      {draft.data && (
        <DraftEditor
          start={formOf(draft.data)}
          earliest={draft.data.demands.changesPrices ? draft.data.demands.earliest : undefined}
          first={draft.data.follows === undefined}
          onSaved={saved}
        />
      )}
      {boardId !== undefined && !draft.data && draft.error && (
        <Failed what="草稿" error={draft.error} onAgain={() => void draft.again()} />
      )}
      {boardId !== undefined && !draft.data && !draft.error && (
        <Loading what="草稿">
          <BoneRows count={4} />
        </Loading>
      )}
    </Page>
  )
}
