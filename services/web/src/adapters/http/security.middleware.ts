import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { IncomingMessage } from 'node:http';
import { isSecure } from './visit.js';

const HOST = /^[\w.:[\]-]{1,255}$/;

/** Everything comes from here, no script stands in a page. Safari does not take 'self' for websockets. */
@Injectable()
export class SecurityMiddleware implements NestMiddleware {
  private readonly headers = helmet({
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'manifest-src': ["'self'"],
        'connect-src': ["'self'", (request) => socketsOf(request)],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
  });

  use(request: Request, response: Response, next: NextFunction): void {
    response.setHeader('Cache-Control', 'no-store');
    this.headers(request, response, next);
  }
}

function socketsOf(request: IncomingMessage): string {
  const { host = '' } = request.headers;
  const scheme = isSecure(request as Request) ? 'wss' : 'ws';
  return HOST.test(host) ? `${scheme}://${host}` : "'self'";
}
