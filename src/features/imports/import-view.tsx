import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayInstant } from '../../../types/vocabulary/dates'
import {
  IMPORT_KINDS,
  type ImportKind,
  IMPORT_STATES,
  type ImportView as Shown,
} from '../../../types/vocabulary/register'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, Failed, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Segmented } from '../../components/segmented'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { call } from '../../services/call'
import { now } from '../../services/clock'
import { openPage } from '../../services/routes'
import { saveFile } from '../../services/save-file'
import { IMPORT_READS, type ImportPage } from './import-reads'
import { ImportRows } from './import-rows'
import { useStaging } from './use-staging'
import './import-view.scss'

/** What comes after the import, where it is not the last word. */
const NEXT: Partial<Record<ImportKind, { note: string; then: { action: { word: string; onTap(): void } } }>> = {
  feeItems: {
    note: '写进了您的公示草稿，同事复核、经理贴出后才执行。',
    then: { action: { word: '去看草稿', onTap: () => openPage('boards', {}) } },
  },
  openings: {
    note: '欠费已经是账单，业主会收到消息。',
    then: { action: { word: '去看账单', onTap: () => openPage('billing', {}) } },
  },
}

/** One import: how far it is read, what is wrong or would change, and then the one decision. */
export function ImportView({ importId, onDone }: { importId: string; onDone(): void }) {
  const { data, error, again } = useCall('imports.readImport', { importId, view: 'problems' })
  const staging = useStaging(data)
  if (!data) {
    if (error) return <Failed what="这次导入" error={error} onAgain={() => void again()} />
    return (
      <Loading what="这次导入">
        <BoneRows count={3} />
      </Loading>
    )
  }
  return (
    <>
      <Progress page={data} />
      {staging.error && data.state === 'staging' && (
        <Notice
          tone="due"
          icon="wifi-off"
          title="读到一半停下了"
          note={staging.error.message}
          action={{ word: '接着读', onTap: staging.goOn }}
        />
      )}
      {data.state === 'checked' && <Checked page={data} onCompare={staging.goOn} onDone={onDone} />}
      {data.state === 'applied' && (
        <Notice
          tone="ok"
          icon="check"
          title="已经导入"
          note={`新增 ${data.newCount}，改动 ${data.changedCount}，不变 ${data.sameCount}。${NEXT[data.kind]?.note ?? ''}`}
          {...NEXT[data.kind]?.then}
        />
      )}
      {data.state === 'dropped' && <Notice tone="due" icon="info" title="这次导入已放弃" note="登记册没有改动。" />}
      {data.state !== 'checked' && (
        <Button kind="soft" icon="upload" onTap={onDone}>
          另传一份
        </Button>
      )}
    </>
  )
}

function Progress({ page }: { page: ImportPage }) {
  const percent = page.rowCount === 0 ? 100 : Math.round((page.stagedCount / page.rowCount) * 100)
  const counts = [
    { word: '有错的行', count: page.wrongCount, className: page.wrongCount > 0 ? 'imp-n imp-bad' : 'imp-n' },
    { word: '新增', count: page.newCount, className: 'imp-n' },
    { word: '改动', count: page.changedCount, className: 'imp-n' },
    { word: '不变', count: page.sameCount, className: 'imp-n' },
  ]
  return (
    <Card>
      <View className="b">{page.fileName}</View>
      <View className="note sub num">
        {`${IMPORT_KINDS[page.kind].zh} · ${sayInstant(page.startedAt, now())} · ${page.state === 'checked' && page.wrongCount > 0 ? '等您改好' : IMPORT_STATES[page.state].zh}`}
      </View>
      {page.state === 'staging' ? (
        <View className="mt3">
          <View className="imp-bar">
            <View className="imp-done" style={{ width: `${percent}%` }} />
          </View>
          <View className="note sub num mt1">{`读了 ${page.stagedCount} / ${page.rowCount} 行，可以离开，回来接着读`}</View>
        </View>
      ) : (
        <View className="imp-counts mt3">
          {counts.map(({ word, count, className }) => (
            <View key={word}>
              <View className={`${className} num`}>{count}</View>
              <View className="note sub">{word}</View>
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}

const VIEWS = [
  { value: 'problems', word: '错误' },
  { value: 'new', word: '新增' },
  { value: 'changed', word: '改动' },
] as const

interface CheckedProps {
  page: ImportPage
  onCompare(): void
  onDone(): void
}

function Checked({ page, onCompare, onDone }: CheckedProps) {
  const { importId, wrongCount, newCount, changedCount } = page
  const [view, setView] = useState<Shown>(firstView(page))
  const apply = useAct('imports.applyImport', { refreshes: IMPORT_READS })
  const drop = useAct('imports.dropImport', { refreshes: IMPORT_READS })
  const problem = apply.error ?? drop.error
  const compareAgain = () => {
    apply.forgetError()
    onCompare()
  }
  const download = async () => {
    const reply = await call('imports.exportProblems', { importId })
    if (reply.ok) await saveFile(reply.data)
  }
  const giveUp = async () => {
    const reply = await drop.act({ importId })
    if (reply.ok) onDone()
  }
  return (
    <>
      {problem && (
        <Notice
          tone="due"
          icon="circle-alert"
          title="没有办成"
          note={problem.message}
          {...(problem.code === 'IMPORT_REGISTER_CHANGED' && { action: { word: '重新核对', onTap: compareAgain } })}
        />
      )}
      {wrongCount > 0 ? (
        <Notice
          tone="due"
          icon="circle-alert"
          title={`${wrongCount} 行要改，一行都还没有导入`}
          note="在原来的表格里照下面改好，再上传一次。"
          action={{ word: '下载清单', onTap: () => void download() }}
        />
      ) : (
        <Notice
          tone="ok"
          icon="check"
          title={newCount + changedCount > 0 ? '每一行都看得懂' : '和登记册一样，不用导入'}
          note={newCount + changedCount > 0 ? '核对下面的差异，没有问题就确认。' : undefined}
        />
      )}
      <Segmented label="看什么" choices={VIEWS} value={view} onChoose={setView} />
      <ImportRows key={view} importId={importId} view={view} />
      <View className="duo mt3">
        <Button kind="outlined" busy={drop.busy && '正在放弃'} onTap={() => void giveUp()}>
          放弃这次
        </Button>
        {wrongCount === 0 && newCount + changedCount > 0 ? (
          <Button className="btn-last" busy={apply.busy && '正在导入'} onTap={() => void apply.act({ importId })}>
            {`确认导入 ${newCount + changedCount} 条`}
          </Button>
        ) : (
          <Button className="btn-last" icon="upload" onTap={onDone}>
            另传一份
          </Button>
        )}
      </View>
    </>
  )
}

/** What matters first: the mistakes, then what changes, then what is new. */
function firstView({ wrongCount, changedCount }: ImportPage): Shown {
  if (wrongCount > 0) return 'problems'
  return changedCount > 0 ? 'changed' : 'new'
}
