import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { type Context, Hono } from 'hono'
import { LOCAL_ENV } from '../persona'
import { readBytes } from './body'
import { PlatformError } from './platform-error'

const FILE_BYTES_MAX = 50 * 1024 * 1024
const FILE_ID_PREFIX = `cloud://${LOCAL_ENV}.local/`
const UPLOAD_SECONDS = 600
const DOWNLOAD_SECONDS = 7200

/** What a signed link allows, and until when (seconds since 1970). */
interface Link {
  act: 'put' | 'get'
  path: string
  until: number
}

/** The bucket of one environment, on disk; links are signed and expire like the platform's. */
export interface Storage {
  fileIdOf(cloudPath: string): string
  /** The cloud path of a file id; refuses one that is not of this environment or climbs out of the bucket. */
  pathOf(fileId: string): string
  has(cloudPath: string): Promise<boolean>
  uploadUrl(cloudPath: string): string
  downloadUrl(cloudPath: string, seconds?: number): string
  remove(cloudPath: string): Promise<void>
  copy(from: string, to: string, how: { overwrite: boolean; removeOriginal: boolean }): Promise<void>
  /** The routes behind the links. */
  routes: Hono
}

export function createStorage({ folder, key, origin }: { folder: string; key: string; origin: () => string }): Storage {
  const diskPath = (cloudPath: string) => join(folder, diskName(ensureSafe(cloudPath)))
  const sign = (link: Link) => {
    const payload = Buffer.from(JSON.stringify(link)).toString('base64url')
    return `${payload}.${macOf(payload, key)}`
  }
  const until = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  const has = (cloudPath: string) =>
    stat(diskPath(cloudPath)).then(
      (entry) => entry.isFile(),
      () => false,
    )
  return {
    has,
    fileIdOf: (cloudPath) => FILE_ID_PREFIX + ensureSafe(cloudPath),
    pathOf: (fileId) => {
      if (!fileId.startsWith(FILE_ID_PREFIX)) throw new PlatformError('INVALID_PARAM')
      return ensureSafe(fileId.slice(FILE_ID_PREFIX.length))
    },
    uploadUrl: (path) =>
      `${origin()}/storage/${sign({ act: 'put', path: ensureSafe(path), until: until(UPLOAD_SECONDS) })}`,
    downloadUrl: (path, seconds = DOWNLOAD_SECONDS) =>
      `${origin()}/storage/${sign({ act: 'get', path: ensureSafe(path), until: until(seconds) })}`,
    remove: (path) => rm(diskPath(path)),
    copy: async (from, to, { overwrite, removeOriginal }) => {
      if (!overwrite && (await has(to))) throw new PlatformError('INVALID_PARAM', 'the target exists')
      await mkdir(dirname(diskPath(to)), { recursive: true })
      await (removeOriginal ? rename(diskPath(from), diskPath(to)) : copyFile(diskPath(from), diskPath(to)))
    },
    routes: storageRoutes({ diskPath, key }),
  }
}

function storageRoutes({ diskPath, key }: { diskPath: (cloudPath: string) => string; key: string }): Hono {
  const routes = new Hono()
  routes.put('/storage/:link', async (c) => {
    const link = readLink(c.req.param('link'), 'put', key)
    if (!link) return cosError(c, 'AccessDenied', 'the upload link is wrong or has expired')
    try {
      await writeWhole(diskPath(link.path), await readBytes(c.req.raw, FILE_BYTES_MAX))
      return c.body(null, 200)
    } catch (error) {
      if (error instanceof PlatformError) return cosError(c, 'EntityTooLarge', 'the file is larger than 50 MB')
      throw error
    }
  })
  routes.get('/storage/:link', async (c) => {
    const link = readLink(c.req.param('link'), 'get', key)
    const bytes = link && (await readFile(diskPath(link.path)).catch(() => undefined))
    if (!link || !bytes)
      return cosError(c, link ? 'NoSuchKey' : 'AccessDenied', 'the link is wrong, has expired, or its file is gone')
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': MIME[extname(link.path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    })
  })
  return routes
}

/** A name that stays inside the bucket: no empty, `.` or `..` step, no backslash, no control character. */
function ensureSafe(cloudPath: string): string {
  const steps = cloudPath.split('/')
  const wrong =
    cloudPath.length > 850 ||
    /[\\\u0000-\u001f\u007f]/.test(cloudPath) ||
    steps.some((step) => ['', '.', '..'].includes(step))
  if (wrong) throw new PlatformError('INVALID_PARAM', 'the path of a file must be relative and stay inside the bucket')
  return cloudPath
}

/** Long or non-ASCII names do not fit every file system; a hash keeps the folders readable and the name exact. */
function diskName(cloudPath: string): string {
  return join(
    ...cloudPath
      .split('/')
      .map((step) => (/^[\w.-]{1,120}$/.test(step) ? step : `~${createHash('sha256').update(step).digest('hex')}`)),
  )
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.${randomUUID()}`
  const handle = await open(aside, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
  } finally {
    await handle.close()
  }
  await rename(aside, file)
}

function macOf(payload: string, key: string): string {
  return createHmac('sha256', key).update(`storage link ${payload}`).digest('base64url')
}

function readLink(text: string, act: Link['act'], key: string): Link | undefined {
  const [payload = '', mac = ''] = text.split('.')
  const expected = Buffer.from(macOf(payload, key))
  const given = Buffer.from(mac)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  const link = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Link
  return link.act === act && link.until > Date.now() / 1000 ? link : undefined
}

/** The SDK looks at this XML and not at the status; all four elements are needed. */
function cosError(c: Context, code: string, message: string): Response {
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  return c.body(xml, code === 'NoSuchKey' ? 404 : 403, { 'content-type': 'application/xml' })
}

/** The kinds of file the product takes; everything else is downloaded, never shown. */
const MIME: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
