import type { RowsOf } from './rule'

export const PHONES_ROWS = {
  'phones.bindByPhone': { does: '用微信验证的手机号绑定房屋', who: { signedIn: 'named community' } },
  'phones.takeOfficeByPhone': { does: '用微信验证的手机号上岗', who: { signedIn: 'named community' } },
} as const satisfies RowsOf<'phones'>
