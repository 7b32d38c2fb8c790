/** Runs in the till's frame: a person presses, and the page that opened it is told how it was left. */
type Left = 'ok' | 'fail' | 'cancel'

const find = (id: string) => document.getElementById(id)

function leave(till: Left): void {
  window.parent.postMessage({ till }, location.origin)
}

async function pay(button: HTMLButtonElement): Promise<void> {
  button.disabled = true
  const session = new URLSearchParams(location.search).get('session')
  const answer = await fetch('/local/till/pay', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session }),
  })
  const { ok, why } = (await answer.json()) as { ok?: boolean; why?: string }
  if (ok) showPaid()
  else showWhy(why ?? '没有付成，请返回再试')
  button.disabled = false
}

function showWhy(words: string): void {
  const why = find('why')
  if (!why) return
  why.textContent = words
  why.hidden = false
}

/** As WeChat does: the money is gone, and 完成 leads back. */
function showPaid(): void {
  const card = document.querySelector('.till-card')
  const sum = document.querySelector('.till-sum')
  const label = document.querySelector('.till-label')
  if (!card || !sum || !label) return
  const tick = Object.assign(document.createElement('p'), { className: 'till-paid', textContent: '支付成功' })
  const done = Object.assign(document.createElement('button'), {
    className: 'main-button',
    type: 'button',
    id: 'done',
    textContent: '完成',
  })
  done.addEventListener('click', () => leave('ok'))
  card.replaceChildren(label, tick, sum, done)
  done.focus()
}

const payButton = find('pay')
if (payButton instanceof HTMLButtonElement) payButton.addEventListener('click', () => void pay(payButton))
find('fail')?.addEventListener('click', () => leave('fail'))
find('cancel')?.addEventListener('click', () => leave('cancel'))
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') leave(find('done') ? 'ok' : 'cancel')
})
;(payButton ?? find('cancel'))?.focus()

export {}
