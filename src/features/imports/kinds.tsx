import { View } from '@tarojs/components'
import { useState } from 'react'
import { IMPORT_KINDS, type ImportKind, importKindsOf } from '../../../types/vocabulary/register'
import type { Role } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import type { IconName } from '../../components/icon-names'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { useUpload, type UploadStage } from '../../hooks/use-upload'
import { call } from '../../services/call'
import { saveFile } from '../../services/save-file'
import { IMPORT_READS } from './import-reads'
import './kinds.scss'

const ICONS: Record<ImportKind, IconName> = {
  houses: 'house',
  owners: 'users',
  staff: 'user-round',
  feeItems: 'receipt-text',
  revenue: 'file-check',
  meters: 'timer',
  openings: 'rotate-ccw',
}

interface KindsProps {
  role: Role
  onStarted(importId: string): void
}

/** The registers that this role keeps: each with its template and a button that takes a filled one. */
export function Kinds({ role, onStarted }: KindsProps) {
  const { upload, stage, problem } = useUpload('register')
  const start = useAct('imports.startImport', { refreshes: IMPORT_READS })
  const [kind, setKind] = useState<ImportKind>()
  const [missing, setMissing] = useState<string>()
  const busy = stage.at !== 'rest' || start.busy

  const bring = async (chosen: ImportKind) => {
    setKind(chosen)
    start.forgetError()
    const fileId = await upload()
    if (!fileId) return
    const reply = await start.act({ fileId, kind: chosen })
    if (reply.ok) onStarted(reply.data.importId)
  }
  const template = async (chosen: ImportKind) => {
    const reply = await call('imports.readTemplate', { kind: chosen })
    setMissing(reply.ok ? undefined : reply.error.message)
    if (reply.ok) await saveFile(reply.data)
  }
  const why = problem ?? start.error?.details?.fields?.[0]?.message ?? start.error?.message
  return (
    <>
      {!busy && why && kind && (
        <Notice tone="due" icon="circle-alert" title={`${IMPORT_KINDS[kind].zh}登记表没有导入`} note={why} />
      )}
      {missing && <Notice tone="due" icon="circle-alert" title="模板没能下载" note={missing} />}
      <Card flush>
        {importKindsOf(role).map((each) => (
          <Row
            key={each}
            icon={ICONS[each]}
            title={IMPORT_KINDS[each].zh}
            note={IMPORT_KINDS[each].says}
            end={
              <View className="imp-acts">
                <Button
                  kind="plain"
                  size="act"
                  label={`下载${IMPORT_KINDS[each].zh}登记表模板`}
                  onTap={() => void template(each)}
                >
                  模板
                </Button>
                <Button
                  kind="soft"
                  size="act"
                  label={`上传${IMPORT_KINDS[each].zh}登记表`}
                  busy={busy && kind === each && sayStage(stage)}
                  disabled={busy}
                  onTap={() => void bring(each)}
                >
                  上传
                </Button>
              </View>
            }
          />
        ))}
      </Card>
      <View className="note sub mt2">还没有表格，就先下载模板：有例子，也有每一列怎么填。</View>
    </>
  )
}

function sayStage(stage: UploadStage): string {
  if (stage.at === 'sending') return `${stage.percent}%`
  return '正在读'
}
