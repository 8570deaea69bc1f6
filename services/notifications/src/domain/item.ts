import type { AlertState, Match, Reason } from '@jobwire/contracts';

/** Where a change comes from: the record of `matches.v1` that said it. */
export interface Stamp {
  readonly partition: number;
  readonly offset: number;
  readonly epoch: number;
  readonly at: string;
}

/** Who the two sides are, as their cards say. */
export interface Parties {
  readonly owner: string;
  readonly employerId: string;
  readonly pseudonym: string;
}

/** One pair of profile and vacancy: a line in an inbox, a line in a list of candidates, or both. */
export interface Item extends Parties {
  readonly id: string;
  readonly profileId: string;
  readonly vacancyId: string;
  readonly partition: number;
  readonly epoch: number;
  readonly profileRevision: number;
  readonly vacancyRevision: number;
  /** Of the last record that wrote it; older records come too late. */
  readonly offset: number;
  /** Offset of the last change that the inbox shows; never goes back. */
  readonly position: number;
  /** `none`: never reached the person's threshold. */
  readonly inbox: AlertState | 'none';
  /** Offset of the last change that the list of candidates shows. */
  readonly listPosition: number;
  /** `none`: the person never showed themselves to this employer. */
  readonly list: AlertState | 'none';
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly personScore: number;
  readonly personReasons: readonly Reason[];
  readonly seen: boolean;
  readonly dismissed: boolean;
  readonly at: string;
}

/** What a new match makes of an item; undefined when the record comes too late. */
export function takeMatch(
  item: Item | undefined,
  match: Match,
  parties: Parties,
  stamp: Stamp,
  id: string,
): Item | undefined {
  if (item !== undefined && isLate(item, match, stamp)) return undefined;
  const rescored = item?.score !== match.score;
  const inbox = nextState(item?.inbox ?? 'none', match.alert, rescored);
  const moved = inbox !== (item?.inbox ?? 'none') || (match.alert && rescored);
  const listRescored = rescored || item.personScore !== match.personScore;
  const list = nextState(item?.list ?? 'none', match.visible, listRescored);
  const listMoved = list !== (item?.list ?? 'none') || (match.visible && listRescored);
  return {
    ...parties,
    id,
    profileId: match.profileId,
    vacancyId: match.vacancyId,
    ...stampOf(stamp),
    profileRevision: match.profileRevision,
    vacancyRevision: match.vacancyRevision,
    position: moved ? stamp.offset : (item?.position ?? -1),
    inbox,
    listPosition: listMoved ? stamp.offset : (item?.listPosition ?? -1),
    list,
    score: match.score,
    reasons: match.reasons,
    personScore: match.personScore,
    personReasons: match.personReasons,
    // Found anew is news; a few points more or less are not.
    seen: inbox === 'found' && moved ? false : (item?.seen ?? false),
    dismissed: item?.dismissed ?? false,
    at: moved || listMoved || item === undefined ? stamp.at : item.at,
  };
}

/** What is left of an item that its subject's whole set no longer holds; undefined when there is nothing to do. */
export function withdraw(
  item: Item,
  revisions: { readonly profile?: number; readonly vacancy?: number },
  stamp: Stamp,
): Item | undefined {
  if (item.offset >= stamp.offset || isWithdrawn(item)) return undefined;
  const inbox = nextState(item.inbox, false, false);
  const list = nextState(item.list, false, false);
  return {
    ...item,
    ...stampOf(stamp),
    profileRevision: Math.max(item.profileRevision, revisions.profile ?? 0),
    vacancyRevision: Math.max(item.vacancyRevision, revisions.vacancy ?? 0),
    position: inbox === item.inbox ? item.position : stamp.offset,
    inbox,
    listPosition: list === item.list ? item.listPosition : stamp.offset,
    list,
    at: stamp.at,
  };
}

/** In neither the inbox nor the list any more. */
export function isWithdrawn(item: Pick<Item, 'inbox' | 'list'>): boolean {
  return !isShown(item.inbox) && !isShown(item.list);
}

export function isShown(state: Item['inbox']): boolean {
  return state === 'found' || state === 'changed';
}

/** An offset already passed, or, within an epoch, an older state of either side. */
function isLate(item: Item, match: Match, stamp: Stamp): boolean {
  if (stamp.offset <= item.offset) return true;
  if (stamp.epoch > item.epoch) return false;
  return match.profileRevision < item.profileRevision || match.vacancyRevision < item.vacancyRevision;
}

function nextState(state: Item['inbox'], fits: boolean, rescored: boolean): Item['inbox'] {
  if (!fits) return isShown(state) ? 'withdrawn' : state;
  if (!isShown(state)) return 'found';
  return rescored ? 'changed' : state;
}

function stampOf({ partition, offset, epoch }: Stamp): Omit<Stamp, 'at'> {
  return { partition, offset, epoch };
}
