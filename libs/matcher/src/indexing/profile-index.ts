import { occupationKey } from '../pair/occupation.js';
import type { OpenVacancy } from '../pair/open-vacancy.js';
import type { SeekingProfile } from '../pair/seeking-profile.js';
import { drivingSkills } from './driving-skills.js';
import { Postings } from './postings.js';
import type { SkillNetwork } from './skill-network.js';

/** Profiles by held skill and by occupation. Stand-ins are found through the network, so each skill is posted once. */
export class ProfileIndex {
  private readonly bySkill = new Postings<SeekingProfile>();
  private readonly byOccupation = new Postings<SeekingProfile>();

  add(profile: SeekingProfile): void {
    for (const { id } of profile.held) this.bySkill.add(id, profile);
    for (const occupation of profile.occupations) this.byOccupation.add(occupationKey(occupation), profile);
  }

  remove(profile: SeekingProfile): void {
    for (const { id } of profile.held) this.bySkill.remove(id, profile);
    for (const occupation of profile.occupations)
      this.byOccupation.remove(occupationKey(occupation), profile);
  }

  /** At least everybody who can be in the vacancy's set. */
  candidatesFor(vacancy: OpenVacancy, network: SkillNetwork): ReadonlySet<SeekingProfile> {
    const found = new Set<SeekingProfile>();
    for (const { id } of drivingSkills(vacancy)) {
      this.bySkill.collect(id, found);
      for (const near of network.standInsFor(id)) this.bySkill.collect(near.id, found);
    }
    if (vacancy.occupation) this.byOccupation.collect(occupationKey(vacancy.occupation), found);
    return found;
  }
}
