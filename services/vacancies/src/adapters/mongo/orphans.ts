import type { PipelineStage } from 'mongoose';

/** Open duplicates whose twin is not public any more or says something else, oldest first. */
export const ORPHANS_FIRST: readonly PipelineStage[] = [
  { $match: { 'vacancy.status': 'open', 'vacancy.duplicateOf': { $exists: true } } },
  { $sort: { 'vacancy.postedAt': 1, _id: 1 } },
  {
    $lookup: {
      from: 'vacancies',
      localField: 'vacancy.duplicateOf',
      foreignField: '_id',
      let: { text: '$vacancy.fingerprint' },
      pipeline: [
        { $match: { 'vacancy.isPublic': true, $expr: { $eq: ['$vacancy.fingerprint', '$$text'] } } },
        { $project: { _id: 1 } },
      ],
      as: 'twin',
    },
  },
  { $match: { twin: { $size: 0 } } },
  { $project: { twin: 0 } },
];
