import { Body, Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import type { Request, Response } from 'express';
import { readEmployerSide } from '../../application/read-employer-side.js';
import { readInbox } from '../../application/read-jobseeker-side.js';
import { one, type Form } from '../../domain/form.js';
import { Pages } from '../pages/pages.js';
import { Desk } from './desk.js';
import { queryOf } from './home-page.js';
import { PageFilter } from './page.filter.js';
import { Refused, bodyOf } from './refusals.js';
import { visitOf } from './visit.js';

/** What the page's own script asks for: tickets, and parts of the page as they are now. */
@Controller()
@UseFilters(PageFilter)
export class LiveController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** The token stays here; the browser gets what opens one socket once. */
  @Post('/live-tickets')
  async ticket(@Req() request: Request, @Res() response: Response, @Body() form: Form): Promise<void> {
    const side = one(form, 'side') === 'employer' ? 'employer' : 'jobseeker';
    const token = await this.desk.tokenIfSignedIn(request, side);
    if (token === undefined) return void response.status(401).end();
    const reply = await this.desk.site.ask(calls.issueTicket, { token });
    if (reply.ok) response.status(201).json(reply.body);
    else response.status(reply.problem.status).end();
  }

  @Get('/parts/inbox')
  async inbox(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    const inbox = bodyOf(await readInbox(this.desk.site, token));
    this.pages.send(request, response, 'parts/inbox', { inbox });
  }

  @Get('/parts/employer')
  async employer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = await this.desk.token(request, 'employer');
    const employer = await readEmployerSide(this.desk.site, token, { vacancy: queryOf(request, 'vacancy') });
    if (employer.problem !== undefined) throw new Refused(employer.problem);
    const person = visitOf(request).person('employer');
    this.pages.send(request, response, 'parts/employer', { employer: { ...employer, person } });
  }
}
