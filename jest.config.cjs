// Jest 30 in ESM mode; SWC compiles because TypeScript 7 has no JavaScript API for ts-jest.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@jobwire/(vacancies|profiles|matching|notifications|web)/app.module$':
      '<rootDir>/services/$1/src/app.module.ts',
    '^@jobwire/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@jobwire/taxonomy/build$': '<rootDir>/libs/taxonomy/src/build/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/'],
};
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,services}/*/src/**/*.spec.ts'],
    },
    { ...common, displayName: 'house', testMatch: ['<rootDir>/test/house/*.spec.ts'] },
    {
      ...common,
      displayName: 'simulation',
      testMatch: [
        '<rootDir>/{libs,services}/*/src/**/*.sim-spec.ts',
        '<rootDir>/test/simulation/**/*.sim-spec.ts',
      ],
    },
    {
      ...common,
      displayName: 'medium',
      testMatch: [
        '<rootDir>/{libs,services}/*/src/**/*.medium-spec.ts',
        '<rootDir>/test/**/*.medium-spec.ts',
      ],
      setupFilesAfterEnv: ['<rootDir>/test/support/medium-timeouts.ts'],
      globalSetup: '<rootDir>/test/support/medium-setup.mjs',
      globalTeardown: '<rootDir>/test/support/medium-teardown.mjs',
    },
    {
      // What a person can do, once more: on Kafka and MongoDB, every service a process of its own.
      ...common,
      displayName: 'stack',
      testMatch: [
        '<rootDir>/test/e2e/{main-job,bad-input,import,limits,live-socket,tracing}.e2e-spec.ts',
        '<rootDir>/test/a11y/{live-updates,without-javascript}.e2e-spec.ts',
        '<rootDir>/test/stack/*.stack-spec.ts',
      ],
      globalSetup: '<rootDir>/test/support/medium-setup.mjs',
      globalTeardown: '<rootDir>/test/support/medium-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/on-the-stack.ts', '<rootDir>/test/support/e2e-setup.ts'],
    },
    {
      ...common,
      displayName: 'chaos',
      testMatch: ['<rootDir>/test/chaos/*.chaos-spec.ts'],
      globalSetup: '<rootDir>/test/support/medium-setup.mjs',
      globalTeardown: '<rootDir>/test/support/medium-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/e2e-setup.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/e2e-setup.ts'],
    },
  ],
};
