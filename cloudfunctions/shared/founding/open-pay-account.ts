import type { Db } from '../db/db'
import { newId } from '../db/ids'
import { enterScope } from '../db/scope-store'
import { type MerchantKeys, sealKeys } from '../wechat/pay/merchant-keys'
import { ensurePayAccount, putMerchantSecret } from './founding-pay-store'
import { findCommunity } from './founding-store'

/** A merchant number as an operator brings it. */
export interface NewPayAccount {
  /** `fees` is the enterprise's of the community, `publicRevenue` its owners' body's; no number is both. */
  kind: 'fees' | 'publicRevenue'
  community: { name: string; city: string }
  /** The mini-program that the number is bound to. */
  appid: string
  /** Serves this community alone. The owners' body's always does. */
  onlyThisCommunity: boolean
  keys: MerchantKeys
}

/**
 * Opens a merchant number for payments, or brings it new keys. An operator's command with the owner role, never reachable
 * over the network; the keys are sealed here and are in no table in the open.
 */
export async function openPayAccount(db: Db, masterKey: string, it: NewPayAccount): Promise<string> {
  const communityId = await findCommunity(db, it.community.name, it.community.city)
  if (!communityId) throw new Error(`there is no community ${it.community.name} in ${it.community.city}`)
  await enterScope(db, { communityId })
  const payAccountId = await ensurePayAccount(db, {
    payAccountId: newId(),
    kind: it.kind,
    mchid: it.keys.mchid,
    appid: it.appid,
    communityId,
    onlyThisCommunity: it.onlyThisCommunity || it.kind === 'publicRevenue',
  })
  await putMerchantSecret(db, payAccountId, sealKeys(masterKey, it.keys))
  return payAccountId
}
