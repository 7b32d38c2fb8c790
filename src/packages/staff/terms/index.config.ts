export default definePageConfig({ navigationBarTitleText: '计费登记', enablePullDownRefresh: true })
