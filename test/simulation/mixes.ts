/** Probabilities (0 to 1) of what may go wrong with one call, and how often, in a thousand milliseconds, the rest happens. */
export interface Mix {
  /** A call takes some milliseconds, or many. */
  readonly delay: number;
  readonly longDelay: number;
  /** A batch for a group comes tens of milliseconds late, so that restoring takes long. */
  readonly slowFetch: number;
  /** Appends: failing before or after they took effect, half way, said twice at once or again later. */
  readonly failBefore: number;
  readonly failAfter: number;
  readonly failHalf: number;
  readonly duplicate: number;
  readonly lateDuplicate: number;
  /** The process dies right after an append or a commit took effect. */
  readonly dieAfter: number;
  /** Publishing a match set fails in a way that nobody expects. */
  readonly failOddly: number;
  /** A member hears late that it lost its partitions. */
  readonly lateRevoke: number;
  /** Asking the log for commits, ends or membership fails. */
  readonly failAsking: number;
  /** A process that died is replaced after this long at most. */
  readonly absence: number;
  /** How far the clock of a matching instance is off at most, either way; it jumps once in its life. */
  readonly skewMs: number;
  /** Milliseconds by the clock in one of virtual time. */
  readonly timeScale: number;
  readonly people: number;
  readonly vacancies: number;
  readonly instances: number;
  readonly milliseconds: number;
  readonly happenings: Readonly<Record<Happening, number>>;
}

export type Happening =
  | 'vacancy'
  | 'profile'
  | 'endVacancy'
  | 'erase'
  | 'crashMatching'
  | 'absence'
  | 'deploy'
  | 'upgrade'
  | 'ghost'
  | 'stallMatching'
  | 'rebalanceMatching'
  | 'loseCommit'
  | 'matchesAway'
  | 'crashInbox'
  | 'stallInbox'
  | 'rebalanceInbox'
  | 'rewindInbox'
  | 'crashRelay'
  | 'stallRelay'
  | 'rewindRelay'
  | 'compact'
  | 'disconnect';

const nothing = {
  absence: 0,
  deploy: 0,
  matchesAway: 0,
  upgrade: 0,
  endVacancy: 0,
  erase: 0,
  rewindInbox: 0,
  rewindRelay: 0,
  loseCommit: 0,
  compact: 0,
};
const some = {
  ...nothing,
  vacancy: 12,
  profile: 10,
  crashMatching: 3,
  ghost: 2,
  stallMatching: 3,
  rebalanceMatching: 2,
  crashInbox: 2,
  stallInbox: 2,
  rebalanceInbox: 1,
  crashRelay: 2,
  stallRelay: 2,
  disconnect: 4,
};
const usual = {
  delay: 0.25,
  longDelay: 0.01,
  slowFetch: 0,
  failBefore: 0.01,
  failAfter: 0.01,
  failHalf: 0.01,
  duplicate: 0.02,
  lateDuplicate: 0.02,
  dieAfter: 0.003,
  failOddly: 0.002,
  lateRevoke: 0.2,
  failAsking: 0.01,
  people: 4,
  vacancies: 4,
  instances: 2,
  milliseconds: 1500,
  absence: 40,
  skewMs: 20,
  timeScale: 1,
};

/** Each mix makes another kind of mishap dense. */
export const mixes = {
  takeover: {
    ...usual,
    delay: 0.5,
    longDelay: 0.03,
    slowFetch: 0.8,
    dieAfter: 0.02,
    people: 8,
    vacancies: 8,
    happenings: { ...some, crashMatching: 5, rebalanceMatching: 6, deploy: 3, matchesAway: 4 },
  },
  deployments: {
    ...usual,
    people: 8,
    vacancies: 12,
    happenings: {
      ...some,
      crashMatching: 1.5,
      ghost: 0,
      stallMatching: 0,
      rebalanceMatching: 0,
      deploy: 1.5,
      matchesAway: 10,
    },
  },
  zombies: {
    ...usual,
    longDelay: 0.03,
    lateRevoke: 0.6,
    vacancies: 6,
    happenings: {
      ...some,
      vacancy: 14,
      profile: 14,
      crashMatching: 0,
      ghost: 2,
      stallMatching: 1,
      rebalanceMatching: 1,
    },
  },
  storm: {
    ...usual,
    instances: 3,
    happenings: { ...some, crashMatching: 8, ghost: 4, stallMatching: 6, rebalanceMatching: 10 },
  },
  duplicates: {
    ...usual,
    failBefore: 0.04,
    failAfter: 0.06,
    failHalf: 0.05,
    duplicate: 0.12,
    lateDuplicate: 0.2,
    happenings: { ...some, crashInbox: 5, stallInbox: 4, rebalanceInbox: 4 },
  },
  relay: {
    ...usual,
    people: 3,
    vacancies: 3,
    failAfter: 0.03,
    happenings: {
      ...some,
      crashRelay: 12,
      stallRelay: 10,
      rewindRelay: 4,
      compact: 8,
      endVacancy: 5,
      erase: 2,
    },
  },
  erasure: {
    ...usual,
    lateDuplicate: 0.1,
    happenings: {
      ...some,
      erase: 10,
      crashInbox: 5,
      stallInbox: 5,
      rebalanceInbox: 3,
      endVacancy: 4,
      compact: 5,
    },
  },
  lost: {
    ...usual,
    happenings: {
      ...some,
      upgrade: 1.5,
      loseCommit: 6,
      rebalanceMatching: 4,
      rewindInbox: 3,
      erase: 3,
      endVacancy: 4,
      compact: 6,
    },
  },
  /** Clocks are days apart, and jump. */
  clocks: {
    ...usual,
    skewMs: 3 * 24 * 3_600_000,
    lateDuplicate: 0.1,
    happenings: { ...some, crashMatching: 6, ghost: 4, rebalanceMatching: 6, endVacancy: 4, erase: 2 },
  },
  /** A week is a second and a half: matching is away for longer than tombstones and commits are worth anything. */
  away: {
    ...usual,
    timeScale: (7 * 24 * 3_600_000) / 1500,
    milliseconds: 8000,
    happenings: {
      ...some,
      vacancy: 8,
      profile: 8,
      crashMatching: 1,
      ghost: 0,
      absence: 0.5,
      endVacancy: 8,
      erase: 1,
      compact: 10,
    },
  },
  sockets: {
    ...usual,
    happenings: { ...some, disconnect: 30, crashInbox: 6, stallInbox: 6, rebalanceInbox: 4, erase: 2 },
  },
  all: {
    ...usual,
    instances: 3,
    duplicate: 0.05,
    lateDuplicate: 0.08,
    happenings: {
      ...some,
      endVacancy: 4,
      erase: 4,
      loseCommit: 1,
      rewindInbox: 1,
      rewindRelay: 2,
      compact: 6,
      crashRelay: 6,
      disconnect: 10,
      rebalanceInbox: 3,
    },
  },
} as const satisfies Record<string, Mix>;

export type MixName = keyof typeof mixes;
