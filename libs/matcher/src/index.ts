export * from './explain/explain.js';
export type { ExplainOptions, Voice } from './explain/voice.js';
export { createMatchEngine, openMatchEngine } from './engine/create-match-engine.js';
export { SnapshotRefused, type TakeBytes } from './snapshot/snapshot.js';
export * from './match-engine.js';
export * from './matching-taxonomy.js';
export * from './scorer-version.js';
export { FIT, FLOOR, TYPICAL_IDF, WISH } from './scoring/weights.js';
export * from './testing/oracle.js';
