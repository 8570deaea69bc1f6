import type { LiveConnection } from './live-connection.js';

/** Tabs and devices of one person; more is a mistake or an attack. */
const MOST_PER_PERSON = 50;

/** Who is connected, by person and by employer. */
export class Registry {
  private readonly byOwner = new Map<string, Set<LiveConnection>>();
  private readonly byEmployer = new Map<string, Set<LiveConnection>>();

  /** False when the person has too many already. */
  add(connection: LiveConnection): boolean {
    const { person } = connection;
    if (person === undefined || this.ofOwner(person.owner).size >= MOST_PER_PERSON) return false;
    put(this.byOwner, person.owner, connection);
    if (person.employerId !== undefined) put(this.byEmployer, person.employerId, connection);
    return true;
  }

  remove(connection: LiveConnection): void {
    const { person } = connection;
    if (person === undefined) return;
    take(this.byOwner, person.owner, connection);
    if (person.employerId !== undefined) take(this.byEmployer, person.employerId, connection);
  }

  ofOwner(owner: string): ReadonlySet<LiveConnection> {
    return this.byOwner.get(owner) ?? new Set();
  }

  ofEmployer(employerId: string): ReadonlySet<LiveConnection> {
    return this.byEmployer.get(employerId) ?? new Set();
  }
}

function put(map: Map<string, Set<LiveConnection>>, key: string, connection: LiveConnection): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([connection]));
  else known.add(connection);
}

function take(map: Map<string, Set<LiveConnection>>, key: string, connection: LiveConnection): void {
  const known = map.get(key);
  known?.delete(connection);
  if (known?.size === 0) map.delete(key);
}
