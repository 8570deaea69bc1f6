export * from './database.js';
export * from './publication.js';
