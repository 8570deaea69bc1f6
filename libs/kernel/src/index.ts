export * from './clock.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './partition-of.js';
export * from './unavailable-error.js';
