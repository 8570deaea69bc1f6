import {
  findPlaces,
  findQualifications,
  readClosingDate,
  readShifts,
  type Gazetteer,
} from '@jobwire/taxonomy';
import type { ReadFromText } from './vacancy.js';

/** What is less sure than this is more often a place that is only talked of. */
const SURE_ENOUGH = 0.6;
const MOST_PLACES = 5;
/** A text with more is a list of words. */
const MOST_QUALIFICATIONS = 50;

/** What the text says beside skills and pay, each with its words; what it does not say has no key. */
export function readFromText(text: string, gazetteer: Gazetteer, postedAt: Date): ReadFromText {
  const closingDate = readClosingDate(text, postedAt);
  const shifts = readShifts(text);
  const places = findPlaces(text, gazetteer)
    .places.filter(({ confidence }) => confidence >= SURE_ENOUGH)
    .slice(0, MOST_PLACES);
  const qualifications = findQualifications(text)
    .slice(0, MOST_QUALIFICATIONS)
    .map(({ text: quote, ...one }) => ({ ...one, quote }));
  return {
    ...(closingDate === undefined ? {} : { closingDate }),
    ...(shifts.length === 0 ? {} : { shifts }),
    ...(places.length === 0 ? {} : { places }),
    ...(qualifications.length === 0 ? {} : { qualifications }),
  };
}
