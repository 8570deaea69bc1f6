import { z } from 'zod';
import { SkillLevel } from '../events/profile-state.js';
import { Contract, Hours, SkillRef } from '../vocabulary.js';
import { defineCall } from './call.js';
import { HeldQualification, Qualification } from './qualification-shapes.js';
import { Id, Label } from './shapes.js';
import { text } from './text.js';
import { LocationInput, limits } from './vacancy-shapes.js';

const SkillInput = z.strictObject({ skill: Label, level: SkillLevel.optional() });

const QualificationInput = z.strictObject({
  qualification: Label,
  inProgress: z.boolean().optional().meta({ description: 'Absent: as the words say.' }),
});

/** A profile as its owner writes it; PUT replaces the whole of it. */
export const ProfileInput = z.strictObject({
  skills: z
    .array(SkillInput)
    .max(limits.skills, { error: `has more than ${limits.skills} skills: keep those that matter` })
    .default([]),
  occupations: z.array(Label).max(limits.skills).default([]),
  qualifications: z
    .array(QualificationInput)
    .max(limits.skills, { error: `has more than ${limits.skills} qualifications: keep those that matter` })
    .default([])
    .meta({
      description:
        'For yourself, to see beside what adverts ask for: they match nobody and no employer sees them.',
    }),
  location: LocationInput.optional(),
  radiusMiles: z.number().min(1).max(200).default(20),
  remote: z.boolean().default(false),
  minimumSalary: z.number().min(0).max(1e7).optional().meta({ description: 'Pounds a year.' }),
  contracts: z.array(Contract).max(10).default([]),
  hours: z.array(Hours).max(10).default([]),
  visible: z.boolean().default(false),
  hideFrom: z.array(Id).max(1000).default([]),
  alertThreshold: z.int().min(0).max(100).default(50),
});
export type ProfileInput = z.output<typeof ProfileInput>;

export const Profile = z
  .object({
    id: z.string(),
    revision: z.int(),
    skills: z.array(SkillRef.extend({ level: SkillLevel.optional() })),
    occupations: z.array(z.object({ id: z.string(), label: z.string() })),
    qualifications: z.array(HeldQualification).optional(),
    location: z
      .object({
        label: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        postcode: z.string().optional(),
        town: z.string().optional(),
      })
      .optional(),
    radiusMiles: z.number(),
    remote: z.boolean(),
    minimumSalary: z.number().optional(),
    contracts: z.array(Contract),
    hours: z.array(Hours),
    visible: z.boolean(),
    hideFrom: z.array(z.string()),
    alertThreshold: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof Profile>;

/** Words of the pasted text at [start, end), in UTF-16 units. */
const quoted = { quote: z.string(), start: z.int(), end: z.int(), confidence: z.number() };

/** What a pasted text claims; nothing of it is kept. */
const ReadText = z.object({
  skills: z.array(z.object({ id: z.string(), label: z.string(), ...quoted })),
  occupations: z.array(
    z.object({ id: z.string(), label: z.string(), isco: z.string(), soc: z.string(), ...quoted }),
  ),
  qualifications: z.array(Qualification),
});

const refusals = { PROFILE_NOT_FOUND: 'You have no profile yet.' };

export const profileCalls = {
  putProfile: defineCall({
    name: 'putProfile',
    service: 'profiles',
    method: 'PUT',
    path: '/api/v1/profile',
    who: ['jobseeker'],
    summary: 'Write your profile; it replaces the one before and is matched at once.',
    body: ProfileInput,
    headers: { 'if-match': 'The revision you saw, in quotes; another one is answered 412.' },
    answers: {
      200: { description: 'Replaced.', body: Profile },
      201: { description: 'Begun.', body: Profile },
    },
    refusals: {
      UNKNOWN_SKILL: 'An id of a skill that is in no taxonomy.',
      UNKNOWN_OCCUPATION: 'An occupation that is in no taxonomy.',
      UNKNOWN_PLACE: 'The postcode or town is not known.',
      STALE_REVISION: '`If-Match` names another revision than the present one.',
    },
  }),
  getProfile: defineCall({
    name: 'getProfile',
    service: 'profiles',
    method: 'GET',
    path: '/api/v1/profile',
    who: ['jobseeker'],
    summary: 'Read your profile.',
    answers: { 200: { description: 'The profile; `ETag` carries its revision.', body: Profile } },
    refusals,
  }),
  eraseProfile: defineCall({
    name: 'eraseProfile',
    service: 'profiles',
    method: 'DELETE',
    path: '/api/v1/profile',
    who: ['jobseeker'],
    summary: 'Erase yourself: profile, inbox and places in employers’ lists.',
    answers: { 204: { description: 'Erased, or there was nothing.', body: null } },
  }),
  suggestSkills: defineCall({
    name: 'suggestSkills',
    service: 'profiles',
    method: 'GET',
    path: '/api/v1/skills',
    who: 'anyone',
    summary: 'Skills that begin like, or are nearly, what was typed.',
    query: z.strictObject({
      q: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(10),
    }),
    answers: {
      200: {
        description: 'Best first.',
        body: z.object({ items: z.array(z.object({ id: z.string(), label: z.string() })) }),
      },
    },
  }),
  readSkills: defineCall({
    name: 'readSkills',
    service: 'profiles',
    method: 'POST',
    path: '/api/v1/skills/read',
    who: ['jobseeker'],
    summary:
      'Skills, occupations and qualifications of a CV pasted as plain text, to choose from; nothing is kept until you PUT your profile.',
    body: z.strictObject({ text: text(limits.description) }),
    answers: { 200: { description: 'In the order of the text, each once, with its words.', body: ReadText } },
  }),
} as const;
