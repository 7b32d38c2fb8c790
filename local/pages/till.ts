/** Runs in the till's frame: says to the page that opened it how it was left. */
function leave(): void {
  window.parent.postMessage({ till: 'cancel' }, location.origin)
}

document.getElementById('back')?.addEventListener('click', leave)
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') leave()
})
document.getElementById('back')?.focus()

export {}
