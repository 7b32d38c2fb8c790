import { existsSync, readdirSync } from 'node:fs'
import js from '@eslint/js'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'
import { LAW_PLUGIN, LAWS, TESTS } from './config/check-laws.mjs'

/** The folders in a folder: laws for functions and features are made from what is there. */
const foldersIn = (place) =>
  existsSync(place)
    ? readdirSync(place, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

const functionNames = foldersIn('cloudfunctions').filter((name) => name !== 'shared')
const featureNames = foldersIn('src/features')

const zone = (target, from, message, except = []) => ({ target, from, message, ...(except.length > 0 && { except }) })

/** Who may import whom. */
const ZONES = [
  zone(
    ['types', 'cloudfunctions', 'src', 'config', 'e2e'],
    'local',
    'Nothing imports local/: it is the stage for one machine.',
  ),
  zone('types', ['src', 'cloudfunctions', 'config', 'e2e'], 'types/ imports nothing of ours.'),
  zone('types/vocabulary', 'types/contracts', 'The vocabulary stands below the contracts.'),
  zone('src', ['cloudfunctions', 'config', 'e2e'], 'The client knows types/ alone.'),
  zone('cloudfunctions', ['src', 'config', 'e2e'], 'Functions know types/ and shared/ alone.'),
  zone('cloudfunctions/shared', 'cloudfunctions', 'shared/ stands below every function.', ['./shared']),
  ...functionNames.map((name) =>
    zone(
      `cloudfunctions/${name}`,
      'cloudfunctions',
      'A function never imports another: what two need moves down to shared/.',
      [`./${name}`, './shared'],
    ),
  ),
  zone('src/components', ['src/features', 'src/pages', 'src/packages'], 'Components know no domain.'),
  zone('src/features', ['src/pages', 'src/packages'], 'Pages compose features, not the other way round.'),
  ...featureNames.map((name) =>
    zone(`src/features/${name}`, 'src/features', 'A feature knows one domain; pages bring two together.', [
      `./${name}`,
    ]),
  ),
]

/** Test files arrange whole worlds, so they may know other functions and the stage, but never the client's inside. */
const TEST_ZONES = [
  zone('cloudfunctions', 'src', 'A function is tested through main, not through screens.'),
  zone('src', 'cloudfunctions', 'A screen is tested through its transport.'),
]

const strict = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // Characters are counted as code points on purpose, so that the form and the server agree without Intl.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  // An answer is async by its type, whether or not it waits for anything.
  '@typescript-eslint/require-await': 'off',
  // Handlers are members of props and hold no `this`; there are no classes on the client.
  '@typescript-eslint/unbound-method': 'off',
  // Matters of taste, where saying more is no fault.
  '@typescript-eslint/no-redundant-type-constituents': 'off',
  '@typescript-eslint/no-unnecessary-type-arguments': 'off',
  '@typescript-eslint/no-dynamic-delete': 'off',
  // A type parameter used once still names what a row becomes: `db.one<Row>(…)`.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
}

const everywhere = {
  // The contracts name the control characters that they refuse.
  'no-control-regex': 'off',
  eqeqeq: 'error',
  'import-x/no-cycle': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true, IIFEs: true }],
}

/** A journey is one long walk, and a test may look into whatever a driver or a reply gives it. */
const easierOnTests = {
  'max-lines-per-function': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
}

const EXTENSIONS = ['.ts', '.tsx', '.mjs', '.js', '.json']
const NODE_GLOBALS = [
  'module',
  'Buffer',
  'URL',
  'AbortSignal',
  'clearTimeout',
  'console',
  'fetch',
  'process',
  'setTimeout',
  'setInterval',
]

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.mingju/**', 'coverage/**', 'docs/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: strict,
  },
  {
    plugins: { law: LAW_PLUGIN, 'import-x': importX },
    settings: {
      'import-x/extensions': EXTENSIONS,
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: EXTENSIONS })],
    },
    rules: everywhere,
  },
  { ignores: TESTS, rules: { 'import-x/no-restricted-paths': ['error', { zones: ZONES }] } },
  { files: TESTS, rules: { 'import-x/no-restricted-paths': ['error', { zones: TEST_ZONES }], ...easierOnTests } },
  // WeChat's interfaces may be missing on an older phone although Taro's types promise them: `Taro.onThemeChange?.(…)`.
  { files: ['src/**'], rules: { '@typescript-eslint/no-unnecessary-condition': 'off' } },
  ...LAWS,
)
