export default definePageConfig({ navigationBarTitleText: '起草收费公示' })
