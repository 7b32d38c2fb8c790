import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { ProvidePlugin } from 'webpack'

const root = path.resolve(__dirname, '..')
const sources = path.join(root, 'src') + path.sep

/**
 * Beside src/, which Taro compiles by itself: the vocabulary, and the packages that ship syntax newer than a
 * mini-program's engine reads. Taro refuses a RegExp here and wants a function.
 */
const needsCompiling = (file: string): boolean =>
  file.startsWith(path.join(root, 'types') + path.sep) || /node_modules[\\/](@tanstack|@taroify)[\\/]/.test(file)

/** One directory per platform: both builds are served and checked side by side. */
const outputRoot = `dist/${process.env.TARO_ENV ?? 'weapp'}`

/**
 * Our own styles are written in the real pixels of a 390-wide phone and stay so on every platform: custom properties,
 * media queries and text then mean what they say, and a desk screen is not a blown-up telephone. Taroify draws for 750,
 * two to one, so only its styles are converted, and to pixels too.
 */
const pxtransform = {
  enable: true,
  // Taro's types know neither the plugin's `px` nor its `exclude`; both have been there for years.
  config: { targetUnit: 'px', exclude: (file: string) => file.startsWith(sources) } as object,
}

/** A property name such as `"#e"` is what the minifier makes of a private field unless it may quote nothing. */
const terser = { enable: true, config: { output: { quote_keys: false, keep_quoted_props: false, comments: false } } }

export default defineConfig<'webpack5'>({
  projectName: 'mingju',
  designWidth: 750,
  deviceRatio: { 375: 2, 390: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [path.join(root, 'config', 'weapp-aria.ts')],
  // Always written into the bundle, also when empty: a mini-program has no `process` to ask.
  env: { TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? '') },
  terser,
  csso: { enable: true },
  // What is built depends on the sources alone, not on what an earlier build left behind.
  cache: { enable: false },
  mini: {
    enableSourceMap: false,
    compile: { include: [needsCompiling] },
    // Every class belongs to one file, so the order of the files does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform, cssModules: { enable: false } },
    webpackChain(chain) {
      // A mini-program has no AbortController; without one react-query stays pending for ever and says nothing.
      chain
        .plugin('abortController')
        .use(ProvidePlugin, [{ AbortController: ['abortcontroller-polyfill/dist/cjs-ponyfill.js', 'AbortController'] }])
    },
  },
  h5: {
    publicPath: '/app/',
    staticDirectory: 'static',
    enableSourceMap: false,
    router: { mode: 'hash' },
    esnextModules: ['@taroify'],
    compile: { include: [needsCompiling] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true }, pxtransform, cssModules: { enable: false } },
  },
})
