import { Body, Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sides, type Side } from '../../domain/development-people.js';
import { one, type Form } from '../../domain/form.js';
import { findPerson } from '../people/named-people.js';
import { HomePage } from './home-page.js';
import { PageFilter } from './page.filter.js';
import { NotSignedIn } from './refusals.js';
import { visitOf } from './visit.js';

@Controller()
@UseFilters(PageFilter)
export class HomeController {
  constructor(@Inject(HomePage) private readonly home: HomePage) {}

  @Get('/')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.home.show(request, response);
  }

  @Post('/sign-in')
  async signIn(@Req() request: Request, @Res() response: Response, @Body() form: Form): Promise<void> {
    const side = sideOf(form);
    const visit = visitOf(request);
    const person = findPerson(side, one(form, 'person'));
    if (!visit.development) throw new NotSignedIn();
    if (person === undefined) return this.home.show(request, response, nobodyChosen(side));
    visit.signIn(side, person);
    response.redirect(303, '/');
  }

  @Post('/sign-out')
  signOut(@Req() request: Request, @Res() response: Response, @Body() form: Form): void {
    visitOf(request).signOut(sideOf(form));
    response.redirect(303, '/');
  }

  @Post('/updates')
  setUpdates(@Req() request: Request, @Res() response: Response, @Body() form: Form): void {
    const visit = visitOf(request);
    const updates = one(form, 'updates') === 'on';
    visit.open().updates = updates;
    visit.notify(
      updates ? 'Updates are shown as they happen.' : 'Updates are off. Reload the page to see what is new.',
    );
    response.redirect(303, '/');
  }
}

function sideOf(form: Form): Side {
  const side = sides.find((known) => known === one(form, 'side'));
  if (side === undefined) throw new NotSignedIn();
  return side;
}

function nobodyChosen(side: Side) {
  const text = side === 'jobseeker' ? 'Choose a jobseeker' : 'Choose an employer';
  return { values: {}, errors: { byField: { [side]: text }, list: [{ text, href: `#${side}` }] } };
}
