import { alertCalls } from './alert-calls.js';
import type { Call } from './call.js';
import { profileCalls } from './profile-calls.js';
import { vacancyCalls } from './vacancy-calls.js';

/** Every call of the public HTTP API; the route table and the OpenAPI document are made from it. */
export const calls = { ...vacancyCalls, ...profileCalls, ...alertCalls } as const;

export const allCalls: readonly Call[] = Object.values(calls);
