import { errors, jwtVerify, SignJWT } from 'jose'
import { LOCAL_ENV } from '../persona'
import { PlatformError } from './platform-error'

const ISSUER = 'mingju-local-stage'
const LIFETIME = '12h'

/** Signs and reads the bearer tokens of demo people; the key lives in the data folder, so tokens survive a restart. */
export interface Tokens {
  issue(uid: string): Promise<string>
  /** The uid of the Authorization header's token; refuses a missing, foreign or expired one. */
  uidOf(authorization: string | undefined): Promise<string>
}

export function createTokens(tokenKey: string): Tokens {
  const key = new TextEncoder().encode(tokenKey)
  return {
    issue: (uid) =>
      new SignJWT({ kind: 'demo' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(uid)
        .setIssuer(ISSUER)
        .setAudience(LOCAL_ENV)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(key),
    uidOf: async (authorization) => {
      const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
      if (!token) throw new PlatformError('MISSING_CREDENTIALS')
      return await readUid(token, key)
    },
  }
}

async function readUid(token: string, key: Uint8Array): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: LOCAL_ENV,
      requiredClaims: ['sub', 'exp'],
    })
    // The platform has other kinds of token, such as an API key; none of them names a demo person.
    if (payload.kind === 'demo' && payload.sub) return payload.sub
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new PlatformError('ACCESS_TOKEN_EXPIRED')
  }
  throw new PlatformError('INVALID_ACCESS_TOKEN')
}
