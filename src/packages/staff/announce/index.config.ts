export default definePageConfig({ navigationBarTitleText: '贴公告' })
