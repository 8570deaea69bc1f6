import { trusted, type Model } from 'mongoose';
import type { ItemDocument } from './item.document.js';

const AT_ONCE = 1000;

/**
 * The log is another one: its first set of each subject is news, and no place of the former is left. An item says which
 * log it was written on, so one that another replica has already written on the new log is left alone.
 */
export async function forgetLog(items: Model<ItemDocument>, logId: string): Promise<void> {
  const none = {
    logId,
    epoch: 0,
    offset: -1,
    position: { $min: ['$position', 0] },
    listPosition: { $min: ['$listPosition', 0] },
    version: { $add: ['$version', 1] },
  };
  for (let after = ''; ;) {
    const next = { _id: trusted({ $gt: after }) };
    const page = await items.find(next, { _id: 1 }).sort({ _id: 1 }).limit(AT_ONCE).lean();
    const last = page.at(-1)?._id;
    if (last === undefined) return;
    const former = { _id: trusted({ $gt: after, $lte: last }), logId: trusted({ $ne: logId }) };
    await items.updateMany(former, [{ $set: none }], { updatePipeline: true });
    after = last;
  }
}
