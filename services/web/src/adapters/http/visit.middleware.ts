import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import { CONTEXT, type ServiceContext } from '@jobwire/platform';
import type { NextFunction, Response } from 'express';
import { Sessions } from '../../application/sessions.js';
import { Visit, type VisitRequest } from './visit.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Gives each request its session. A page that reached this process under a name of its own choosing (DNS rebinding)
 * is not on loopback and gets no development sign-in.
 */
@Injectable()
export class VisitMiddleware implements NestMiddleware {
  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  use(request: VisitRequest, response: Response, next: NextFunction): void {
    const development = this.context.developmentSignIn && LOOPBACK.test(request.headers.host ?? '');
    request.visit = new Visit(this.sessions, request, response, development);
    next();
  }
}
