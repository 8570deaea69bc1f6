import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SITE, type JobwireSite } from '../../application/jobwire-site.js';
import { TokensOfPeople } from '../../application/tokens-of-people.js';
import type { Side } from '../../domain/development-people.js';
import { NotSignedIn } from './refusals.js';
import { visitOf } from './visit.js';

/** What the controllers share: the API, and the token of whoever is signed in on a side. */
@Injectable()
export class Desk {
  constructor(
    @Inject(SITE) readonly site: JobwireSite,
    @Inject(TokensOfPeople) private readonly tokens: TokensOfPeople,
  ) {}

  /** @throws NotSignedIn */
  async token(request: Request, side: Side): Promise<string> {
    const token = await this.tokenIfSignedIn(request, side);
    if (token === undefined) throw new NotSignedIn();
    return token;
  }

  async tokenIfSignedIn(request: Request, side: Side): Promise<string | undefined> {
    const person = visitOf(request).person(side);
    return person === undefined ? undefined : this.tokens.of(side, person);
  }
}
