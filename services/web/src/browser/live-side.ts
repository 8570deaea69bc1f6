import type { ServerMessage } from '@jobwire/contracts';
import type { Announcer } from './announcer.js';
import { connectionInWords } from './connection-words.js';
import { KnownItems } from './known-items.js';
import { LivePart } from './live-part.js';
import { LiveSocket } from './live-socket.js';
import { ticketsOf } from './tickets.js';

/** Keeps one side of the page live: its socket, its part, its state in words. */
export class LiveSide {
  private readonly part: LivePart;
  private readonly socket: LiveSocket;
  private readonly known = new KnownItems();
  private begun = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly words: HTMLElement,
    private readonly announcer: Announcer,
    private readonly content: HTMLElement,
    held: HTMLElement,
  ) {
    const side = root.dataset['live'] ?? '';
    this.part = new LivePart(content, held, () => this.learnShown());
    const tickets = ticketsOf(side, document.body.dataset['csrf'] ?? '');
    const place = side === 'jobseeker' ? placeOf(content) : undefined;
    this.socket = new LiveSocket(addressOf(location), tickets, this.events(), place);
    this.learnShown();
  }

  start(): void {
    window.addEventListener('online', () => this.socket.hurry());
    void this.socket.open();
  }

  private events() {
    return {
      connection: (connection: Parameters<typeof connectionInWords>[0]): void => {
        this.root.dataset['connection'] = connection.state;
        this.words.textContent = connectionInWords(connection);
      },
      message: (message: ServerMessage): void => this.take(message),
    };
  }

  private take(message: ServerMessage): void {
    if (message.type === 'ready') return this.ready(message.recovered);
    if (message.type === 'alert') return this.takeAlert(message);
    if (message.type === 'candidate') this.takeCandidate(message);
  }

  /** Hints that came while the socket was away are lost: the list is read again. */
  private ready(recovered: boolean): void {
    if (!recovered) this.known.clear();
    if (this.begun || !recovered) this.part.hint();
    this.begun = true;
  }

  private takeAlert({ position, alert }: ServerMessage & { type: 'alert' }): void {
    if (!this.known.learn(alert.id, position)) return;
    this.announcer.add({ kind: 'alert', id: alert.id, state: alert.state });
    this.part.hint();
  }

  private takeCandidate({ vacancyId, candidate }: ServerMessage & { type: 'candidate' }): void {
    const vacancy =
      this.content.querySelector(`[data-vacancy="${CSS.escape(vacancyId)}"]`)?.textContent ?? '';
    this.announcer.add({ kind: 'candidate', id: candidate.pseudonym, vacancy: vacancy.trim() });
    this.part.hint();
  }

  private learnShown(): void {
    for (const item of this.content.querySelectorAll<HTMLElement>('[data-key][data-position]'))
      this.known.learn(item.dataset['key'] ?? '', Number(item.dataset['position']));
  }
}

function placeOf({ dataset }: HTMLElement): { epoch: string; position: number } | undefined {
  const epoch = dataset['epoch'];
  return epoch === undefined ? undefined : { epoch, position: Number(dataset['position'] ?? 0) };
}

function addressOf({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`;
}
