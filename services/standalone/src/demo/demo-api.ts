import { calls, type Call } from '@jobwire/contracts';
import { signToken, type Instance, type TokenClaims } from '@jobwire/platform';
import { developmentPeople } from '@jobwire/web/app.module';

/** The public API as employers and jobseekers of the sample set call it. */
export class DemoApi {
  constructor(
    private readonly url: string,
    private readonly instance: Instance,
  ) {}

  /** The id of the vacancy. */
  async post(employer: string, vacancy: object): Promise<string> {
    const answer = await this.call(calls.postVacancy, claimsOfEmployer(employer), { body: vacancy });
    return ((await answer.json()) as { id: string }).id;
  }

  /** False when somebody closed it in the meantime. */
  async change(employer: string, id: string, patch: object): Promise<boolean> {
    const answer = await this.call(calls.changeVacancy, claimsOfEmployer(employer), { id, body: patch });
    return answer.ok;
  }

  async close(employer: string, id: string): Promise<void> {
    await this.call(calls.closeVacancy, claimsOfEmployer(employer), { id });
  }

  async write(subject: string, profile: object): Promise<void> {
    await this.call(calls.putProfile, claimsOfJobseeker(subject), { body: profile });
  }

  /** False for a person who was erased, by whoever tries the page. */
  async has(subject: string): Promise<boolean> {
    return (await this.call(calls.getProfile, claimsOfJobseeker(subject))).ok;
  }

  private async call(
    call: Call,
    claims: TokenClaims,
    { id = '', body }: { id?: string; body?: object } = {},
  ): Promise<Response> {
    const answer = await fetch(new URL(call.path.replace('{id}', id), this.url), {
      method: call.method,
      headers: {
        Authorization: `Bearer ${await signToken(this.instance, claims)}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.ok || answer.status === 404 || answer.status === 409) return answer;
    throw new Error(`${call.name} was answered ${answer.status}: ${await answer.text()}`);
  }
}

function claimsOfEmployer(id: string): TokenClaims {
  const name = developmentPeople.employers.find((employer) => employer.id === id)?.name;
  return { role: 'employer', subject: `people-of-${id}`, employer: id, employerName: name, expires: '1h' };
}

function claimsOfJobseeker(subject: string): TokenClaims {
  return { role: 'jobseeker', subject, expires: '1h' };
}
