export default definePageConfig({ navigationBarTitleText: '明居', enablePullDownRefresh: true })
