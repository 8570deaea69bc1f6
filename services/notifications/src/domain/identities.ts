import { createHash, createHmac } from 'node:crypto';

/** One alert per pair, so its id follows from the pair. */
export function alertId(profileId: string, vacancyId: string): string {
  return createHash('sha256').update(`${profileId}\0${vacancyId}`).digest('base64url').slice(0, 22);
}

/** The name an employer knows a candidate by: another one for each employer, so that lists cannot be joined. */
export function pseudonymOf(secret: string, employerId: string, profileId: string): string {
  const name = `candidate\0${employerId}\0${profileId}`;
  return createHmac('sha256', secret).update(name).digest('base64url').slice(0, 22);
}
