/** Runs in the chooser: a tap signs in and enters. The token stays in this tab, so two tabs can be two people. */
const TOKEN = 'mingju.token'

async function enter(button: HTMLButtonElement): Promise<void> {
  const notice = document.getElementById('notice')
  if (notice) notice.hidden = true
  button.setAttribute('aria-busy', 'true')
  try {
    sessionStorage.setItem(TOKEN, await login(button.dataset.persona ?? ''))
    location.assign('/app/')
  } catch {
    button.removeAttribute('aria-busy')
    if (notice) notice.hidden = false
  }
}

async function login(persona: string): Promise<string> {
  const response = await fetch('/local/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  if (!response.ok) throw new Error(`login answered ${response.status}`)
  return ((await response.json()) as { token: string }).token
}

/** Somebody whose session ran out is told why they are here again, and that nothing is lost. */
const expired = document.getElementById('expired')
if (expired && location.search === '?expired') {
  sessionStorage.removeItem(TOKEN)
  expired.hidden = false
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-persona]')
  if (button && button.getAttribute('aria-busy') !== 'true') void enter(button)
})

/** The browser's back button shows the page as it was left, with a row still busy. */
window.addEventListener('pageshow', () => {
  document.querySelectorAll('[aria-busy]').forEach((busy) => busy.removeAttribute('aria-busy'))
})

export {}
