export * from './feed-record.js';
export * from './read-feed.js';
