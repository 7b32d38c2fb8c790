export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/repairs/list/index',
    'pages/repairs/detail/index',
    'pages/repairs/file/index',
    'pages/bind/index',
    'pages/household/index',
    'pages/fees/board/index',
    'pages/fees/quote/index',
    'pages/accounts/index',
    'pages/bills/list/index',
    'pages/bills/detail/index',
    'pages/announcements/list/index',
    'pages/announcements/detail/index',
  ],
  // Desks are loaded by whoever has one.
  subPackages: [
    {
      root: 'packages/staff',
      pages: [
        'people/index',
        'billing/index',
        'terms/index',
        'books/desk/index',
        'books/post/index',
        'books/statement/index',
        'imports/index',
        'boards/list/index',
        'boards/detail/index',
        'boards/edit/index',
        'announce/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '明居',
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: '@pullText',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  // WeChat asks for consent before the first call that touches personal data.
  __usePrivacyCheck__: true,
})
