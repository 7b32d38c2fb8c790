/** Read by Taro's webpack runner for src/ and the few packages named in config/index.ts. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
