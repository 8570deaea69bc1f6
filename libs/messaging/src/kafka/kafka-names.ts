/** Topics and groups as the brokers know them: with the prefix. Everywhere else they go by their plain names. */
export class KafkaNames {
  constructor(private readonly prefix: string) {}

  topic(plain: string): string {
    return this.prefix + plain;
  }

  plain(topic: string): string {
    return topic.slice(this.prefix.length);
  }

  group(plain: string): string {
    return this.prefix + plain;
  }
}
