/**
 * Cuts Lucide's font (ISC licence) down to the icons named in the table and writes them as one stylesheet, so that no
 * page asks a foreign host for a font. Run after changing the table: `npx tsx config/make-icons.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import { ICON_NAMES } from '../src/components/icon-names'

const require = createRequire(__filename)
const fontDirectory = path.join(path.dirname(require.resolve('lucide-static/package.json')), 'font')
const target = path.join(__dirname, '..', 'src', 'styles', 'icons.scss')

async function main(): Promise<void> {
  const codepoints = JSON.parse(await readFile(path.join(fontDirectory, 'codepoints.json'), 'utf8')) as Record<
    string,
    number
  >
  const rows = ICON_NAMES.map((name) => ({ name, code: codepointOf(codepoints, name) }))
  const whole = await readFile(path.join(fontDirectory, 'lucide.ttf'))
  const cut = await subsetFont(whole, rows.map(({ code }) => String.fromCodePoint(code)).join(''), {
    targetFormat: 'woff2',
  })
  await writeFile(target, stylesheet(cut.toString('base64'), rows))
  process.stdout.write(`${rows.length} icons, ${cut.length} bytes\n`)
}

function codepointOf(codepoints: Record<string, number>, name: string): number {
  const code = codepoints[name]
  if (code === undefined) throw new Error(`Lucide has no icon named ${name}`)
  return code
}

const stylesheet = (font: string, rows: { name: string; code: number }[]): string =>
  `/* Written by config/make-icons.ts from Lucide (ISC licence); change src/components/icon-names.ts instead. */
@font-face {
  font-family: mingju-icons;
  src: url(data:font/woff2;base64,${font}) format('woff2');
  font-weight: 400;
  font-style: normal;
}
.i {
  font-family: mingju-icons;
  font-style: normal;
  font-weight: 400;
  line-height: 1;
  display: inline-block;
  flex: none;
}
${rows.map(({ name, code }) => `.i-${name}::before {\n  content: '\\${code.toString(16)}';\n}`).join('\n')}
`

main().catch((problem: unknown) => {
  process.stderr.write(`${String(problem)}\n`)
  process.exitCode = 1
})
