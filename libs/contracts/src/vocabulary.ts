import { z } from 'zod';

export const contracts = ['permanent', 'temporary', 'fixed-term', 'apprenticeship'] as const;
export const hours = ['full-time', 'part-time'] as const;
export const remoteKinds = ['none', 'hybrid', 'full'] as const;
export const payUnits = ['hour', 'day', 'week', 'month', 'year'] as const;
export const roles = ['jobseeker', 'employer', 'operator'] as const;

export const Contract = z.enum(contracts);
export const Hours = z.enum(hours);
export const Remote = z.enum(remoteKinds);
export const PayUnit = z.enum(payUnits);
export const Role = z.enum(roles);

export type Contract = z.infer<typeof Contract>;
export type Hours = z.infer<typeof Hours>;
export type Remote = z.infer<typeof Remote>;
export type PayUnit = z.infer<typeof PayUnit>;
export type Role = z.infer<typeof Role>;

/** What was understood of a skill: `known` is false for a label in no taxonomy, which matches itself only. */
export const SkillRef = z.object({ id: z.string(), label: z.string(), known: z.boolean() });
export type SkillRef = z.infer<typeof SkillRef>;

export const Salary = z.object({
  min: z.number().optional(),
  max: z.number().optional(),
  currency: z.string(),
  unit: PayUnit,
});
export type Salary = z.infer<typeof Salary>;

/** Whole amounts a year, for filters and scores. */
export const YearlySalary = z.object({ min: z.int().optional(), max: z.int().optional() });
export type YearlySalary = z.infer<typeof YearlySalary>;
