import type { Pay, PayUnit } from './pay.types.js';

/** A full-time year: 37.5 hours a week, 5 days a week, 52 weeks, 12 months. */
const timesAYear: Readonly<Record<PayUnit, number>> = {
  hour: 37.5 * 52,
  day: 5 * 52,
  week: 52,
  month: 12,
  year: 1,
};

interface Amounts {
  min?: number | undefined;
  max?: number | undefined;
  unit: Pay['unit'];
}

/** Pay as whole amounts of its currency for a full-time year. */
export function yearlyPay(pay: Amounts): { min?: number; max?: number } {
  const yearly = (value: number) => Math.round(value * timesAYear[pay.unit]);
  return {
    ...(pay.min !== undefined && { min: yearly(pay.min) }),
    ...(pay.max !== undefined && { max: yearly(pay.max) }),
  };
}
