import { Controller, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { calls, type Call } from '@jobwire/contracts';
import type { Request, Response } from 'express';
import { Desk } from './desk.js';
import { PageFilter } from './page.filter.js';
import { bodyOf } from './refusals.js';

@Controller('/alerts')
@UseFilters(PageFilter)
export class AlertsController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Post('/seen')
  seeAll(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.mark(request, response, calls.seeAllAlerts);
  }

  @Post('/:id/seen')
  see(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.mark(request, response, calls.seeAlert, { id });
  }

  @Post('/:id/dismiss')
  dismiss(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.mark(request, response, calls.dismissAlert, { id });
  }

  private async mark(
    request: Request,
    response: Response,
    call: Call,
    params: Record<string, string> = {},
  ): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    bodyOf(await this.desk.site.ask(call, { token, params }));
    response.redirect(303, '/#inbox');
  }
}
