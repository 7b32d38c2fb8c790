import { builtinRules } from 'eslint/use-at-your-own-risk'
import tseslint from 'typescript-eslint'

/**
 * The laws of the house as rules. Each law has its own rule name (`law/…`), so that two laws for one file
 * never overwrite each other's options, and so that a report names the law that was broken.
 * `config/check-laws.test.ts` breaks each of them on purpose.
 */

export const TESTS = ['**/*.test.{ts,tsx}', '**/*.types.ts', 'local/testing/**', 'e2e/**', 'config/check-*.ts']
const CODE = ['**/*.{ts,tsx,mjs}']

/** The rules behind the laws, by name: one ESLint rule object may stand under many names. */
const rules = {}

/** A law over shapes of code: selector → why not. */
function ban(name, { files, ignores = [], shapes }) {
  rules[name] = builtinRules.get('no-restricted-syntax')
  const options = Object.entries(shapes).map(([selector, message]) => ({ selector, message }))
  return { name, files, ignores, rules: { [`law/${name}`]: ['error', ...options] } }
}

/** A law over imports by name; `types: true` still lets `import type` through. */
function banImports(name, { files, ignores = [], imports, why, types = false }) {
  rules[name] = tseslint.plugin.rules['no-restricted-imports']
  const patterns = [{ group: imports, message: why, allowTypeImports: types }]
  return { name, files, ignores, rules: { [`law/${name}`]: ['error', { patterns }] } }
}

const RULE_FILES = [
  'cloudfunctions/**/rules/**/*.ts',
  'cloudfunctions/shared/machine/**/*.ts',
  'cloudfunctions/shared/policy/**/*.ts',
  'types/vocabulary/**/*.ts',
]

const RULES_ARE_PURE = ban('rules-are-pure', {
  files: RULE_FILES,
  ignores: ['**/*.test.ts', '**/reach.ts'],
  shapes: {
    AwaitExpression: 'A rule is given facts; the call fetches them.',
    'ForOfStatement[await=true]': 'A rule is given facts; the call fetches them.',
    ':function[async=true]': 'A rule answers at once.',
    "NewExpression[callee.name='Promise']": 'A rule answers at once.',
    "NewExpression[callee.name='Date'][arguments.length=0]": 'A rule is given the time.',
    "CallExpression[callee.name='Date']": 'A rule is given the time.',
    "CallExpression[callee.object.name='Date'][callee.property.name='now']": 'A rule is given the time.',
    "MemberExpression[object.name='performance']": 'A rule is given the time.',
    "CallExpression[callee.object.name='Math'][callee.property.name='random']":
      'A rule gives the same answer each time.',
    "MemberExpression[object.name='process']": 'A rule reads no environment.',
  },
})

const RULES_KNOW_NO_OUTSIDE = banImports('rules-know-no-outside', {
  files: RULE_FILES,
  ignores: ['**/*.test.ts', '**/reach.ts'],
  imports: ['pg', 'sql-template-tag', '@cloudbase/*', 'node:*', '**/db/**', '**/*-store', '**/reach', '**/calls/**'],
  why: 'A rule knows no database, no SDK and no call.',
  types: true,
})

const SQL_HOMES = ['**/*-store.ts', 'cloudfunctions/shared/db/**', '**/reach.ts']

const SQL_LIVES_IN_STORES = banImports('sql-lives-in-stores', {
  files: ['**/*.{ts,tsx}'],
  ignores: [...SQL_HOMES, ...TESTS, 'local/**'],
  imports: ['pg', 'pg/**', 'pg-*', 'sql-template-tag'],
  why: 'SQL lives in *-store.ts, shared/db and reach.ts alone.',
})

const NO_SQL_IN_STRINGS = ban('no-sql-in-strings', {
  files: ['cloudfunctions/**/*.ts'],
  ignores: [...SQL_HOMES, ...TESTS],
  shapes: {
    'Literal[value=/^\\s*(select\\s.+\\sfrom|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\s/is]':
      'SQL lives in *-store.ts, shared/db and reach.ts alone.',
    'TemplateElement[value.raw=/^\\s*(select\\s.+\\sfrom|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\s/is]':
      'SQL lives in *-store.ts, shared/db and reach.ts alone.',
  },
})

const COLUMNS_ARE_NAMED = ban('columns-are-named', {
  files: ['cloudfunctions/**/*.ts'],
  ignores: TESTS,
  shapes: { 'TemplateElement[value.raw=/select\\s+([a-z_]+\\.)?[*]/i]': 'Name the columns: a stray one leaks.' },
})

const SDK_IN_ITS_FOUR_FUNCTIONS = banImports('sdk-in-its-four-functions', {
  files: ['**/*.{ts,tsx}'],
  ignores: ['cloudfunctions/{files,imports,phones,clockwork}/**', ...TESTS, 'local/**'],
  imports: ['@cloudbase/*', 'wx-server-sdk'],
  why: 'The SDK weighs 1 MB; files, imports, phones and clockwork carry it.',
})

const ZOD_BY_STAR = ban('zod-by-star', {
  files: CODE,
  shapes: {
    "ImportDeclaration[source.value='zod'] > :not(ImportNamespaceSpecifier)[type=/Specifier$/]":
      "import * as z from 'zod': a named import bundles five times as much.",
    'ImportDeclaration[source.value=/^zod\\u002F/]': "import * as z from 'zod': one zod, one entry.",
  },
})

const NO_ZOD_BELOW = banImports('no-zod-in-the-client', {
  files: ['src/**', 'types/vocabulary/**'],
  imports: ['zod', 'zod/**', 'pg', 'sql-template-tag', '@cloudbase/*', 'node:*'],
  why: 'The mini-program bundles no zod, no database and nothing of Node.',
})

