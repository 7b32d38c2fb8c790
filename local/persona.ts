/** The environment id of the local stage: functions see it as TCB_ENV, and identities are kept under it. */
export const LOCAL_ENV = 'mingju-local'

/** Somebody of the demonstration whom one may choose to be. */
export interface Persona {
  /** Stable and readable, for example `lin`; what /local/login takes. */
  id: string
  name: string
  /** The role in words, for example 业主 · 3 栋 2 单元 1801. */
  role: string
  /** The community's name; empty for a visitor who belongs to none. */
  community: string
  /** The CloudBase uid that the token carries; a visitor's uid has no person behind it. */
  uid: string
  /** The number that WeChat would verify for them; without one they have refused to give it. */
  phone?: string
  /** One line: what this person can try. */
  tries: string
}
