import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The walks through the built product: the mini-program in a bare script engine, the web build in a real browser. */
const shared = {
  rootDir: dirname(fileURLToPath(import.meta.url)),
  testEnvironment: 'node',
  transform: { '[jt]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // What was built is run as it is; of the packages only those that ship ES modules alone are transformed.
  transformIgnorePatterns: [
    '/dist/(?!.*node_modules)(?:weapp|h5|cloudfunctions)/',
    '/node_modules/(?!(uuid|sql-template-tag)/)',
  ],
}

export default {
  testTimeout: 90_000,
  projects: [
    {
      ...shared,
      displayName: 'weapp',
      testMatch: ['<rootDir>/weapp/*.test.ts'],
      globalSetup: '<rootDir>/../local/testing/global-setup.ts',
      globalTeardown: '<rootDir>/../local/testing/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/journeys/*.test.ts'],
      globalSetup: '<rootDir>/journeys/global-setup.ts',
      globalTeardown: '<rootDir>/journeys/global-teardown.ts',
    },
  ],
}
