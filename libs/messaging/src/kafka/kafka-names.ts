/** Topics and groups as the brokers know them: with the prefix. Everywhere else they go by their plain names. */
export class KafkaNames {
  constructor(private readonly prefix: string) {}

  topic(plain: string): string {
    return this.prefix + plain;
  }

  plain(topic: string): string {
    return topic.slice(this.prefix.length);
  }

  /**
   * A group for each topic: kafkajs deals the topics of a group out to members that never asked for them, and fetches
   * nothing while a batch is in hand, so that one topic's batch could wait for a record of another that never comes.
   */
  group(plain: string, topics: readonly string[]): string {
    return [this.prefix + plain, ...topics].join('.');
  }
}
