export default definePageConfig({ navigationBarTitleText: '季度公示', enablePullDownRefresh: true })
