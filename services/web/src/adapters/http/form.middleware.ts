import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { urlencoded } from 'express';
import { Pages } from '../pages/pages.js';
import { isRequestFromForm } from './form-token.js';

const READ_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A description may have 100,000 characters, each up to nine bytes once encoded. */
const LIMIT = 1_000_000;

/** Reads posted forms and lets through only those that a page of this site sent. */
@Injectable()
export class FormMiddleware implements NestMiddleware {
  private readonly read = urlencoded({ extended: false, limit: LIMIT, parameterLimit: 200 });

  constructor(@Inject(Pages) private readonly pages: Pages) {}

  use(request: Request, response: Response, next: NextFunction): void {
    if (READ_ONLY.has(request.method)) return next();
    this.read(request, response, (error?: unknown) => {
      if (error !== undefined) return this.pages.send(request, response, 'not-understood', {}, 400);
      if (isOwnOrigin(request) && isRequestFromForm(request)) return next();
      this.pages.send(request, response, 'out-of-date', {}, 403);
    });
  }
}

/** Browsers say where a post comes from; both say so or say nothing. */
function isOwnOrigin({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined || hostOf(headers.origin) === headers.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
