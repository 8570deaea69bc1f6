/** The partition went to somebody else, or this consumer closes: what is in hand is left as it is, uncommitted. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}
