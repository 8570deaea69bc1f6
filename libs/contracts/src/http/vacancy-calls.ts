import { z } from 'zod';
import { VacancyStatus } from '../events/vacancy-state.js';
import { MEBIBYTE, defineCall } from './call.js';
import { ById, flag, Id, Label, NoBody, pageOf, pageQuery } from './shapes.js';
import { BatchInput, BatchResult, Vacancy, VacancyInput, VacancyPatch } from './vacancy-shapes.js';

const refusals = {
  unknownSkill: { UNKNOWN_SKILL: 'An id of a skill that is in no taxonomy.' },
  place: { UNKNOWN_PLACE: 'The postcode or town is not known.' },
  closed: { VACANCY_CLOSED: 'The vacancy has ended and does not change any more.' },
  missing: { VACANCY_NOT_FOUND: 'No such vacancy.' },
  foreign: { NOT_YOUR_VACANCY: 'It belongs to another employer.' },
} as const;

const vacancyAnswer = (description: string) => ({ description, body: Vacancy });

export const vacancyCalls = {
  postVacancy: defineCall({
    name: 'postVacancy',
    service: 'vacancies',
    method: 'POST',
    path: '/api/v1/vacancies',
    who: ['employer'],
    summary: 'Post a vacancy; it is matched at once.',
    body: VacancyInput,
    headers: { 'idempotency-key': 'The same key within 24 h gets the first answer again.' },
    answers: { 201: vacancyAnswer('Posted.') },
    refusals: {
      ...refusals.unknownSkill,
      ...refusals.place,
      CLOSES_IN_THE_PAST: '`closesAt` has passed.',
      EXTERNAL_REFERENCE_TAKEN: 'Another vacancy of yours has this reference; `vacancyId` names it.',
      INVALID_IDEMPOTENCY_KEY: 'The key is empty or longer than 200 characters.',
      IDEMPOTENCY_KEY_REUSED: 'The key was used with another body.',
    },
  }),
  postVacancies: defineCall({
    name: 'postVacancies',
    service: 'vacancies',
    method: 'POST',
    path: '/api/v1/vacancies/batch',
    who: ['employer', 'operator'],
    summary: 'Post up to 500 vacancies; each is answered for itself.',
    body: BatchInput,
    bodyLimit: 8 * MEBIBYTE,
    answers: {
      200: { description: 'A result per item, in order.', body: z.object({ results: z.array(BatchResult) }) },
    },
  }),
  listVacancies: defineCall({
    name: 'listVacancies',
    service: 'vacancies',
    method: 'GET',
    path: '/api/v1/vacancies',
    who: 'anyone',
    summary: 'The public open vacancies, newest first; with `mine=true` your own, in any status.',
    query: z.strictObject({
      mine: flag.optional(),
      status: VacancyStatus.optional(),
      externalReference: Label.optional(),
      ...pageQuery,
    }),
    answers: { 200: { description: 'A page.', body: pageOf(Vacancy) } },
  }),
  getVacancy: defineCall({
    name: 'getVacancy',
    service: 'vacancies',
    method: 'GET',
    path: '/api/v1/vacancies/{id}',
    who: 'anyone',
    summary: 'Read a vacancy.',
    params: ById,
    answers: { 200: vacancyAnswer('The vacancy as it is now; `ETag` carries its revision.') },
    refusals: refusals.missing,
  }),
  changeVacancy: defineCall({
    name: 'changeVacancy',
    service: 'vacancies',
    method: 'PATCH',
    path: '/api/v1/vacancies/{id}',
    who: ['employer'],
    summary: 'Change a vacancy by merge patch.',
    params: ById,
    body: VacancyPatch,
    mediaTypes: ['application/merge-patch+json'],
    headers: { 'if-match': 'The revision you saw, in quotes; another one is answered 412.' },
    answers: { 200: vacancyAnswer('Changed.') },
    refusals: {
      ...refusals.missing,
      ...refusals.foreign,
      ...refusals.closed,
      ...refusals.unknownSkill,
      ...refusals.place,
      STALE_REVISION: '`If-Match` names another revision than the present one.',
    },
  }),
  closeVacancy: defineCall({
    name: 'closeVacancy',
    service: 'vacancies',
    method: 'POST',
    path: '/api/v1/vacancies/{id}/close',
    who: ['employer'],
    summary: 'Close a vacancy; its alerts are withdrawn. Closing again changes nothing.',
    params: ById,
    body: NoBody,
    answers: { 200: vacancyAnswer('Closed.') },
    refusals: { ...refusals.missing, ...refusals.foreign },
  }),
  putEmployer: defineCall({
    name: 'putEmployer',
    service: 'vacancies',
    method: 'PUT',
    path: '/api/v1/employer',
    who: ['employer'],
    summary: 'Set the name that people see.',
    body: z.strictObject({ name: Label }),
    answers: { 200: { description: 'Kept.', body: z.object({ id: Id, name: z.string() }) } },
  }),
  getEmployer: defineCall({
    name: 'getEmployer',
    service: 'vacancies',
    method: 'GET',
    path: '/api/v1/employer',
    who: ['employer'],
    summary: 'The name that people see.',
    answers: { 200: { description: 'The employer.', body: z.object({ id: Id, name: z.string() }) } },
  }),
} as const;