const CLIENT_TAKES_TYPES = banImports('client-takes-types-alone', {
  files: ['src/**'],
  imports: ['**/types/contracts', '**/types/contracts/**'],
  why: 'The client takes the types of contracts, never their values: write `import type`.',
  types: true,
})

const NO_INTL = ban('no-intl', {
  files: ['src/**', 'types/**'],
  shapes: {
    "Identifier[name='Intl']": 'A mini-program’s engine may lack Intl: use vocabulary/dates and vocabulary/money.',
    'MemberExpression[property.name=/^toLocale/]':
      'A mini-program’s engine may lack Intl: use vocabulary/dates and money.',
    "MemberExpression[property.name='localeCompare']": 'The server sorts names; engines differ.',
  },
})

const NO_COLOURS = ban('colours-are-tokens', {
  files: ['src/**/*.tsx'],
  shapes: {
    'Literal[value=/^(#(?!ffffff$|000000$)[0-9a-f]{3,8}|(rgb|hsl)a?[(].*)$/i]': 'Colours live in styles/tokens.scss.',
  },
})

const NO_BARRELS = ban('no-barrels', {
  files: CODE,
  shapes: {
    ExportAllDeclaration: 'No barrels: import from the file that says it.',
    'ExportNamedDeclaration[source]': 'No barrels: import from the file that says it.',
  },
})

const CONTRACT_INDEX_IS_TYPES = ban('contract-index-is-types', {
  files: ['types/contracts/index.ts'],
  shapes: {
    "ImportDeclaration[importKind='value']": 'The index computes types; the client bundles no schema.',
    "ExportNamedDeclaration[exportKind='value']": 'The index computes types; the client bundles no schema.',
  },
})

const SPOKEN_PLAINLY = ban('plain-typescript', {
  files: CODE,
  shapes: {
    TSEnumDeclaration: 'A table `as const` instead of an enum.',
    'TSModuleDeclaration[global!=true][id.type="Identifier"]': 'A file is the namespace.',
    "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression.arguments > BlockStatement[body.length=0].body":
      'Never catch to be quiet.',
    'CallExpression[callee.name=/^(eval|Function)$/]': 'No code from strings: a mini-program refuses it.',
    "NewExpression[callee.name='Function']": 'No code from strings: a mini-program refuses it.',
  },
})

const DEFAULT_EXPORTS = [
  'src/app.tsx',
  'src/app.config.ts',
  'src/{pages,packages}/**',
  '*.config.{ts,mjs}',
  'e2e/jest.config.mjs',
]

const NO_DEFAULT_EXPORT = ban('named-exports', {
  files: CODE,
  ignores: [...DEFAULT_EXPORTS, 'config/{index,dev,prod,weapp-*}.ts', '{local,e2e}/**/global-*.ts', '**/*.d.ts'],
  shapes: {
    ExportDefaultDeclaration:
      'A thing keeps its name wherever it is imported; only Taro’s pages and configs export a default.',
    "ExportSpecifier[exported.name='default']": 'A thing keeps its name wherever it is imported.',
  },
})

const ONE_LOGGER = ban('one-logger', {
  files: ['cloudfunctions/**/*.ts', 'src/**', 'types/**'],
  ignores: ['cloudfunctions/shared/call/log.ts', ...TESTS],
  shapes: {
    "MemberExpression[object.name='console']": 'One line a call, written by shared/call/log.ts, without personal data.',
  },
})

const ONE_BUNDLE = ban('no-hidden-imports', {
  files: ['cloudfunctions/**/*.ts', 'types/**'],
  ignores: TESTS,
  shapes: { ImportExpression: 'A function is one bundle; an import in the middle hides from the laws.' },
})

const EVERY_TEST_RUNS = ban('every-test-runs', {
  files: ['**/*.test.{ts,tsx}'],
  shapes: {
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]':
      'Every test runs.',
    'MemberExpression[object.object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]':
      'Every test runs.',
    'CallExpression[callee.name=/^(xit|fit|xtest|xdescribe|fdescribe)$/]': 'Every test runs.',
  },
})

const NO_DRAWERS = ban('no-drawers', {
  files: ['**/{utils,util,helpers,helper,common,misc}/**', '**/{utils,util,helpers,helper,common,misc}.{ts,tsx,mjs}'],
  shapes: { Program: 'A drawer without a name: give it the name of its domain.' },
})

const KEBAB_CASE = ban('kebab-case', {
  files: ['**/*[A-Z_]*.{ts,tsx,mjs}', '**/*[A-Z_]*/**/*.{ts,tsx,mjs}'],
  shapes: { Program: 'Files and folders are in kebab-case.' },
})

export const LAWS = [
  RULES_ARE_PURE,
  RULES_KNOW_NO_OUTSIDE,
  SQL_LIVES_IN_STORES,
  NO_SQL_IN_STRINGS,
  COLUMNS_ARE_NAMED,
  SDK_IN_ITS_FOUR_FUNCTIONS,
  ZOD_BY_STAR,
  NO_ZOD_BELOW,
  CLIENT_TAKES_TYPES,
  NO_INTL,
  NO_COLOURS,
  NO_BARRELS,
  CONTRACT_INDEX_IS_TYPES,
  SPOKEN_PLAINLY,
  NO_DEFAULT_EXPORT,
  ONE_LOGGER,
  ONE_BUNDLE,
  EVERY_TEST_RUNS,
  NO_DRAWERS,
  KEBAB_CASE,
]

export const LAW_PLUGIN = { rules }
