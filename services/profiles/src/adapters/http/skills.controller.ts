import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import { Answers, CallInput, type Input } from '@jobwire/platform';
import { UNDERSTANDING } from '../../application/ports.js';
import { readCv } from '@jobwire/taxonomy';
import type { Understanding } from '../../domain/write-profile.js';

@Controller()
export class SkillsController {
  constructor(@Inject(UNDERSTANDING) private readonly understanding: Understanding) {}

  @Answers(calls.suggestSkills)
  suggest(@CallInput() { query }: Input<typeof calls.suggestSkills>) {
    return { items: this.understanding.taxonomy.suggestSkills(query.q, query.limit) };
  }

  @Answers(calls.readSkills)
  read(@CallInput() { body }: Input<typeof calls.readSkills>) {
    return readCv(body.text, this.understanding.taxonomy);
  }
}
