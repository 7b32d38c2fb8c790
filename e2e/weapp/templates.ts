import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one node of Taro's data becomes on the screen: WeChat's tag, and which events it hands to `eh`. */
export interface Template {
  tag: string
  events: ReadonlySet<string>
  /** WeChat's attribute → Taro's short name for it in the node, for example `placeholder` → `p13`. */
  shortNames: ReadonlyMap<string, string>
}

/** Taro's own name for a node kind (`nn`) → its template. Read from the built base.wxml, the one WeChat reads. */
export type Templates = ReadonlyMap<string, Template>

/**
 * base.wxml repeats every template for each depth; depth 0 holds them all.
 * An input has two templates (with and without focus) behind one name; the second is as good as the first.
 */
export function readTemplates(dist: string): Templates {
  const wxml = readFileSync(join(dist, 'base.wxml'), 'utf8')
  const found = wxml.matchAll(/<template name="tmpl_0_([\w-]+?)(?:_blur)?">\s*<([\w-]+)([^]*?)>\s/g)
  return new Map([...found].map(([, kind = '', tag = '', attributes = '']) => [kind, templateOf(tag, attributes)]))
}

function templateOf(tag: string, attributes: string): Template {
  const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  const events = pairs.filter(([, value]) => value === 'eh').map(([name]) => name.replace(/^(bind|catch):?/, ''))
  const shortNames = pairs.flatMap(([name, value]) => {
    const short = /\bi\.(\w+)/.exec(value)?.[1]
    return short ? [[name, short] as const] : []
  })
  return { tag, events: new Set(events), shortNames: new Map(shortNames) }
}
