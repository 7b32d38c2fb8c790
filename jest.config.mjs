/** TypeScript through swc; packages that ship ES modules alone are transformed too. */
const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
}
const transformIgnorePatterns = ['/node_modules/(?!(uuid|jose|hono|@hono|sql-template-tag)/)']

/** One PostgreSQL for the run, one database for each test file that asks for it. */
export default {
  maxWorkers: 2,
  testTimeout: 30_000,
  globalSetup: '<rootDir>/local/testing/global-setup.ts',
  globalTeardown: '<rootDir>/local/testing/global-teardown.ts',
  projects: [
    {
      displayName: 'node',
      rootDir: import.meta.dirname,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{cloudfunctions,types,config,local}/**/*.test.ts'],
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: 'screens',
      rootDir: import.meta.dirname,
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/src/testing/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/src/testing/taro.ts',
        '\\.s?css$': '<rootDir>/src/testing/style.ts',
      },
      transform,
      transformIgnorePatterns,
    },
  ],
}
