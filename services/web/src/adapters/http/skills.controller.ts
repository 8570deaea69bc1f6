import { Body, Controller, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Problem } from '@jobwire/contracts';
import type { Request, Response } from 'express';
import { changeProfile } from '../../application/change-profile.js';
import { skillWords } from '../../domain/field-labels.js';
import { errorsOf } from '../../domain/form-errors.js';
import { amount, one, type Form } from '../../domain/form.js';
import { withSkill, withoutSkill } from '../../domain/profile-form.js';
import { Desk } from './desk.js';
import { HomePage } from './home-page.js';
import { PageFilter } from './page.filter.js';
import { Refused, bodyOf, isFormError } from './refusals.js';
import { visitOf } from './visit.js';

@Controller('/profile/skills')
@UseFilters(PageFilter)
export class SkillsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(HomePage) private readonly home: HomePage,
  ) {}

  @Post('/')
  async add(@Req() request: Request, @Res() response: Response, @Body() form: Form): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    const skill = one(form, 'skill');
    if (skill === '') return this.refuse(request, response, form, 'Write a skill');
    const level = amount(form, 'level');
    const entry = { skill, ...(typeof level === 'number' ? { level } : {}) };
    const reply = await changeProfile(this.desk.site, token, (profile) => withSkill(profile, entry));
    if (!reply.ok && !isFormError(reply.problem)) throw new Refused(reply.problem);
    if (!reply.ok) return this.refuse(request, response, form, wordsOf(reply.problem));
    visitOf(request).notify(`${skill} is in your profile.`);
    response.redirect(303, '/#skills');
  }

  @Post('/remove')
  async remove(@Req() request: Request, @Res() response: Response, @Body() form: Form): Promise<void> {
    const token = await this.desk.token(request, 'jobseeker');
    const id = one(form, 'id');
    const change = (profile: Parameters<typeof withSkill>[0]) =>
      profile === undefined ? {} : withoutSkill(profile, id);
    bodyOf(await changeProfile(this.desk.site, token, change));
    visitOf(request).notify('The skill is no longer in your profile.');
    response.redirect(303, '/#skills');
  }

  private refuse(request: Request, response: Response, form: Form, text: string): Promise<void> {
    const errors = { byField: { skill: text }, list: [{ text, href: '#skill' }] };
    return this.home.show(request, response, { errors, values: { skill: one(form, 'skill') } });
  }
}

function wordsOf(problem: Problem): string {
  return errorsOf(problem, skillWords).list[0]?.text ?? problem.title;
}
