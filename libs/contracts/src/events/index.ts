import type { EventDefinition } from './define-event.js';
import { alertChanged } from './alert-changed.js';
import { logIdentity } from './log-identity.js';
import { matchSet } from './match-set.js';
import { profileState } from './profile-state.js';
import { vacancyState } from './vacancy-state.js';

export * from './alert-changed.js';
export * from './define-event.js';
export * from './log-identity.js';
export * from './match-set.js';
export * from './profile-state.js';
export * from './topics.js';
export * from './vacancy-state.js';

/** Every event there is. */
export const allEvents: readonly EventDefinition[] = [
  vacancyState,
  profileState,
  matchSet,
  alertChanged,
  logIdentity,
];
