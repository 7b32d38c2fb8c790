/**
 * How long what people typed is kept after it has done its work (个人信息保护法 article 19: the shortest time that its purpose
 * needs). Records of what happened keep their ids and times; only the words go.
 */
export const KEPT_DAYS = {
  /** Half a year, in which whoever was refused may ask why or apply again with the answer in hand. */
  refusedApplication: { days: 180, zh: '没有通过的绑定申请里的姓名、手机号、地址和理由' },
} as const satisfies Record<string, { days: number; zh: string }>
