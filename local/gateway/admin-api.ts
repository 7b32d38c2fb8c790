import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { readJsonObject } from './body'
import { type FunctionHost, LOCAL_SECRET_ID } from './function-host'
import { PlatformError } from './platform-error'
import type { Storage } from './storage'
import type { Wechat } from './wechat'

/** The platform's synchronous limit between servers. */
const ADMIN_BYTES_MAX = 6 * 1024 * 1024
const FILES_MAX = 50

type Params = Record<string, unknown>
type Action = (params: Params, requestId: string) => Promise<unknown> | unknown

/** What the real node-sdk speaks to from inside a function: `POST /admin`, the wish in `action`, the answer in `data`. */
export function adminApi(parts: {
  host: FunctionHost
  storage: Storage
  wechat: Wechat
  log: (line: string) => void
}): Hono {
  const actions = new Map<string, Action>([
    ['functions.invokeFunction', invokeFunction(parts.host)],
    ['wx.api', callWechat(parts.wechat)],
    ...Object.entries(storageActions(parts.storage)),
  ])
  const api = new Hono()
  api.post('/admin', async (c) => {
    const requestId = randomUUID()
    try {
      ensureSigned(c.req.header('authorization'))
      const params = await readJsonObject(c.req.raw, ADMIN_BYTES_MAX)
      const action = actions.get(String(params.action))
      if (!action) throw new PlatformError('INVALID_PARAM', `the local platform has no action ${String(params.action)}`)
      return c.json({ requestId, data: await action(params, requestId) })
    } catch (error) {
      const refusal = error instanceof PlatformError ? error : new PlatformError('SYS_ERR')
      if (refusal !== error)
        parts.log(`admin failed (${requestId}): ${error instanceof Error ? error.stack : String(error)}`)
      // With status 200: the SDK reads the code of a refusal only there, any other status becomes a bare number.
      return c.json({ code: refusal.code, message: refusal.message, requestId })
    }
  })
  return api
}

/** The signature itself is the platform's business; what matters here is that a function's SDK carries its credentials at all. */
function ensureSigned(authorization: string | undefined): void {
  const signed =
    /^TC3-HMAC-SHA256 Credential=([^/\s]+)\/\d{4}-\d\d-\d\d\/tcb\/tc3_request, .*Signature=[0-9a-f]{64}/.exec(
      authorization ?? '',
    )
  if (signed?.[1] !== LOCAL_SECRET_ID) throw new PlatformError('SIGN_PARAM_INVALID')
}

function invokeFunction(host: FunctionHost): Action {
  return async (params, requestId) => {
    const functionName = text(params, 'function_name')
    const data = typeof params.request_data === 'string' && params.request_data !== '' ? params.request_data : '{}'
    const answer = await host.invoke({
      functionName,
      event: parseJson(data),
      caller: { kind: 'server' },
      requestId,
      sourceIp: '127.0.0.1',
    })
    return { response_data: answer }
  }
}

function callWechat(wechat: Wechat): Action {
  return (params) => {
    const request = params.requestData ? parseJson(text(params, 'requestData')) : {}
    return { responseData: JSON.stringify(wechat.call(text(params, 'apiName'), request as Params)) }
  }
}

function storageActions(storage: Storage): Record<string, Action> {
  return {
    'storage.getUploadMetadata': (params) => {
      const path = text(params, 'path')
      return {
        url: storage.uploadUrl(path),
        token: 'local',
        authorization: 'local',
        // The SDK puts cosFileId into a header, where only ASCII may stand.
        fileId: storage.fileIdOf(path),
        cosFileId: encodeURIComponent(path),
        download_url: storage.downloadUrl(path),
      }
    },
    'storage.batchGetDownloadUrl': async (params) => ({
      download_list: await Promise.all(
        list(params, 'file_list').map(async (item) => {
          const { fileid, max_age: maxAge } = item as { fileid?: unknown; max_age?: unknown }
          return await perFile(fileid, storage, (path) => ({
            tempFileURL: storage.downloadUrl(path, Number(maxAge) || undefined),
          }))
        }),
      ),
    }),
    'storage.batchDeleteFile': async (params) => ({
      delete_list: await Promise.all(
        list(params, 'fileid_list').map((fileId) =>
          perFile(fileId, storage, async (path) => {
            await storage.remove(path)
            return {}
          }),
        ),
      ),
    }),
    'storage.batchCopyFile': async (params) => ({
      copy_list: await Promise.all(list(params, 'file_list').map((item) => copyOne(item as Params, storage))),
    }),
  }
}

/** One bad file of a batch must not spoil the others: each answers for itself. */
async function perFile(
  fileId: unknown,
  storage: Storage,
  work: (path: string) => object | Promise<object>,
): Promise<object> {
  const fileID = String(fileId)
  try {
    const path = storage.pathOf(fileID)
    if (!(await storage.has(path))) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
    return { code: 'SUCCESS', fileID, ...(await work(path)) }
  } catch {
    return { code: 'INVALID_PARAM', fileID, tempFileURL: '' }
  }
}

async function copyOne(item: Params, storage: Storage): Promise<object> {
  const from = bucketPath(text(item, 'src_path'), storage)
  const to = bucketPath(text(item, 'dst_path'), storage)
  if (!(await storage.has(from))) return { code: 'STORAGE_FILE_NONEXIST', fileId: storage.fileIdOf(to) }
  try {
    // The platform overwrites unless told not to.
    await storage.copy(from, to, { overwrite: item.overwrite !== false, removeOriginal: item.remove_original === true })
    return { code: 'SUCCESS', fileId: storage.fileIdOf(to) }
  } catch (error) {
    return { code: error instanceof PlatformError ? error.code : 'SYS_ERR', fileId: storage.fileIdOf(to) }
  }
}

function bucketPath(given: string, storage: Storage): string {
  return given.startsWith('cloud://') ? storage.pathOf(given) : storage.pathOf(storage.fileIdOf(given))
}

function text(params: Params, name: string): string {
  const value = params[name]
  if (typeof value !== 'string' || value === '') throw new PlatformError('INVALID_PARAM', `${name} is missing`)
  return value
}

function list(params: Params, name: string): unknown[] {
  const value = params[name]
  if (!Array.isArray(value) || value.length > FILES_MAX)
    throw new PlatformError('INVALID_PARAM', `${name} must be a list of at most ${FILES_MAX}`)
  return value as unknown[]
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw new PlatformError('INVALID_PARAM', 'the data are not JSON')
  }
}
