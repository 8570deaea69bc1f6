import type { ProfileState } from '@jobwire/contracts';
import type { PublishedStates } from '@jobwire/messaging';
import type { OpenStores } from '@jobwire/platform';
import type { Profile } from '../domain/profile.js';

export const STORES = Symbol('Stores');
export const PROFILES = Symbol('Profiles');
export const RELAY = Symbol('StateRelay');
export const UNDERSTANDING = Symbol('Understanding');

/** One profile per owner. */
export interface Profiles extends PublishedStates<ProfileState> {
  ofOwner(owner: string): Promise<Profile | undefined>;
  /** False when the owner has one already. */
  insert(profile: Profile): Promise<boolean>;
  /** Stands only where the stored revision is one less: false says that somebody was faster. */
  replace(profile: Profile): Promise<boolean>;
  /** Wipes all but the id, which stays until its tombstone is on the topic; the id, if there was a profile. */
  erase(owner: string): Promise<string | undefined>;
  /** In the order of their ids, from the one behind `after` on; '' for the first. */
  page(after: string, limit: number): Promise<readonly Profile[]>;
  /** The erased whose tombstone is not on the topic yet. */
  unburied(): Promise<readonly string[]>;
}

/** All that this service keeps, on one storage. */
export interface Stores extends OpenStores {
  readonly profiles: Profiles;
}
