/** What a payment is for. */
export type PayUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** Pay as read: amounts in `currency` per `unit`, `min <= max`, one of them at least; `evidence` is the wording it was read from. */
export interface Pay {
  min?: number;
  max?: number;
  currency: string;
  unit: PayUnit;
  evidence: string;
}

/** The wording of an advert's pay and the fields of its feed, any of them missing. */
export interface PayInput {
  text?: string;
  min?: number;
  max?: number;
  currency?: string;
  unit?: string;
}
