import { calls, type Problem, type Profile } from '@jobwire/contracts';
import type { ProfileBody } from '../domain/profile-form.js';
import type { Reply } from './answers.js';
import type { JobwireSite } from './jobwire-site.js';

const TRIES = 3;

/**
 * Reads the profile, changes it and writes it whole; begun anew when somebody else wrote in between.
 * `change` gets undefined where there is no profile yet.
 */
export async function changeProfile(
  site: JobwireSite,
  token: string,
  change: (profile: Profile | undefined) => ProfileBody,
): Promise<Reply<Profile>> {
  let problem: Problem | undefined;
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await site.ask(calls.getProfile, { token });
    if (!before.ok && before.problem.status !== 404) return before;
    const profile = before.ok ? before.body : undefined;
    const written = await site.ask(calls.putProfile, {
      token,
      body: change(profile),
      headers: onlyIf(profile),
    });
    if (written.ok || written.problem.status !== 412) return written;
    ({ problem } = written);
  }
  return { ok: false, problem: problem as Problem };
}

function onlyIf(profile: Profile | undefined): Record<string, string> {
  return profile === undefined ? {} : { 'If-Match': `"${profile.revision}"` };
}
