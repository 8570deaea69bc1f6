export * from './match-engine.js';
export * from './matching-taxonomy.js';
export * from './scorer-version.js';
export { FIT, FLOOR, TYPICAL_IDF, WISH } from './scoring/weights.js';
