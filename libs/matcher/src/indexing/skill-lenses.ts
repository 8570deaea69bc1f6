import type { OpenVacancy } from '../pair/open-vacancy.js';
import type { SeekingProfile } from '../pair/seeking-profile.js';
import { type SkillHit, type SkillHits, better, skillHit } from '../pair/skill-hit.js';
import type { SkillNearness } from '../scoring/weights.js';
import type { SkillNetwork } from './skill-network.js';

interface Service {
  /** Position among the asked skills. */
  readonly at: number;
  readonly nearness: SkillNearness;
}

/** One vacancy held against many people: looks each of their skills up in what the vacancy can use. */
export function vacancyLens(vacancy: OpenVacancy, network: SkillNetwork) {
  const services = servicesOf(vacancy, network);
  return (_: OpenVacancy, profile: SeekingProfile): SkillHits => {
    const hits: (SkillHit | undefined)[] = vacancy.asked.list.map(() => undefined);
    for (const { id, level } of profile.held) {
      for (const { at, nearness } of services.get(id) ?? []) {
        hits[at] = better(hits[at], skillHit(id, nearness, level));
      }
    }
    return hits;
  };
}

function servicesOf({ asked }: OpenVacancy, network: SkillNetwork): ReadonlyMap<string, Service[]> {
  const services = new Map<string, Service[]>();
  const add = (heldId: string, service: Service) => {
    const list = services.get(heldId);
    if (list === undefined) services.set(heldId, [service]);
    else list.push(service);
  };
  asked.list.forEach(({ id }, at) => {
    add(id, { at, nearness: 'same' });
    for (const held of network.standInsFor(id)) add(held.id, { at, nearness: held.nearness });
  });
  return services;
}

/** One person held against many vacancies: looks each asked skill up in what the person can stand in for. */
export function profileLens(profile: SeekingProfile, network: SkillNetwork) {
  const best = new Map<string, SkillHit>();
  const offer = (askedId: string, hit: SkillHit) => best.set(askedId, better(best.get(askedId), hit));
  for (const { id, level } of profile.held) {
    offer(id, skillHit(id, 'same', level));
    for (const near of network.standsInFor(id)) offer(near.id, skillHit(id, near.nearness, level));
  }
  return (vacancy: OpenVacancy): SkillHits => vacancy.asked.list.map(({ id }) => best.get(id));
}
