import { groupKey, heldKey } from '../postings/keys.js';
import * as job from '../rows/vacancy-row.js';
import { CLOSENESS, OCCUPATION_POINTS } from '../scoring/points.js';
import { MOST_WORTH, isFirm } from '../skills/strength.js';
import type { AskedList } from './asked-list.js';
import type { Market } from './market.js';
import type { Step, Topic } from './plan.js';

/** Everything a vacancy could read: for each asked skill its firm holders, then the looser ones; and its occupation. */
export function steps(asked: AskedList, market: Market, vacancy: number): Step[] {
  const all: Step[] = [];
  for (let n = 0; n < asked.count; n++) {
    const points = asked.pointsPerWeight * asked.weights[n];
    const { firm, loose, looseWorth } = holdersOf(asked.skill(n), market);
    pushBoth(all, market, { firm, loose, points, worth: points, rest: points * looseWorth });
  }
  const occupation = market.vacancies.words[vacancy * job.VACANCY_WORDS + job.OCCUPATION];
  if (occupation >= 0) pushOccupation(all, occupation, market);
  return all;
}

/**
 * Whoever has all required skills has each: the one that fewest have is enough to find them. Its position among the
 * asked ones; -1 where none is required.
 */
export function rarestRequired(asked: AskedList, market: Market): number {
  let rarest = -1;
  let fewest = Infinity;
  for (let n = 0; n < asked.count; n++) {
    if ((asked.words[n] & job.REQUIRED) === 0) continue;
    const cost = firmHolders(asked.skill(n), market);
    if (cost >= fewest) continue;
    fewest = cost;
    rarest = n;
  }
  return rarest;
}

/** How many postings say that somebody has a skill, itself or as something narrower. */
function firmHolders(skill: number, { books, profilePostings }: Market): number {
  let count = profilePostings.countOf(heldKey(skill));
  for (const near of books.skills.standInsFor(skill))
    if (isFirm(near)) count += profilePostings.countOf(heldKey(near >> 2));
  return count;
}

function holdersOf(skill: number, { books }: Market) {
  const firm: Topic[] = [{ key: heldKey(skill), nearness: 0 }];
  const loose: Topic[] = [];
  let looseWorth = 0;
  for (const near of books.skills.standInsFor(skill)) {
    const nearness = near & 3;
    (isFirm(near) ? firm : loose).push({ key: heldKey(near >> 2), nearness });
    if (!isFirm(near)) looseWorth = Math.max(looseWorth, MOST_WORTH[nearness]);
  }
  return { firm, loose, looseWorth };
}

function pushOccupation(all: Step[], occupation: number, market: Market): void {
  const own = market.books.occupations.group(occupation);
  const others = market.books.occupations.groupsNear(occupation).filter((group) => group !== own);
  pushBoth(all, market, {
    firm: [groupTopic(own)],
    loose: others.map(groupTopic),
    points: 0,
    worth: OCCUPATION_POINTS[CLOSENESS.same],
    rest: others.length === 0 ? 0 : OCCUPATION_POINTS[CLOSENESS.minorGroup],
  });
}

function groupTopic(group: number): Topic {
  return { key: groupKey(group), nearness: 0 };
}

interface Tiers {
  readonly firm: readonly Topic[];
  readonly loose: readonly Topic[];
  /** Of the skill. */
  readonly points: number;
  readonly worth: number;
  /** What the loose can still have of it. */
  readonly rest: number;
}

function pushBoth(all: Step[], market: Market, { firm, loose, points, worth, rest }: Tiers): void {
  const first = stepOf(firm, points, worth - rest, market, undefined);
  all.push(first);
  if (loose.length > 0) all.push(stepOf(loose, points, rest, market, first));
}

function stepOf(
  topics: readonly Topic[],
  points: number,
  worth: number,
  market: Market,
  after: Step | undefined,
): Step {
  const cost = topics.reduce((sum, { key }) => sum + market.profilePostings.countOf(key), 0);
  return { topics, points, cost, worth, after };
}
