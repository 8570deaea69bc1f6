import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import {
  Answered,
  Answers,
  CallInput,
  cursorOf,
  expectedRevision,
  missingToken,
  readCursor,
  wrongRole,
  type Input,
} from '@jobwire/platform';
import { z } from 'zod';
import { ChangeVacancy } from '../../application/change-vacancy.js';
import { CloseVacancy } from '../../application/close-vacancy.js';
import { ImportVacancies } from '../../application/import-vacancies.js';
import { PostVacancy } from '../../application/post-vacancy.js';
import { ReadVacancies } from '../../application/read-vacancies.js';
import { publicVacancy } from '../../domain/public-state.js';
import { badField } from '../../domain/vacancy.errors.js';
import type { Vacancy } from '../../domain/vacancy.js';

const Cursor = z.strictObject({ postedAt: z.string(), id: z.string() });

@Controller()
export class VacanciesController {
  constructor(
    @Inject(PostVacancy) private readonly posting: PostVacancy,
    @Inject(ImportVacancies) private readonly importing: ImportVacancies,
    @Inject(ChangeVacancy) private readonly changing: ChangeVacancy,
    @Inject(CloseVacancy) private readonly closing: CloseVacancy,
    @Inject(ReadVacancies) private readonly reading: ReadVacancies,
  ) {}

  @Answers(calls.postVacancy)
  async post(@CallInput() input: Input<typeof calls.postVacancy>): Promise<Answered> {
    const vacancy = await this.posting.post(input.body, input.caller, input.headers['idempotency-key']);
    return answer(vacancy, { status: 201, headers: { Location: `/api/v1/vacancies/${vacancy.id}` } });
  }

  @Answers(calls.postVacancies)
  async postBatch(@CallInput() input: Input<typeof calls.postVacancies>) {
    return { results: await this.importing.import(input.body.items, input.caller, input.body.asOf) };
  }

  @Answers(calls.listVacancies)
  async list(@CallInput() input: Input<typeof calls.listVacancies>) {
    const { mine, status, externalReference, after, limit } = input.query;
    const own = mine === true ? ownEmployer(input) : undefined;
    if (own === undefined && status !== undefined && status !== 'open') throw statusOfOthers();
    const page = await this.reading.page({
      employerId: own,
      status: own === undefined ? 'open' : status,
      externalReference,
      after: after === undefined ? undefined : readCursor(after, Cursor),
      limit,
    });
    const items = page.items.map(publicVacancy);
    const { next } = page;
    return next === undefined
      ? { items }
      : { items, next: cursorOf({ postedAt: next.postedAt, id: next.id }) };
  }

  @Answers(calls.getVacancy)
  async get(@CallInput() input: Input<typeof calls.getVacancy>): Promise<Answered> {
    return answer(await this.reading.one(input.params.id));
  }

  @Answers(calls.changeVacancy)
  async change(@CallInput() input: Input<typeof calls.changeVacancy>): Promise<Answered> {
    const expected = expectedRevision(input.headers['if-match']);
    return answer(await this.changing.change(input.params.id, input.body, input.caller, expected));
  }

  @Answers(calls.closeVacancy)
  async close(@CallInput() input: Input<typeof calls.closeVacancy>): Promise<Answered> {
    return answer(await this.closing.close(input.params.id, input.caller));
  }
}

function answer(
  vacancy: Vacancy,
  options: { status?: number; headers?: Record<string, string> } = {},
): Answered {
  return new Answered(publicVacancy(vacancy), {
    ...options,
    headers: { ...options.headers, ETag: `"${vacancy.revision}"` },
  });
}

function ownEmployer({ caller }: Input<typeof calls.listVacancies>): string {
  if (caller === undefined) throw missingToken();
  if (caller.employer === undefined) throw wrongRole(['employer'], caller);
  return caller.employer.id;
}

function statusOfOthers() {
  return badField('INVALID_QUERY', {
    field: 'status',
    reason: 'other than open is for your own vacancies',
    remedy: 'add mine=true',
  });
}
