import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readEmployerSide } from '../../application/read-employer-side.js';
import { readJobseekerSide } from '../../application/read-jobseeker-side.js';
import type { Side } from '../../domain/development-people.js';
import { noErrors, type FormErrors } from '../../domain/form-errors.js';
import { Pages } from '../pages/pages.js';
import { peopleOf } from '../people/named-people.js';
import { Desk } from './desk.js';
import { visitOf } from './visit.js';

/** A form of the page that was refused, with what was typed. */
export interface RefusedForm {
  readonly errors: FormErrors;
  readonly values: Readonly<Record<string, string>>;
}

/** The page with both sides beside each other. */
@Injectable()
export class HomePage {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  async show(request: Request, response: Response, refused?: RefusedForm): Promise<void> {
    if (!visitOf(request).development) return this.pages.send(request, response, 'welcome');
    const [jobseeker, employer] = await Promise.all([this.jobseeker(request), this.employer(request)]);
    const model = {
      jobseeker,
      employer,
      updates: visitOf(request).session?.updates ?? true,
      errors: refused?.errors ?? noErrors,
      values: refused?.values ?? {},
    };
    this.pages.send(request, response, 'home', model, refused === undefined ? 200 : 422);
  }

  private async jobseeker(request: Request): Promise<object> {
    const token = await this.desk.tokenIfSignedIn(request, 'jobseeker');
    if (token === undefined) return this.nobody('jobseeker');
    const side = await readJobseekerSide(this.desk.site, token, queryOf(request, 'inbox'));
    return { person: visitOf(request).person('jobseeker'), ...side };
  }

  private async employer(request: Request): Promise<object> {
    const token = await this.desk.tokenIfSignedIn(request, 'employer');
    if (token === undefined) return this.nobody('employer');
    const view = { vacancy: queryOf(request, 'vacancy'), after: queryOf(request, 'candidates') };
    const side = await readEmployerSide(this.desk.site, token, view);
    return { person: visitOf(request).person('employer'), ...side };
  }

  private nobody(side: Side): object {
    return { people: peopleOf(side) };
  }
}

export function queryOf(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
