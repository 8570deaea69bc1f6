// Qualifications in whole adverts against those we marked by reading: by kind, and by what is asked of them.
import { findQualifications } from '@jobwire/taxonomy';
import { advertTexts, labels } from './samples.js';

/** What stands at [at, end) of an advert. */
interface Mark {
  at: number;
  end: number;
  kind: string;
  need: string;
  level: number | null;
}

interface MarkedAdvert {
  advert: string;
  marks: Mark[];
}

export interface Share {
  right: number;
  of: number;
}

export interface QualificationFigures {
  adverts: number;
  /** Of those told, by kind or need as told, and "any". */
  precision: Map<string, Share>;
  /** Of those marked, by kind or need as marked, and "any". */
  recall: Map<string, Share>;
  /** Of the marked ones found. */
  level: Share;
  /** Told as required, and at most mentioned or desired by the mark. */
  wronglyRequired: number;
}

const isOver = (a: Mark, b: Mark): boolean => a.at < b.end && b.at < a.end;

function count(shares: Map<string, Share>, name: string, isRight: boolean): void {
  const share = shares.get(name) ?? { right: 0, of: 0 };
  shares.set(name, { right: share.right + (isRight ? 1 : 0), of: share.of + 1 });
}

/** Each of `these` by kind and need, right where one of `those` at its place has the same. */
function compare(shares: Map<string, Share>, these: readonly Mark[], those: readonly Mark[]): void {
  for (const one of these) {
    const same = those.filter((other) => isOver(one, other));
    count(shares, 'any', same.length > 0);
    count(
      shares,
      one.kind,
      same.some(({ kind }) => kind === one.kind),
    );
    count(
      shares,
      one.need,
      same.some(({ need }) => need === one.need),
    );
  }
}

export function measureQualifications(name: string): QualificationFigures {
  const texts = advertTexts();
  const adverts = labels<MarkedAdvert>(name);
  const figures: QualificationFigures = {
    adverts: adverts.length,
    precision: new Map(),
    recall: new Map(),
    level: { right: 0, of: 0 },
    wronglyRequired: 0,
  };
  for (const { advert, marks } of adverts) {
    const told = findQualifications(texts.get(advert) ?? '').map(({ start, ...one }) => ({
      ...one,
      at: start,
    }));
    compare(figures.precision, told, marks);
    compare(figures.recall, marks, told);
    for (const mark of marks) {
      const found = told.find((one) => isOver(one, mark));
      if (found) figures.level.of += 1;
      if (found?.level === mark.level) figures.level.right += 1;
      if (found?.need === 'required' && mark.need !== 'required') figures.wronglyRequired += 1;
    }
  }
  return figures;
}
