import { z } from 'zod';
import { VacancyLocation, VacancyStatus } from '../events/vacancy-state.js';
import { Contract, Hours, PayUnit, Remote, Salary, SkillRef, YearlySalary } from '../vocabulary.js';
import { QualificationMention } from './qualification-shapes.js';
import { Id, Label } from './shapes.js';
import { Instant, text } from './text.js';

export const limits = { title: 200, description: 100_000, skills: 50, batch: 500 } as const;

const skillList = z
  .array(Label)
  .max(limits.skills, { error: `has more than ${limits.skills} skills: keep those that matter` });

const amount = z.number().nonnegative({ error: 'is below zero: leave it out when it is not known' }).max(1e9);

export const SalaryInput = z
  .strictObject({
    min: amount.optional(),
    max: amount.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: 'is not a currency code: write GBP' })
      .default('GBP'),
    unit: PayUnit.default('year'),
  })
  .refine((salary) => salary.min !== undefined || salary.max !== undefined, {
    error: 'has neither min nor max: give one, or leave salary out',
  })
  .refine((salary) => salary.min === undefined || salary.max === undefined || salary.min <= salary.max, {
    error: 'is above max: swap them',
    path: ['min'],
  });

export const LocationInput = z
  .strictObject({
    postcode: z.string().trim().min(1).max(12).optional(),
    town: z.string().trim().min(1).max(100).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .refine((place) => (place.latitude === undefined) === (place.longitude === undefined), {
    error: 'needs latitude and longitude together: give both or neither',
  })
  .refine((place) => Object.keys(place).length > 0, {
    error: 'is empty: give a postcode, a town, or latitude and longitude',
  });

export const VacancyLocationInput = z
  .strictObject({ ...LocationInput.shape, nationwide: z.boolean().optional() })
  .refine((place) => (place.latitude === undefined) === (place.longitude === undefined), {
    error: 'needs latitude and longitude together: give both or neither',
  })
  .refine(
    (place) =>
      place.nationwide === true ||
      place.postcode !== undefined ||
      place.town !== undefined ||
      place.latitude !== undefined,
    { error: 'names no place: give a postcode, a town, latitude and longitude, or nationwide: true' },
  );

const fields = {
  title: text(limits.title),
  description: text(limits.description),
  location: VacancyLocationInput.optional(),
  remote: Remote.optional(),
  skills: z.strictObject({ required: skillList.default([]), desired: skillList.default([]) }).optional(),
  occupation: Label.optional(),
  salary: SalaryInput.optional(),
  contract: Contract.optional(),
  hours: z.enum([...Hours.options, 'either']).optional(),
  positions: z.int().min(1).max(10_000).optional(),
  closesAt: Instant.optional(),
  externalReference: Label.optional(),
};

const hasPlace = (vacancy: { location?: unknown; remote?: string | undefined }): boolean =>
  vacancy.location !== undefined || vacancy.remote === 'full';
const noPlace = {
  error: 'is required: give location, or remote: "full" for work from anywhere',
  path: ['location'],
};

/** A vacancy as an employer posts it. */
export const VacancyInput = z.strictObject(fields).refine(hasPlace, noPlace);
export type VacancyInput = z.output<typeof VacancyInput>;

/** A merge patch (RFC 7396): a field left out stays, null takes it away. */
export const VacancyPatch = z.strictObject({
  title: fields.title.optional(),
  description: fields.description.optional(),
  location: VacancyLocationInput.nullish(),
  remote: Remote.nullish(),
  skills: z.strictObject({ required: skillList.nullish(), desired: skillList.nullish() }).nullish(),
  occupation: Label.nullish(),
  salary: z
    .strictObject({
      min: amount.nullish(),
      max: amount.nullish(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullish(),
      unit: PayUnit.nullish(),
    })
    .nullish(),
  contract: Contract.nullish(),
  hours: fields.hours.nullable(),
  positions: fields.positions.nullable(),
  closesAt: fields.closesAt.nullable(),
  externalReference: fields.externalReference.nullable(),
});
export type VacancyPatch = z.output<typeof VacancyPatch>;

/** One posting of a feed. Its identity is (source, sourceId); operators name the employer. */
export const BatchItem = z
  .strictObject({
    ...fields,
    source: Label.optional(),
    sourceId: z.string().min(1).max(500).optional(),
    employer: z.strictObject({ id: Id.optional(), name: Label }).optional(),
    postedAt: Instant.optional(),
  })
  .refine(hasPlace, noPlace)
  .refine((item) => (item.source === undefined) === (item.sourceId === undefined), {
    error: 'goes with source: give both or neither',
    path: ['sourceId'],
  });
export type BatchItem = z.output<typeof BatchItem>;

/** Items are checked one by one: a bad one is answered as rejected and does not spoil the rest. */
export const BatchInput = z.strictObject({
  /** Replays an old feed: dates move by the whole UTC days that make this date today, fixed at a source's first batch. */
  asOf: z.iso.date({ error: 'is not a date: write 2026-01-31' }).optional(),
  items: z
    .array(z.unknown())
    .min(1)
    .max(limits.batch, { error: `has more than ${limits.batch} items: send several batches` }),
});

export const BatchResult = z.object({
  index: z.int(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'duplicate', 'expired', 'rejected']),
  id: z.string().optional(),
  duplicateOf: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string(), reason: z.string(), remedy: z.string().optional() }))
    .optional(),
});
export type BatchResult = z.infer<typeof BatchResult>;

