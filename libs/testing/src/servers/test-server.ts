/** A server that tests may use, not necessarily alone: take topics and databases with a name of your own. */
export interface TestServer {
  /** `host:port` for Kafka, a connection string for MongoDB. */
  readonly address: string;
  /** Where it comes from, for people. */
  readonly source: string;
  stop(): Promise<void>;
}
