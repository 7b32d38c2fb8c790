import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { FunctionHost } from './function-host'

const FUNCTION = 'payment-notice'

/**
 * The route of the platform's HTTP access service to the notice function: the request becomes an event with the body as it
 * came (in base64, as the platform may do), and what the function returns becomes the answer. Nobody is signed in here.
 */
export function paymentNoticeRoute(host: FunctionHost): Hono {
  const api = new Hono()
  api.post(`/${FUNCTION}/:mchid`, async (c) => {
    const requestId = randomUUID()
    const event = {
      path: c.req.path,
      httpMethod: 'POST',
      headers: c.req.header(),
      queryStringParameters: {},
      body: Buffer.from(await c.req.arrayBuffer()).toString('base64'),
      isBase64Encoded: true,
    }
    const call = {
      functionName: FUNCTION,
      event,
      caller: { kind: 'server' },
      requestId,
      sourceIp: '127.0.0.1',
    } as const
    const reply = JSON.parse(await host.invoke(call)) as {
      statusCode: number
      headers: Record<string, string>
      body: string
    }
    return new Response(reply.body === '' ? null : reply.body, { status: reply.statusCode, headers: reply.headers })
  })
  return api
}
