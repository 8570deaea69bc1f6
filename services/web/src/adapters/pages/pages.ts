import type { Request, Response } from 'express';
import nunjucks from 'nunjucks';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { counted, currencySign } from '../../domain/in-words.js';
import { formToken } from '../http/form-token.js';
import { visitOf } from '../http/visit.js';

const views = fileURLToPath(new URL('../../../views/', import.meta.url));
const designSystem = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

/** Renders the templates of `views/`. */
export class Pages {
  private readonly templates = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([views, join(designSystem, 'dist')]),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  );

  constructor() {
    this.templates.addFilter('counted', counted);
    this.templates.addFilter('currencySign', currencySign);
  }

  /** Sends a page or a part of one; every template may use `csrfToken()`, `notice` and `path`. */
  send(request: Request, response: Response, template: string, model: object = {}, status = 200): void {
    const visit = visitOf(request);
    const notice = template.startsWith('parts/') ? undefined : visit.takeNotice();
    // Rendered first: writing the form's token may set the session's cookie.
    const html = this.templates.render(`${template}.njk`, {
      notice,
      path: request.path,
      development: visit.development,
      csrfToken: () => formToken(request),
      ...model,
    });
    response.status(status).type('html').send(html);
  }
}
