import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { readJsonObject } from './body'
import type { FunctionHost } from './function-host'
import { PlatformError, sayError } from './platform-error'
import type { Tokens } from './tokens'

/** The address that clients call in the cloud, `POST /v1/functions/<name>`: the body is the event, the answer the function's own. */
export function clientApi({
  host,
  tokens,
  log,
}: {
  host: FunctionHost
  tokens: Tokens
  log: (line: string) => void
}): Hono {
  const api = new Hono()
  api.post('/v1/functions/:name', async (c) => {
    const requestId = requestIdOf(c)
    c.header('x-request-id', requestId)
    try {
      // Who before what: a stranger learns neither which functions exist nor what their input should be.
      const uid = await tokens.uidOf(c.req.header('authorization'))
      const functionName = c.req.param('name')
      if (!host.has(functionName)) throw new PlatformError('FUNCTION_NOT_FOUND')
      const event = await readJsonObject(c.req.raw)
      const answer = await host.invoke({
        functionName,
        event,
        caller: { kind: 'person', uid },
        requestId,
        sourceIp: '127.0.0.1',
      })
      return c.body(answer, 200, { 'content-type': 'application/json; charset=utf-8' })
    } catch (error) {
      if (error instanceof PlatformError) return sayError(c, error, requestId)
      log(`gateway failed (${requestId}): ${error instanceof Error ? error.stack : String(error)}`)
      return sayError(c, new PlatformError('SYS_ERR'), requestId)
    }
  })
  return api
}

/** The caller's own request id is echoed if it is a plain one, so that both logs can be laid side by side. */
export function requestIdOf(c: Context): string {
  const given = c.req.header('x-request-id')
  return given && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}
