import { useState } from 'react'
import { Button } from '../../../components/button'
import { BoneRows, Failed, Loading } from '../../../components/faces'
import { Bar, Page } from '../../../components/page'
import { FiledFace, type Filed } from '../../../features/repairs/filed-face'
import { FileForm } from '../../../features/repairs/file-form'
import { FormProblem, isOnlyUnfinished } from '../../../features/repairs/form-problem'
import { NotBound } from '../../../features/repairs/not-bound'
import {
  categoryToFile,
  problemsOf,
  useRepairDraft,
  type DraftProblems,
  type RepairDraft,
} from '../../../features/repairs/repair-draft'
import { REPAIR_READS } from '../../../features/repairs/repair-reads'
import { placeInHouse } from '../../../features/repairs/repair-words'
import { useAct } from '../../../hooks/use-act'
import { useActor, type Seat } from '../../../hooks/use-actor'
import { useCall } from '../../../hooks/use-call'
import { usePhotos } from '../../../hooks/use-photos'
import { REPAIR_LIMITS } from '../../../../types/vocabulary/repair'
import { now } from '../../../services/clock'
import { openPage, replacePage } from '../../../services/routes'

export default function FileRepairPage() {
  const actor = useActor()
  const [filed, setFiled] = useState<Filed>()
  if (filed) return <FiledPage filed={filed} />
  if (actor.seat && actor.seat.houses.length > 0) return <FormPage seat={actor.seat} onFiled={setFiled} />
  return (
    <Page title="报修">
      {actor.data && <NotBound onBind={() => openPage('bind', {})} />}
      {!actor.data && actor.error && <Failed what="报修" error={actor.error} onAgain={() => void actor.again()} />}
      {!actor.data && !actor.error && (
        <Loading what="报修">
          <BoneRows count={2} />
        </Loading>
      )}
    </Page>
  )
}

function FormPage({ seat, onFiled }: { seat: Seat; onFiled(filed: Filed): void }) {
  const form = useFiling(seat, onFiled)
  const community = useCall('members.readCommunity', { communityId: seat.communityId })
  const { draft, problems, photos, error, busy, tried, photoProblem } = form
  return (
    <Page
      title="报修"
      foot={
        <Bar>
          {/* In an emergency the filled button is the call. */}
          <Button
            kind={draft.group === 'urgent' ? 'ghost' : 'filled'}
            busy={busy && '正在报…'}
            onTap={() => void form.file()}
          >
            {wordFor(draft, problems, photoProblem)}
          </Button>
        </Bar>
      }
    >
      {tried && <FormProblem draft={draft} problems={problems} error={error} />}
      <FileForm
        draft={draft}
        problems={problems}
        photoProblem={photos.problem ?? photoProblem}
        photos={photos}
        houses={seat.houses}
        houseId={form.houseId}
        phones={community.data?.phones ?? []}
        onWrite={form.write}
      />
    </Page>
  )
}

/** The form's words, photos and sending; nothing is lost by a refusal. */
function useFiling(seat: Seat, onFiled: (filed: Filed) => void) {
  const { draft, write, forget } = useRepairDraft()
  const photos = usePhotos('repairPhoto', REPAIR_LIMITS.photosMax)
  const house = seat.houses.find(({ houseId }) => houseId === draft.houseId) ?? seat.houses[0]
  const [tried, setTried] = useState(false)
  const { act, busy, error, forgetError } = useAct('repairs.fileRepair', {
    refreshes: REPAIR_READS,
    form: 'fileRepair',
  })
  const said = Object.fromEntries((error?.details?.fields ?? []).map(({ path, message }) => [path, message]))
  const problems: DraftProblems = tried ? { ...said, ...problemsOf(draft) } : {}

  const file = async () => {
    setTried(true)
    const category = categoryToFile(draft)
    if (!house || !category || !photos.allThere || Object.keys(problemsOf(draft)).length > 0) return
    const words = { description: draft.description.trim(), place: draft.place.trim() }
    const reply = await act({ houseId: house.houseId, category, ...words, photoIds: photos.fileIds })
    if (!reply.ok) return
    forget()
    const place = placeInHouse({ houseLabel: house.label, place: words.place })
    onFiled({ ...reply.data, place, category, at: now().toISOString() })
  }
  return {
    draft,
    photos,
    problems,
    tried,
    busy,
    error,
    houseId: house?.houseId ?? '',
    photoProblem: tried && !photos.allThere ? '照片还没传好，传好或删掉再报' : undefined,
    file,
    write: (change: Partial<RepairDraft>) => {
      if (error) forgetError()
      write(change)
    },
  }
}

function wordFor(draft: RepairDraft, problems: DraftProblems, photoProblem: string | undefined): string {
  if (Object.keys(problems).length === 0) return photoProblem ? '照片传好再报' : '报上去'
  return isOnlyUnfinished(draft, problems) ? '补好再报' : '改好再报'
}

function FiledPage({ filed }: { filed: Filed }) {
  return (
    <Page
      title="报好了"
      foot={
        <Bar>
          <Button onTap={() => replacePage('repair', { repairId: filed.repairId })}>看进度</Button>
        </Bar>
      }
    >
      <FiledFace filed={filed} />
    </Page>
  )
}
