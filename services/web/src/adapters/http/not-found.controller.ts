import { All, Controller, Inject, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Pages } from '../pages/pages.js';
import { PageFilter } from './page.filter.js';

/** The last one: whatever no other page answers. */
@Controller()
@UseFilters(PageFilter)
export class NotFoundController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @All('{*path}')
  notFound(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, 'not-found', {}, 404);
  }
}
