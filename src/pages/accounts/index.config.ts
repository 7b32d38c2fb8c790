export default definePageConfig({ navigationBarTitleText: '看账', enablePullDownRefresh: true })
