import { Controller, Get, Inject, Req, Res, UseFilters } from '@nestjs/common';
import { allCalls, asyncApiDocument, openApiDocument } from '@jobwire/contracts';
import { attributions } from '@jobwire/taxonomy';
import type { Request, Response } from 'express';
import { apiReference } from '../../domain/api-reference.js';
import { liveReference } from '../../domain/live-reference.js';
import { Pages } from '../pages/pages.js';
import { PageFilter } from './page.filter.js';
import { VERSION } from './version.js';

const document = openApiDocument(allCalls, VERSION);
const topicsAndMessages = asyncApiDocument(VERSION);

/** Pages that are the same for everybody. */
@Controller()
@UseFilters(PageFilter)
export class InformationController {
  private readonly reference = { api: apiReference(document), live: liveReference(), version: VERSION };

  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get('/api/openapi.json')
  openApi(@Res() response: Response): void {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.json(document);
  }

  @Get('/api/asyncapi.json')
  asyncApi(@Res() response: Response): void {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.json(topicsAndMessages);
  }

  @Get('/api/docs')
  docs(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, 'api-docs', this.reference);
  }

  @Get('/attributions')
  credits(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, 'attributions', { attributions });
  }

  @Get('/accessibility')
  accessibility(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, 'accessibility');
  }

  @Get('/cookies')
  cookies(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, 'cookies');
  }
}
