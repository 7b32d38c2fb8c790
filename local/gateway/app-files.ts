import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { type Context, Hono } from 'hono'
import { pagePolicy } from './guards'
import { PlatformError } from './platform-error'

/** Serves the h5 build under /app/, with the host script before everything else in its page. */
export function appFiles(folder: string): Hono {
  const routes = new Hono()
  routes.get('/app', (c) => c.redirect('/app/'))
  routes.get('/app/*', async (c) => {
    const path = decodePath(c.req.path.slice('/app/'.length))
    return path === '' || path === 'index.html' ? await indexPage(c, folder) : await file(c, folder, path)
  })
  return routes
}

async function indexPage(c: Context, folder: string): Promise<Response> {
  const built = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
  if (built === undefined) return c.text('页面还没有构建好，请在终端运行 npm start。', 503)
  const withHost = built.replace(/<head[^>]*>/i, (head) => `${head}<script src="/local/host.js"></script>`)
  return c.html(withHost, 200, {
    'content-security-policy': pagePolicy({ scriptHashes: inlineScriptHashes(built) }),
    'cache-control': 'no-cache',
  })
}

/** Taro's page may carry a script of its own: it is allowed by its hash, so that no other inline script is. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)]
    .map((match) => match[1] ?? '')
    .filter((script) => script !== '')
    .map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}`)
}

async function file(c: Context, folder: string, path: string): Promise<Response> {
  const root = resolve(folder)
  const full = resolve(root, path)
  if (!full.startsWith(root + sep)) throw new PlatformError('NOT_FOUND')
  const bytes = await readFile(full).catch(() => undefined)
  if (!bytes) throw new PlatformError('NOT_FOUND')
  const isHashed = /\.[0-9a-f]{8,}\./.test(path)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': MIME[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path)
    if (!decoded.includes('\u0000')) return decoded
  } catch {
    // Falls through: a path that cannot be decoded names no file.
  }
  throw new PlatformError('NOT_FOUND')
}

const MIME: Record<string, string | undefined> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}
