import { Body, Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { calls, type Problem, type Vacancy } from '@jobwire/contracts';
import type { Request, Response } from 'express';
import { vacancyWords } from '../../domain/field-labels.js';
import { errorsOf, noErrors } from '../../domain/form-errors.js';
import { one, type Form } from '../../domain/form.js';
import { patchFromForm, valuesOfForm, valuesOfVacancy, vacancyFromForm } from '../../domain/vacancy-form.js';
import { qualificationsInWords } from '../../domain/qualification-view.js';
import { Pages } from '../pages/pages.js';
import { Desk } from './desk.js';
import { PageFilter } from './page.filter.js';
import { Refused, bodyOf, isFormError } from './refusals.js';
import { visitOf } from './visit.js';

@Controller('/vacancies')
@UseFilters(PageFilter)
export class VacanciesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get('/new')
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.desk.token(request, 'employer');
    const values = { payUnit: 'year', idempotencyKey: crypto.randomUUID() };
    this.pages.send(request, response, 'post-vacancy', { values, errors: noErrors });
  }

  @Post('/')
  async post(@Req() request: Request, @Res() response: Response, @Body() form: Form): Promise<void> {
    const token = await this.desk.token(request, 'employer');
    const key = one(form, 'idempotencyKey');
    const headers: Record<string, string> = key === '' ? {} : { 'Idempotency-Key': key };
    const reply = await this.desk.site.ask(calls.postVacancy, {
      token,
      body: vacancyFromForm(form),
      headers,
    });
    if (!reply.ok) return this.refuse(request, response, 'post-vacancy', reply.problem, form);
    visitOf(request).notify(`“${reply.body.title}” is posted and matched.`);
    response.redirect(303, `/?vacancy=${reply.body.id}#candidates`);
  }

  @Get('/:id/change')
  async edit(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const vacancy = await this.own(request, id);
    const named = qualificationsInWords(vacancy);
    const model = { vacancy, named, values: valuesOfVacancy(vacancy), errors: noErrors };
    this.pages.send(request, response, 'change-vacancy', model);
  }

  @Post('/:id/change')
  async change(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() form: Form,
  ): Promise<void> {
    const token = await this.desk.token(request, 'employer');
    const asked = { token, params: { id }, body: patchFromForm(form) };
    const reply = await this.desk.site.ask(calls.changeVacancy, asked);
    if (!reply.ok) {
      const vacancy = await this.own(request, id);
      return this.refuse(request, response, 'change-vacancy', reply.problem, form, {
        vacancy,
        named: qualificationsInWords(vacancy),
      });
    }
    visitOf(request).notify(`“${reply.body.title}” is changed and matched anew.`);
    response.redirect(303, `/?vacancy=${id}#candidates`);
  }

  @Get('/:id/close')
  async askAgain(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    this.pages.send(request, response, 'close-vacancy', { vacancy: await this.own(request, id) });
  }

  @Post('/:id/close')
  async close(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const token = await this.desk.token(request, 'employer');
    const closed = bodyOf(await this.desk.site.ask(calls.closeVacancy, { token, params: { id } }));
    visitOf(request).notify(`“${closed.title}” is closed and its alerts are withdrawn.`);
    response.redirect(303, '/');
  }

  private async own(request: Request, id: string): Promise<Vacancy> {
    const token = await this.desk.token(request, 'employer');
    return bodyOf(await this.desk.site.ask(calls.getVacancy, { token, params: { id } }));
  }

  private refuse(
    request: Request,
    response: Response,
    template: string,
    problem: Problem,
    form: Form,
    more: object = {},
  ): void {
    if (!isFormError(problem)) throw new Refused(problem);
    const model = { ...more, values: valuesOfForm(form), errors: errorsOf(problem, vacancyWords) };
    this.pages.send(request, response, template, model, 422);
  }
}
