import { ClientMessage, closeCodes, type AlertChanged, type CandidateHint } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import type { Logger } from '@jobwire/platform';
import type { Ticket } from '../../application/ports.js';
import { InboxFeed, type ReadFrom, type Told } from './inbox-feed.js';
import type { LiveSocket } from './live-socket.js';

const HELLO_WITHIN_MS = 10_000;
const RENEW_BEFORE_MS = 60_000;
const IDLE_MS = 40_000;
const MESSAGES_A_MINUTE = 100;
const MINUTE_MS = 60_000;
const LONGEST_TIMER_MS = 2_147_483_647;

export interface ConnectionTools {
  readonly redeem: (ticket: string) => Promise<Ticket | undefined>;
  /** Makes the connection known to whoever delivers changes; false when the person has too many. */
  readonly welcome: (connection: LiveConnection) => boolean;
  readonly epoch: () => Promise<string>;
  /** False when something after the position may be gone for good. */
  readonly kept: (owner: string, position: number) => Promise<boolean>;
  readonly newest: (owner: string) => Promise<number>;
  readonly readFrom: (owner: string) => ReadFrom;
  readonly clock: Clock;
  readonly logger: Logger;
}

type Hello = Extract<ClientMessage, { type: 'hello' }>;
type Person = Ticket['caller'];

/** One client from hello to close. */
export class LiveConnection {
  person: Person | undefined;
  private feed: InboxFeed | undefined;
  private messages = 0;
  private greeted = false;
  private readonly timers = new Map<'hello' | 'sign-in' | 'idle' | 'rate', NodeJS.Timeout>();

  constructor(
    readonly socket: LiveSocket,
    private readonly tools: ConnectionTools,
  ) {
    this.after('hello', HELLO_WITHIN_MS, () => socket.close(closeCodes.badHello));
    this.timers.set(
      'rate',
      setInterval(() => (this.messages = 0), MINUTE_MS),
    );
    socket.onText((text) => this.take(text));
    socket.onClosed(() => this.timers.forEach((timer) => clearTimeout(timer)));
  }

  deliver({ owner, alerts }: AlertChanged, told: Told = {}): void {
    if (owner === this.person?.owner) this.feed?.push(alerts, told);
  }

  hint({ vacancyId, state, candidate }: CandidateHint, told: Told = {}): void {
    const { pseudonym, score, reasons } = candidate;
    this.socket.send({
      type: 'candidate',
      vacancyId,
      state,
      candidate: { pseudonym, score, reasons },
      ...told,
    });
  }

  private take(text: string): void {
    if (++this.messages > MESSAGES_A_MINUTE) return this.socket.close(closeCodes.badMessage);
    const message = parse(text);
    const expected = this.greeted ? 'renew' : 'hello';
    if (message?.type !== expected)
      return this.socket.close(this.greeted ? closeCodes.badMessage : closeCodes.badHello);
    this.greeted = true;
    const work = message.type === 'hello' ? this.hello(message) : this.renew(message.ticket);
    work.catch((error: unknown) => {
      this.tools.logger.warn({ err: error }, 'a live connection failed');
      this.socket.close(closeCodes.restart);
    });
  }

  private async hello(hello: Hello): Promise<void> {
    clearTimeout(this.timers.get('hello'));
    const ticket = await this.tools.redeem(hello.ticket);
    if (ticket === undefined) return this.socket.close(closeCodes.badTicket);
    // Who left meanwhile would never be taken off the register again.
    if (this.socket.closed) return;
    this.person = ticket.caller;
    if (ticket.caller.role === 'jobseeker') this.feed = this.feedOf(ticket.caller.owner);
    if (!this.tools.welcome(this)) return this.socket.close(closeCodes.tooMany);
    this.watchSignIn(ticket.caller.expiresAt);
    await this.start(hello, ticket.caller.owner);
  }

  /** It listens already; what comes meanwhile waits behind what was missed. */
  private async start({ epoch: known, position: from }: Hello, owner: string): Promise<void> {
    const epoch = await this.tools.epoch();
    const { feed } = this;
    if (feed === undefined) return this.socket.send({ type: 'ready', recovered: false, epoch, position: 0 });
    const sameLog = known === undefined || known === epoch;
    const follows = from !== undefined && sameLog && (await this.tools.kept(owner, from));
    const missed = follows ? await feed.missed(from) : undefined;
    const position = await this.tools.newest(owner);
    this.socket.send({ type: 'ready', recovered: missed !== undefined, epoch, position });
    feed.open(missed === undefined ? position : (from ?? 0), missed ?? []);
    this.watchIdle(feed);
  }

  private feedOf(owner: string): InboxFeed {
    const feed = new InboxFeed(this.tools.readFrom(owner), (alert, told) =>
      this.socket.send({ type: 'alert', position: alert.position, alert, ...told }),
    );
    feed.hold();
    return feed;
  }

  /** A hint may get lost; the inbox is the truth, so an idle socket is compared with it. */
  private watchIdle(feed: InboxFeed): void {
    const look = async (): Promise<void> => {
      const idle = performance.now() - this.socket.lastSentAt >= IDLE_MS;
      if (idle && !(await feed.catchUp())) return this.socket.close(closeCodes.replaced);
      this.after('idle', IDLE_MS, next);
    };
    const next = (): void => void look().catch(() => this.socket.close(closeCodes.restart));
    this.after('idle', IDLE_MS, next);
  }

  private async renew(ticket: string): Promise<void> {
    const renewed = await this.tools.redeem(ticket);
    if (renewed === undefined || renewed.caller.owner !== this.person?.owner)
      return this.socket.close(closeCodes.badTicket);
    this.watchSignIn(renewed.caller.expiresAt);
  }

  private watchSignIn(expiresAt: number): void {
    const left = expiresAt * 1000 - this.tools.clock.now().getTime();
    if (left <= 0) return this.socket.close(closeCodes.signInEnded);
    const warnIn = Math.max(0, left - Math.min(RENEW_BEFORE_MS, left / 2));
    this.after('sign-in', warnIn, () => {
      this.socket.send({ type: 'renew', before: new Date(expiresAt * 1000).toISOString() });
      this.after('sign-in', left - warnIn, () => this.socket.close(closeCodes.signInEnded));
    });
  }

  private after(name: 'hello' | 'sign-in' | 'idle', milliseconds: number, work: () => void): void {
    clearTimeout(this.timers.get(name));
    if (this.socket.closed) return;
    this.timers.set(name, setTimeout(work, Math.min(milliseconds, LONGEST_TIMER_MS)));
  }
}

function parse(text: string): ClientMessage | undefined {
  try {
    return ClientMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
