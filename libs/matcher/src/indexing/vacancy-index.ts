import { occupationKey } from '../pair/occupation.js';
import type { OpenVacancy } from '../pair/open-vacancy.js';
import type { SeekingProfile } from '../pair/seeking-profile.js';
import { drivingSkills } from './driving-skills.js';
import { Postings } from './postings.js';
import type { SkillNetwork } from './skill-network.js';

/** Open vacancies by driving skill and by occupation. */
export class VacancyIndex {
  private readonly bySkill = new Postings<OpenVacancy>();
  private readonly byOccupation = new Postings<OpenVacancy>();

  add(vacancy: OpenVacancy): void {
    for (const { id } of drivingSkills(vacancy)) this.bySkill.add(id, vacancy);
    if (vacancy.occupation) this.byOccupation.add(occupationKey(vacancy.occupation), vacancy);
  }

  remove(vacancy: OpenVacancy): void {
    for (const { id } of drivingSkills(vacancy)) this.bySkill.remove(id, vacancy);
    if (vacancy.occupation) this.byOccupation.remove(occupationKey(vacancy.occupation), vacancy);
  }

  /** At least every vacancy that can be in the person's set. */
  candidatesFor(profile: SeekingProfile, network: SkillNetwork): ReadonlySet<OpenVacancy> {
    const found = new Set<OpenVacancy>();
    for (const { id } of profile.held) {
      this.bySkill.collect(id, found);
      for (const near of network.standsInFor(id)) this.bySkill.collect(near.id, found);
    }
    for (const occupation of profile.occupations) this.byOccupation.collect(occupationKey(occupation), found);
    return found;
  }
}
