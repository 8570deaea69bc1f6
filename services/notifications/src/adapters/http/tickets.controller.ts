import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import { Answers, CallInput, type Input } from '@jobwire/platform';
import { IssueTicket } from '../../application/issue-ticket.js';

@Controller()
export class TicketsController {
  constructor(@Inject(IssueTicket) private readonly issuing: IssueTicket) {}

  @Answers(calls.issueTicket)
  async issue(@CallInput() { caller }: Input<typeof calls.issueTicket>) {
    const { ticket, expiresAt } = await this.issuing.issue(caller);
    return { ticket, expiresAt };
  }
}
