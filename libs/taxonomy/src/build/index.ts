export { BadInput } from './bad-input.js';
export { buildTaxonomy, type BuildOptions, type BuildProgress, type BuildResult } from './build-taxonomy.js';