/** Where a skill was found in the text, when the employer listed none: correct it with PATCH of `skills`. */
export const SkillMention = z.object({
  id: z.string(),
  label: z.string(),
  /** The words that stand for it, at [start, end) of title and plain description. */
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  need: z.enum(['required', 'desired', 'mentioned']),
  /** 0 to 1. */
  confidence: z.number(),
});
export type SkillMention = z.infer<typeof SkillMention>;

/** Words of title and plain description at [start, end) that something was read from. */
const quoted = { quote: z.string(), start: z.int(), end: z.int() };

export const shiftPatterns = [
  'nights',
  'weekends',
  'evenings',
  'earlies-and-lates',
  'rota',
  'on-call',
  'twelve-hour',
  'flexible',
  'annualised',
  'weekdays',
] as const;

/** What the text says beside what the employer stated; nothing of it decides who matches. */
const readFromText = {
  /** The day the text says applications end; an import that states none closes then. */
  closingDate: z.object({ date: z.iso.date(), ...quoted }).optional(),
  shifts: z.array(z.object({ pattern: z.enum(shiftPatterns), ...quoted })).optional(),
  qualifications: z.array(QualificationMention).optional(),
  /** Places the text names, surest first. */
  places: z
    .array(
      z.object({
        label: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        precision: z.enum(['point', 'postcode', 'outcode', 'town']),
        /** The ONS code and the name of its region. */
        region: z.string().optional(),
        regionName: z.string().optional(),
        confidence: z.number(),
        ...quoted,
      }),
    )
    .optional(),
};

/** A vacancy as everybody may read it. */
export const Vacancy = z
  .object({
    id: z.string(),
    revision: z.int(),
    status: VacancyStatus,
    employer: z.object({ id: z.string(), name: z.string() }),
    title: z.string(),
    description: z.string(),
    location: VacancyLocation.optional(),
    remote: Remote,
    skills: z.object({ required: z.array(SkillRef), desired: z.array(SkillRef) }),
    /** Where the skills come from: what the employer listed, or found in the text. */
    skillsFrom: z.enum(['employer', 'text']),
    mentions: z.array(SkillMention).optional(),
    /** ISO 639-1, where the text is long enough to tell. */
    language: z.string().optional(),
    ...readFromText,
    occupation: z.object({ id: z.string(), label: z.string() }).optional(),
    salary: Salary.optional(),
    /** The wording the salary was read from, when the employer stated none. */
    salaryQuote: z.string().optional(),
    yearlySalary: YearlySalary.optional(),
    contract: Contract.optional(),
    hours: z.enum([...Hours.options, 'either']).optional(),
    positions: z.int().optional(),
    postedAt: z.string(),
    updatedAt: z.string(),
    closesAt: z.string().optional(),
    externalReference: z.string().optional(),
    source: z.object({ name: z.string(), id: z.string() }).optional(),
    /** The vacancy that says the same and was there first; a duplicate alerts nobody. */
    duplicateOf: z.string().optional(),
  })
  .meta({ id: 'Vacancy' });
export type Vacancy = z.infer<typeof Vacancy>;
