import * as z from 'zod'
import { addressPart } from './address'
import { id, join } from './contract'

/** What WeChat's phone button hands over: it serves once, lives five minutes, and only WeChat knows the number behind it. */
const phoneCode = () =>
  z
    .string({ error: '请先点“微信手机号”的按钮' })
    .min(1, { error: '请先点“微信手机号”的按钮' })
    .max(200, { error: '这个手机号凭证不对，请再点一次' })

/**
 * Binds a house by the telephone that WeChat has verified, when the owner register has this very number for that house.
 * The answer says only that it was looked at; what one is bound to is seen in one's own seats.
 */
export const bindByPhone = join({
  about: 'try',
  input: z.strictObject({
    communityId: id(),
    building: addressPart('栋号'),
    stair: addressPart('单元号'),
    room: addressPart('室号'),
    phoneCode: phoneCode(),
  }),
  output: z.object({ tryId: id() }),
})

/** Takes up the office to which the manager has invited this telephone's holder; answered like `bindByPhone`. */
export const takeOfficeByPhone = join({
  about: 'try',
  input: z.strictObject({ communityId: id(), phoneCode: phoneCode() }),
  output: z.object({ tryId: id() }),
})
