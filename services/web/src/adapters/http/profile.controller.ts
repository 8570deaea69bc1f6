import { Body, Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import type { Request, Response } from 'express';
import { changeProfile } from '../../application/change-profile.js';
import { profileWords } from '../../domain/field-labels.js';
import { errorsOf, noErrors } from '../../domain/form-errors.js';
import type { Form } from '../../domain/form.js';
import { profileFromForm, valuesOfForm, valuesOfProfile } from '../../domain/profile-form.js';
import { Pages } from '../pages/pages.js';
import { Desk } from './desk.js';
import { PageFilter } from './page.filter.js';
import { Refused, bodyOf, isFormError } from './refusals.js';
import { visitOf } from './visit.js';

@Controller()
@UseFilters(PageFilter)
export class ProfileController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get('/profile')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    const reply = await this.desk.site.ask(calls.getProfile, { token });
    if (!reply.ok && reply.problem.status !== 404) throw new Refused(reply.problem);
    const values = valuesOfProfile(reply.ok ? reply.body : undefined);
    this.pages.send(request, response, 'profile', { values, errors: noErrors });
  }

  @Post('/profile')
  async change(@Req() request: Request, @Res() response: Response, @Body() form: Form): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    const reply = await changeProfile(this.desk.site, token, (before) => profileFromForm(form, before));
    if (reply.ok) {
      visitOf(request).notify('Your profile is saved and matched anew.');
      return response.redirect(303, '/');
    }
    if (!isFormError(reply.problem)) throw new Refused(reply.problem);
    const model = { values: valuesOfForm(form), errors: errorsOf(reply.problem, profileWords) };
    this.pages.send(request, response, 'profile', model, 422);
  }

  @Get('/erase')
  async askAgain(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.desk.token(request, 'jobseeker');
    this.pages.send(request, response, 'erase');
  }

  @Post('/erase')
  async erase(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    bodyOf(await this.desk.site.ask(calls.eraseProfile, { token }));
    visitOf(request).notify(
      'You are erased: your profile, your matches and your places in employers’ lists.',
    );
    response.redirect(303, '/');
  }
}
