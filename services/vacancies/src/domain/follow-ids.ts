import { followRefs, type Taxonomy } from '@jobwire/taxonomy';
import { revise, type Vacancy } from './vacancy.js';

/** The next revision of a vacancy that names concepts a newer taxonomy has replaced; undefined when it names none. */
export function followIds(vacancy: Vacancy, taxonomy: Taxonomy, now: Date): Vacancy | undefined {
  const { skills, mustHave, occupation } = vacancy.understood;
  const required = followRefs(skills.required, taxonomy);
  const desired = followRefs(skills.desired, taxonomy);
  const [job] = followRefs(occupation === undefined ? [] : [occupation], taxonomy);
  if (required === skills.required && desired === skills.desired && job === occupation) return undefined;
  const asked = new Set(required.map(({ id }) => id));
  const understood = {
    ...vacancy.understood,
    skills: { required: [...required], desired: desired.filter(({ id }) => !asked.has(id)) },
    mustHave: [...new Set(mustHave.map((id) => taxonomy.currentId(id)))],
    ...(job === undefined ? {} : { occupation: job }),
  };
  return revise(vacancy, { understood }, now);
}
