import { View } from '@tarojs/components'
import { BASIS_KINDS, BASIS_KIND_IDS } from '../../../types/vocabulary/fee-board'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Row } from '../../components/row'
import { Segmented } from '../../components/segmented'
import { useUpload, type UploadStage } from '../../hooks/use-upload'
import type { BoardForm } from './draft-form'

const BASES = [
  { value: 'none' as const, word: '这一版不涨价' },
  ...BASIS_KIND_IDS.map((value) => ({ value, word: BASIS_KINDS[value].zh })),
]

interface DraftBasisProps {
  form: BoardForm
  problem: string | undefined
  onWrite(change: Partial<BoardForm>): void
}

/** What stands behind a rise: the clause in its own words, or the owners' decision with its paper. */
export function DraftBasis({ form, problem, onWrite }: DraftBasisProps) {
  const { basisKind } = form
  return (
    <>
      <Segmented
        label="涨价的依据"
        choices={BASES}
        value={basisKind}
        onChoose={(chosen) => onWrite({ basisKind: chosen, ...(chosen !== basisKind && { basisFileId: undefined }) })}
      />
      {basisKind !== 'none' && (
        <Card flush>
          <Field
            icon="file-check"
            label="依据怎么写的"
            lines="several"
            value={form.basisWords}
            placeholder={basisKind === 'contract clause' ? '合同第几条，原文怎么约定' : '哪次业主大会，什么结果'}
            problem={problem}
            onChange={(basisWords) => onWrite({ basisWords })}
          />
          <Paper
            fileId={form.basisFileId}
            isDecision={basisKind === 'owners decision'}
            onBrought={(basisFileId) => onWrite({ basisFileId })}
          />
        </Card>
      )}
    </>
  )
}

interface PaperProps {
  fileId: string | undefined
  isDecision: boolean
  onBrought(fileId: string): void
}

/** The paper itself, as PDF or picture; a decision of the owners does not count without it. */
function Paper({ fileId, isDecision, onBrought }: PaperProps) {
  const { upload, stage, problem } = useUpload('document')
  const bring = async () => {
    const brought = await upload()
    if (brought) onBrought(brought)
  }
  return (
    <View>
      <Row
        icon="file-text"
        tone={fileId ? 'ok' : isDecision ? 'due' : 'plain'}
        title={fileId ? '文件附上了' : isDecision ? '还没附上决定的文件' : '合同那一页（可以不附）'}
        note={problem ?? 'PDF 或照片，5 MB 以内'}
        end={
          <Button
            kind="soft"
            size="act"
            label="上传依据的文件"
            busy={stage.at !== 'rest' && saidStage(stage)}
            onTap={() => void bring()}
          >
            {fileId ? '换一份' : '上传'}
          </Button>
        }
      />
    </View>
  )
}

const saidStage = (stage: UploadStage): string => (stage.at === 'sending' ? `${stage.percent}%` : '正在核对')
