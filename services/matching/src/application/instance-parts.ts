import type { Holdings } from './holdings.js';
import type { InstanceTools } from './instance-tools.js';
import type { KeptIndex } from './kept-index.js';
import type { KeptProgress } from './kept-progress.js';
import type { VacancyPositions } from './vacancy-positions.js';
import type { WholeSets } from './whole-sets.js';

/** What an instance is made of: what it knows, how far it has come, and what it says. */
export interface InstanceParts {
  readonly tools: InstanceTools;
  readonly index: KeptIndex;
  readonly positions: VacancyPositions;
  readonly holdings: Holdings;
  readonly progress: KeptProgress;
  readonly whole: WholeSets;
}
