/** Where a service keeps what it keeps. */
export type Storage =
  | {
      readonly kind: 'sqlite';
      /** The file of one of its stores, `:memory:` where nothing is kept. */
      readonly file: (store: string) => string;
    }
  | {
      readonly kind: 'mongodb';
      /** May hold a password: never logged. */
      readonly uri: string;
      /** The service's own database. */
      readonly database: string;
    };

/** What ties a service's stores to their storage. */
export interface OpenStores {
  /**
   * To be called before the stores are used. Places remembered in another event log than this mean nothing: they are
   * forgotten, and what they stood for is published or taken anew. Where the storage is away and is waited for, the
   * stores answer UnavailableError until it is there.
   * @throws Error when the storage has a newer layout
   */
  open(logId: string): Promise<void>;
  close(): Promise<void>;
}
