// How salary wordings are read, against two samples that were marked by reading them (the second before it was run).
import { readPay, yearlyPay } from '@jobwire/taxonomy';
import { labels, salaryWordings } from './samples.js';

interface PayLabel {
  advert: string;
  min?: number;
  max?: number;
}

export interface PayFigures {
  right: number;
  wrong: number;
  unknown: number;
  /** Wordings that state an amount, and all. */
  stated: number;
  all: number;
}

/** Pounds a year that rounding may cost. */
const slack = 2;

const isNear = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined || Math.abs(one - other) <= slack;

/** One bound at least is told, and none that contradicts. */
function isRight(label: PayLabel, told: { min?: number; max?: number }): boolean {
  const tellsOne =
    (told.min !== undefined && label.min !== undefined) ||
    (told.max !== undefined && label.max !== undefined);
  return tellsOne && isNear(label.min, told.min) && isNear(label.max, told.max);
}

export function measurePay(name: 'pay' | 'pay-second'): PayFigures {
  const wordings = salaryWordings();
  const figures = { right: 0, wrong: 0, unknown: 0, stated: 0, all: 0 };
  for (const label of labels<PayLabel>(name)) {
    const pay = readPay({ text: wordings.get(label.advert) ?? '' });
    const isStated = label.min !== undefined || label.max !== undefined;
    figures.all += 1;
    if (isStated) figures.stated += 1;
    if (pay === undefined) figures.unknown += isStated ? 1 : 0;
    else if (isRight(label, yearlyPay(pay))) figures.right += 1;
    else figures.wrong += 1;
  }
  return figures;
}
