import type { CallName, Input } from '../../types/contracts'
import type { TestStage } from './stage'

/** What a call of the matrix is aimed at: the caller's own house, a neighbour's, or another community. */
export const TARGETS = {
  ownHouse: { community: 'A', resident: 'A-owner' },
  otherHouse: { community: 'A', resident: 'neighbour' },
  otherCommunity: { community: 'B', resident: 'B-owner' },
} as const
export type Target = keyof typeof TARGETS

export interface Probe<N extends CallName> {
  /** The input that aims at the target, asked by this caller. */
  aim(target: Target, caller: string): Promise<Input<N>>
  /** For a call that names no row: whether the target is in what came back. */
  shows?(data: unknown, target: Target): Promise<boolean> | boolean
}

/** What probes stand on. */
export interface ProbeGround {
  stage(): TestStage
  communityOf(target: Target): string
  houseOf(openid: string): Promise<string>
}
