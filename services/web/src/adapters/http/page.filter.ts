import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOGGER, type Logger } from '@jobwire/platform';
import type { Request, Response } from 'express';
import { Pages } from '../pages/pages.js';
import { NotSignedIn, Refused } from './refusals.js';

/** Errors as pages people can read. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    if (error instanceof NotSignedIn) return response.redirect(303, '/');
    if (error instanceof Refused) return this.refuse(request, response, error);
    if (error instanceof HttpException && error.getStatus() < 500)
      return this.pages.send(request, response, 'not-found', {}, 404);
    this.logger.error({ err: error }, 'a page failed');
    const correlationId = response.getHeader('X-Correlation-Id');
    this.pages.send(request, response, 'problem', { correlationId }, 500);
  }

  private refuse(request: Request, response: Response, { problem }: Refused): void {
    if (problem.status === 404 || problem.status === 403)
      return this.pages.send(request, response, 'not-found', {}, 404);
    const away = problem.status === 503 || problem.status === 429;
    if (away) response.setHeader('Retry-After', '5');
    this.pages.send(request, response, 'problem', { ...problem, away }, problem.status);
  }
}
