import { Inject, Injectable } from '@nestjs/common';
import { alertNotFound } from '../domain/notifications.errors.js';
import { INBOX, type Inbox } from './ports.js';

@Injectable()
export class MarkAlerts {
  constructor(@Inject(INBOX) private readonly inbox: Inbox) {}

  async see(owner: string, id: string): Promise<void> {
    await this.mustBeTheirs(owner, id);
    await this.inbox.see(owner, id);
  }

  async seeAll(owner: string): Promise<void> {
    await this.inbox.seeAll(owner);
  }

  /** "Not for me": it leaves the inbox and does not come back. */
  async dismiss(owner: string, id: string): Promise<void> {
    await this.mustBeTheirs(owner, id);
    await this.inbox.dismiss(owner, id);
  }

  private async mustBeTheirs(owner: string, id: string): Promise<void> {
    if ((await this.inbox.one(owner, id)) === undefined) throw alertNotFound();
  }
}
