// CloudEvents 1.0 in Kafka's binary mode. Own code because the SDK refuses null values, which are our tombstones,
// and validates each event against a JSON schema: docs/adr/0002-own-envelope.md.
export const ceHeaders = {
  id: 'ce_id',
  source: 'ce_source',
  type: 'ce_type',
  specVersion: 'ce_specversion',
  time: 'ce_time',
  subject: 'ce_subject',
  revision: 'ce_revision',
  /** Of the call that set it off. */
  correlationId: 'ce_correlationid',
  /** When that call began. */
  since: 'ce_since',
  contentType: 'content-type',
} as const;
