import type { Problem } from '@jobwire/contracts';
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 8;
const FIRST_PAUSE_MS = 250;

/** Calls a running Jobwire. What is busy or away for a moment is asked again. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws Error that says what to do when the answer is a refusal or nobody answers */
  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const text = JSON.stringify(body);
    for (let tries = 1; ; tries++) {
      const response = await this.send(path, text).catch((error: unknown) => this.away(error, tries));
      if (response?.ok === true) return (await response.json()) as Answer;
      if (response !== undefined && !isTemporary(response.status)) throw await refusal(response);
      if (tries >= TRIES) throw response === undefined ? this.nobody() : await refusal(response);
      await pause(waitOf(response, tries));
    }
  }

  private send(path: string, body: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    return fetch(new URL(path, this.url), { method: 'POST', headers, body });
  }

  private away(error: unknown, tries: number): undefined {
    if (tries >= TRIES) throw this.nobody(error);
  }

  private nobody(cause?: unknown): Error {
    return new Error(`Nobody answers at ${this.url}: start Jobwire, or set JOBWIRE_URL.`, { cause });
  }
}

function isTemporary(status: number): boolean {
  return status === 429 || status === 503;
}

function waitOf(response: Response | undefined, tries: number): number {
  const asked = Number(response?.headers.get('retry-after'));
  return asked > 0 ? asked * 1000 : FIRST_PAUSE_MS * 2 ** (tries - 1);
}

async function refusal(response: Response): Promise<Error> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new Error(
    `Jobwire refused (${response.status} ${problem.code ?? ''}): ${problem.detail ?? 'no reason given'}`,
  );
}
