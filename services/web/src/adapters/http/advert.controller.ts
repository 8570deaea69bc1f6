import { Controller, Get, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import { calls, type Profile } from '@jobwire/contracts';
import type { Request, Response } from 'express';
import { advertView } from '../../domain/advert-view.js';
import { Pages } from '../pages/pages.js';
import { Desk } from './desk.js';
import { PageFilter } from './page.filter.js';
import { bodyOf } from './refusals.js';

/** A vacancy as everybody may read it. */
@Controller('/vacancies')
@UseFilters(PageFilter)
export class AdvertController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get('/:id')
  async show(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const asked = this.desk.site.ask(calls.getVacancy, { params: { id } });
    const [vacancy, profile] = await Promise.all([asked, this.profile(request)]);
    this.pages.send(request, response, 'advert', { advert: advertView(bodyOf(vacancy), profile) });
  }

  /** Of whoever reads it; without one the advert is shown all the same. */
  private async profile(request: Request): Promise<Profile | undefined> {
    const token = await this.desk.tokenIfSignedIn(request, 'jobseeker');
    if (token === undefined) return undefined;
    const reply = await this.desk.site.ask(calls.getProfile, { token });
    return reply.ok ? reply.body : undefined;
  }
}
