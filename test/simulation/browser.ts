import type { Alert, ServerMessage } from '@jobwire/contracts';
import type { NotificationsProcess } from './notifications-process.js';
import type { Surroundings } from './life.js';
import { Wire } from './wire.js';

/** One person's page: shows each item once by id and position, and comes back with its last position. */
export class Browser {
  private wire: Wire | undefined;
  private epoch: string | undefined;
  private last: number | undefined;
  private shown = new Map<string, Alert>();
  /** What a page without position shows is complete only once the inbox was read. */
  private loaded = false;

  constructor(
    readonly owner: string,
    private readonly around: Surroundings,
    private readonly complain: (fault: string) => void,
  ) {}

  get connected(): boolean {
    return this.wire !== undefined;
  }

  /** What is on the screen, by the alerts' ids. */
  view(): ReadonlyMap<string, string> {
    return new Map([...this.shown].map(([id, alert]) => [id, textOf(alert)]));
  }

  connect(replica: NotificationsProcess): void {
    if (replica.life.dead || !replica.listens) return;
    const wire: Wire = new Wire(
      () => this.around.sleep(this.around.chance.between(1, 4)),
      (message) => this.hear(message, replica),
      () => this.lost(wire),
    );
    this.wire = wire;
    replica.accept(wire.server);
    replica.life.onDeath(() => wire.close());
    const place = this.loaded ? { epoch: this.epoch, position: this.last } : {};
    wire.say({ type: 'hello', ticket: this.owner, ...place });
  }

  disconnect(): void {
    this.wire?.close();
  }

  /** The person deleted everything and left; who comes back comes with an empty page. */
  forget(): void {
    this.disconnect();
    this.last = undefined;
    this.loaded = false;
    this.shown = new Map();
  }

  private lost(wire: Wire): void {
    if (this.wire === wire) this.wire = undefined;
  }

  private hear(message: ServerMessage, replica: NotificationsProcess): void {
    if (message.type === 'ready') {
      this.around.say(
        `${this.owner} is connected to ${replica.life.name} at ${message.position}, recovered: ${message.recovered}`,
      );
      this.begin(message, replica);
    }
    if (message.type === 'alert') this.show(message.alert);
  }

  private begin(ready: Extract<ServerMessage, { type: 'ready' }>, replica: NotificationsProcess): void {
    this.epoch = ready.epoch;
    if (ready.recovered) return;
    this.last = ready.position;
    this.loaded = false;
    this.shown = new Map();
    void this.reload(replica);
  }

  private async reload(replica: NotificationsProcess): Promise<void> {
    const { wire } = this;
    const page = await replica.alerts.page({ owner: this.owner, order: 'newest', limit: 1000 });
    // A page that was left while it loaded: the next visit loads again.
    if (wire !== this.wire || wire === undefined) return;
    for (const alert of page.items) this.keep(alert);
    this.loaded = true;
  }

  private show(alert: Alert): void {
    this.around.say(`${this.owner} is shown ${alert.vacancyId}@${alert.position} ${textOf(alert)}`);
    if (alert.position < (this.last ?? 0)) this.complain(`${this.owner}: position went back`);
    this.last = alert.position;
    this.keep(alert);
  }

  private keep(alert: Alert): void {
    const known = this.shown.get(alert.id);
    if (known === undefined || known.position <= alert.position) this.shown.set(alert.id, alert);
  }
}

function textOf({ state, score }: Alert): string {
  return state === 'withdrawn' ? 'withdrawn' : `${score}`;
}
