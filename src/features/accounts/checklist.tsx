import { View } from '@tarojs/components'
import { useState } from 'react'
import { CHECK_STANDING_IDS, STATEMENT_CHECKS, STATEMENT_STATES } from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon'
import { openPage } from '../../services/routes'
import type { Cockpit } from './account-reads'
import { DraftSheet } from './draft-sheet'
import './cockpit.scss'

const ICONS = { todo: 'pencil', waiting: 'clock', done: 'check' } as const

/** The eight steps: what is to be done first, then what waits, then what is done. */
export function Checklist({ cockpit }: { cockpit: Cockpit }) {
  const [drafting, setDrafting] = useState(false)
  const { checks, statement, mayDraft } = cockpit
  const ordered = CHECK_STANDING_IDS.flatMap((standing) => checks.filter((check) => check.standing === standing))
  return (
    <Card title="公布前八步">
      <Steps checks={ordered} />
      {statement && (
        <Button
          kind={statement.moves.some(({ act }) => act !== 'draft') ? 'filled' : 'soft'}
          className="mt3"
          icon="file-text"
          onTap={() => openPage('statement', { statementId: statement.statementId })}
        >
          {statement.stale ? '看上次生成的公示' : `看公示 · ${STATEMENT_STATES[statement.state].zh}`}
        </Button>
      )}
      {mayDraft && (
        <Button
          kind={statement && !statement.stale ? 'outlined' : 'filled'}
          className="mt3"
          onTap={() => setDrafting(true)}
        >
          {statement ? '重新生成公示' : '生成公示'}
        </Button>
      )}
      {drafting && <DraftSheet cockpit={cockpit} onClose={() => setDrafting(false)} />}
    </Card>
  )
}

/** Steps with what each of them says. */
export function Steps({ checks }: { checks: Cockpit['checks'] }) {
  return (
    <View className="mt2">
      {checks.map(({ check, standing, words }) => (
        <View key={check} className="chk">
          <View className={classes('chk-m', `chk-${standing}`)}>
            <Icon name={ICONS[standing]} />
          </View>
          <View className="grow">
            <View className="t15 med">{STATEMENT_CHECKS[check].zh}</View>
            <View className={classes('note', 'num', standing === 'todo' ? 'due' : 'sub')}>{words}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
