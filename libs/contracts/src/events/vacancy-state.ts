import { z } from 'zod';
import { Contract, Remote, Salary, SkillRef, YearlySalary } from '../vocabulary.js';
import { defineEvent } from './define-event.js';
import { topics } from './topics.js';

export const vacancyStatuses = ['open', 'closed', 'expired'] as const;
export const VacancyStatus = z.enum(vacancyStatuses);
export type VacancyStatus = z.infer<typeof VacancyStatus>;

/** A place is a point with the name people know it by; a nationwide vacancy is everywhere and has no point. */
export const VacancyLocation = z.object({
  label: z.string(),
  nationwide: z.boolean(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  postcode: z.string().optional(),
});
export type VacancyLocation = z.infer<typeof VacancyLocation>;

/** The whole public state of a vacancy. Missing salary, contract or hours means: not stated. */
export const VacancyState = z.object({
  id: z.string(),
  revision: z.int().positive(),
  status: VacancyStatus,
  employer: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  /** Sanitised HTML. */
  description: z.string(),
  /** Absent for a vacancy that is fully remote and names no place. */
  location: VacancyLocation.optional(),
  remote: Remote,
  skills: z.object({ required: z.array(SkillRef), desired: z.array(SkillRef) }),
  /** Ids among the required skills that an employer itself asked for and nothing can stand in for: licences, registrations, languages. */
  mustHave: z.array(z.string()),
  occupation: z.object({ id: z.string(), label: z.string() }).optional(),
  salary: Salary.optional(),
  yearlySalary: YearlySalary.optional(),
  contract: Contract.optional(),
  /** `either`: offered both ways, which suits everybody. */
  hours: z.enum(['full-time', 'part-time', 'either']).optional(),
  positions: z.int().positive().optional(),
  postedAt: z.string(),
  closesAt: z.string().optional(),
  externalReference: z.string().optional(),
  source: z.object({ name: z.string(), id: z.string() }).optional(),
});
export type VacancyState = z.infer<typeof VacancyState>;

export const vacancyState = defineEvent({
  name: 'vacancy.state',
  topic: topics.vacancies,
  version: 1,
  key: (vacancy) => vacancy.id,
  data: VacancyState,
  summary:
    'The whole public state of a vacancy; ended ones stay as closed or expired before their tombstone.',
});
