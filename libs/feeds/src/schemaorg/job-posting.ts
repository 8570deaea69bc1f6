import { z } from 'zod';

const text = z.union([z.string(), z.number()]).transform(String);

/** schema.org lets nearly every property be one value or a list, a text or an object. */
const first = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

const Address = z.union([
  z.string().transform((addressLocality) => ({ addressLocality, postalCode: undefined })),
  z.object({ addressLocality: z.string().nullish(), postalCode: text.nullish() }),
]);

const Geo = z.object({ latitude: text.nullish(), longitude: text.nullish() });

const JobLocation = z.object({ address: first(Address).nullish(), geo: first(Geo).nullish() });

const Amount = z.object({
  value: text.nullish(),
  minValue: text.nullish(),
  maxValue: text.nullish(),
  unitText: z.string().nullish(),
});

const BaseSalary = z.union([
  text.transform((value) => ({ currency: undefined, value: { value } })),
  z.object({
    currency: z.string().nullish(),
    value: z.union([Amount, text.transform((value) => ({ value }))]).nullish(),
  }),
]);

const Organization = z.union([
  z.string().transform((name) => ({ name })),
  z.object({ name: z.string().nullish() }),
]);

const Identifier = z.union([text.transform((value) => ({ value })), z.object({ value: text.nullish() })]);

/** The parts of https://schema.org/JobPosting that are read; the rest is passed over. */
export const JobPosting = z.object({
  '@type': first(z.string()).optional(),
  '@id': z.string().nullish(),
  url: first(z.string()).nullish(),
  identifier: first(Identifier).nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  datePosted: z.string().nullish(),
  validThrough: z.string().nullish(),
  employmentType: z.union([z.string(), z.array(z.string())]).nullish(),
  hiringOrganization: first(Organization).nullish(),
  jobLocation: first(JobLocation).nullish(),
  jobLocationType: first(z.string()).nullish(),
  baseSalary: first(BaseSalary).nullish(),
  totalJobOpenings: z.coerce.number().int().min(1).max(10_000).nullish().catch(null),
  occupationalCategory: first(z.string()).nullish().catch(null),
});
export type JobPosting = z.output<typeof JobPosting>;
