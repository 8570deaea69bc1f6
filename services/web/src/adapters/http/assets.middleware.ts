import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../dist/', import.meta.url));
const SCRIPT = /^\/assets\/js\/([a-z-]+\.js)$/;
const ASSET = /^\/assets\/([a-z-]+\.(?:css|svg|json))$/;

/** The style sheet, the icon and the page's scripts, and no other file of the build. */
@Injectable()
export class AssetsMiddleware implements NestMiddleware {
  use(request: Request, response: Response, next: NextFunction): void {
    const file = fileOf(request.originalUrl);
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    // Files keep their names from release to release, so a browser asks whether its copy is still good.
    const headers = { 'Cache-Control': 'no-cache' };
    response.sendFile(file, { root, headers, cacheControl: false }, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next();
    });
  }
}

function fileOf(url: string): string | undefined {
  const [path = ''] = url.split('?');
  const [, script] = SCRIPT.exec(path) ?? [];
  const [, asset] = ASSET.exec(path) ?? [];
  if (script !== undefined) return `browser/${script}`;
  return asset === undefined ? undefined : `assets/${asset}`;
}
