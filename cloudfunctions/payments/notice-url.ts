/** Where WeChat tells this merchant number's payments: the number is in the path, because each has its own keys. */
export function noticeUrlOf(mchid: string): string {
  const base = process.env.MINGJU_NOTICE_URL
  if (!base) throw new Error('MINGJU_NOTICE_URL is not set')
  return `${base.replace(/\/$/, '')}/${mchid}`
}
