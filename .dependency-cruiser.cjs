// The architecture as rules that fail the build. test/rules.spec.ts plants a violation of each and sees it caught.
// Another package's file may be seen by its path or, unresolved, by its name.
const lib = (names) => `(^libs/|@jobwire/)(${names})(/|$)`;
const PURE_LIBS = lib('contracts|kernel|taxonomy|matcher');
const ANY_SERVICE =
  '(^services/|@jobwire/)(vacancies|profiles|matching|notifications|insights|web|standalone)(/|$)';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'a cycle has no first file to read; of types alone it is harmless',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'services-are-strangers',
      comment: 'a service learns about another only through libs/contracts; standalone mounts their modules',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/standalone/' },
      to: { path: ANY_SERVICE, pathNot: '^services/$1/' },
    },
    {
      name: 'standalone-sees-only-modules',
      comment: 'a service shows ./app.module and nothing else',
      severity: 'error',
      from: { path: '^services/standalone/' },
      to: { path: ANY_SERVICE, pathNot: ['^services/standalone/', '/app\\.module(\\.(ts|js|d\\.ts))?$'] },
    },
    {
      name: 'libs-know-no-service',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: ANY_SERVICE },
    },
    {
      name: 'contracts-depend-on-nothing-but-zod',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [lib('contracts'), '(^|/)zod(/|$)'] },
    },
    {
      name: 'kernel-and-matcher-are-pure',
      comment: 'no I/O and no framework: node’s own modules and packages stay outside',
      severity: 'error',
      from: { path: '^libs/(kernel|matcher)/src/', pathNot: ['\\.(spec|sim-spec)\\.ts$', '/testing/'] },
      to: { pathNot: [lib('kernel|matcher|contracts'), '(^|/)zod(/|$)'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'plain data, time and ids in; data or events out',
      severity: 'error',
      from: { path: '^services/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^services/[^/]+/src/domain/', PURE_LIBS, '^(node:)?crypto$', '(^|/)zod(/|$)'] },
    },
    {
      name: 'application-sees-no-adapter',
      severity: 'error',
      from: { path: '^services/[^/]+/src/application/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: [
          '^services/[^/]+/src/adapters/',
          'node_modules/(mongoose|kafkajs|express|ws)/',
          '^(node:)?sqlite$',
          lib('sqlite|mongo'),
        ],
      },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: '^(libs|services)/', pathNot: '\\.(spec|sim-spec|medium-spec)\\.ts$' },
      to: { path: '\\.(spec|sim-spec|medium-spec)\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'], conditionNames: ['import', 'types'] },
  },
};
