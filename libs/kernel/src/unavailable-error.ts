/** A dependency is away: a full disk, a store or a broker that does not answer. Wait and try again; nothing is to blame. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}
