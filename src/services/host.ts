/**
 * In a browser somebody else signs the person in and puts this object around the page: the stage of one machine, or the
 * login page of production. The bundle knows nothing more about signing in. A mini-program has no host: WeChat says who
 * the person is.
 */
export interface MingjuHost {
  token: string
  /** Names the person, the same at every sign-in: what is kept in this browser is kept under it. The token's `sub`. */
  person: string
  /** Where the functions answer, for example `https://api.example.cn`. */
  origin: string
  /** A one-time code behind which WeChat keeps the person's number, where the host can ask for it. */
  phoneCode?(): Promise<string | undefined>
  /** Forgets the token and leads to where one signs in. */
  signOut(): void
}

declare global {
  interface Window {
    mingjuHost?: MingjuHost
  }
}

export const ON_H5 = process.env.TARO_ENV === 'h5'

export const host = (): MingjuHost | undefined => (ON_H5 ? window.mingjuHost : undefined)
