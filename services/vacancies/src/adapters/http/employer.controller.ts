import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import { Answers, CallInput, type Input } from '@jobwire/platform';
import { RenameEmployer } from '../../application/rename-employer.js';

@Controller()
export class EmployerController {
  constructor(@Inject(RenameEmployer) private readonly employers: RenameEmployer) {}

  @Answers(calls.putEmployer)
  put(@CallInput() input: Input<typeof calls.putEmployer>) {
    return this.employers.rename(input.caller, input.body.name);
  }

  @Answers(calls.getEmployer)
  get(@CallInput() input: Input<typeof calls.getEmployer>) {
    return this.employers.of(input.caller);
  }
}
