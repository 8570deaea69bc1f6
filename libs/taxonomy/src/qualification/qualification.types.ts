import type { Need } from '../taxonomy.types.js';

/** Of a college or university; of a school; of a trade, by subject or by level; of a professional body. */
export type QualificationKind = 'degree' | 'school' | 'vocational' | 'professional';

/** A qualification as `data/qualifications.json` has it. */
export interface Qualification {
  /** Stable; that of the starter taxonomy's skill where it knows the qualification. */
  id: string;
  label: string;
  kind: QualificationKind;
  /** 1 to 8, as in the Regulated Qualifications Framework; null where it is none or depends on the award. */
  level: number | null;
}

/** A qualification that `text`, at [start, end) of the text given in UTF-16 units, names. */
export interface FoundQualification extends Qualification {
  text: string;
  start: number;
  end: number;
  /** What it is in, as written; several are alternatives or, of school, all. */
  subjects: string[];
  need: Need;
  /** Something else does as well: an equivalent, experience, or the qualification named beside it. */
  orEquivalent: boolean;
  /** Whoever works towards it may apply, or says so in a CV. */
  inProgress: boolean;
  /** 0 to 1: how sure it is that the text means this qualification. */
  confidence: number;
}
