/**
 * Draws the vouchers of the demonstration and their redacted copies into local/demo/vouchers, as a phone would photograph
 * them. All names, numbers and seals are invented. Run after changing the table: `npx tsx local/demo/draw-vouchers.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withPalette } from '../../e2e/journeys/palette-png'
import { launchBrowser } from '../../e2e/journeys/walk'
import { VOUCHER_IDS, VOUCHERS, type VoucherPaper } from './voucher-papers'

const FOLDER = join(__dirname, 'vouchers')

const STYLE = `
  body { margin: 0; width: 480px; height: 620px; background: #8d8679; font: 17px/1.5 'Noto Sans CJK SC', sans-serif; color: #262b38 }
  .paper { position: absolute; inset: 26px 24px; padding: 26px 28px; background: #fbfaf4; transform: rotate(-0.6deg); box-shadow: 0 2px 9px #0005 }
  h1 { margin: 0 0 4px; font-size: 25px; text-align: center; letter-spacing: 0.12em }
  .no { text-align: center; color: #77705f; font-size: 14px }
  dl { margin: 24px 0 0; display: grid; grid-template-columns: 92px 1fr; gap: 13px 8px; border-top: 2px solid #262b38; padding-top: 18px }
  dt { color: #6c6657 } dd { margin: 0; position: relative }
  .sum { font-size: 26px; font-weight: 700 }
  .hide { background: #111; color: #111; padding: 1px 6px }
  .seal { position: absolute; right: 34px; bottom: 42px; width: 118px; height: 118px; border: 3px solid #c2372e; border-radius: 50%;
    color: #c2372e; display: grid; place-items: center; text-align: center; font-size: 15px; transform: rotate(-14deg); opacity: 0.82 }
  .foot { position: absolute; left: 28px; bottom: 30px; color: #8b8474; font-size: 13px }`

const page = ({ title, number, rows, sum, seal }: VoucherPaper, redacted: boolean): string => `
  <style>${STYLE}</style><div class="paper"><h1>${title}</h1><div class="no">No. ${number}</div><dl>
  ${rows.map(([name, value, isPrivate]) => `<dt>${name}</dt><dd><span class="${redacted && isPrivate ? 'hide' : ''}">${value}</span></dd>`).join('')}
  <dt>金额</dt><dd class="sum">¥ ${sum}</dd></dl><div class="seal">${seal}<br>示例专用章</div><div class="foot">演示用，不作报销凭证</div></div>`

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await launchBrowser()
  const view = await browser.newPage({ viewport: { width: 480, height: 620 } })
  for (const id of VOUCHER_IDS) {
    for (const [redacted, name] of [
      [false, `${id}.png`],
      [true, `${id}-redacted.png`],
    ] as const) {
      await view.setContent(page(VOUCHERS[id], redacted))
      writeFileSync(join(FOLDER, name), withPalette(await view.screenshot()))
    }
  }
  await browser.close()
}

void main()
