import Taro from '@tarojs/taro'

/** Gives a file that a call has answered to the person: a browser downloads it, WeChat opens it or hands it to a chat. */
export async function saveFile({ fileName, base64 }: { fileName: string; base64: string }): Promise<void> {
  if (process.env.TARO_ENV === 'h5') saveInBrowser(fileName, base64)
  else await saveInWeChat(fileName, base64)
}

function saveInBrowser(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(window.atob(base64), (letter) => letter.charCodeAt(0))
  const url = window.URL.createObjectURL(new window.Blob([bytes]))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  window.URL.revokeObjectURL(url)
}

/** WeChat opens spreadsheets by itself; a .csv it can only send on. */
async function saveInWeChat(fileName: string, base64: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  const ignore = () => undefined
  if (fileName.endsWith('.xlsx')) await Taro.openDocument({ filePath, showMenu: true }).catch(ignore)
  else await Taro.shareFileMessage?.({ filePath, fileName }).catch(ignore)
}
