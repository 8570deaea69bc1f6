// Reads what a person has out of a CV as plain text: skills and qualifications it claims, jobs it tells of. What it only hopes for is left out.
import { findQualifications } from '../qualification/find-qualifications.js';
import type { FoundQualification } from '../qualification/qualification.types.js';
import type { FoundSkill, RankedOccupation, Taxonomy } from '../taxonomy.types.js';
import { cvLines, sectionAt, type CvLine } from './cv-lines.js';

/** A skill that stands at [start, end) of the text. */
export interface HeldSkill {
  id: string;
  label: string;
  quote: string;
  start: number;
  end: number;
  confidence: number;
}

/** An occupation that a job title at [start, end) of the text names. */
export interface HeldOccupation extends RankedOccupation {
  quote: string;
  start: number;
  end: number;
}

/** A qualification at [start, end) of the text; `inProgress`: the person works towards it. */
export type HeldQualification = Pick<
  FoundQualification,
  'id' | 'label' | 'kind' | 'level' | 'subjects' | 'start' | 'end' | 'inProgress' | 'confidence'
> & { quote: string };

export interface CvReading {
  /** In the order of the text, each once. */
  skills: HeldSkill[];
  /** In the order of the text, each once. */
  occupations: HeldOccupation[];
  /** In the order of the text. */
  qualifications: HeldQualification[];
}

/** Of an item of a list of skills that is a skill's name and no more. */
const listedConfidence = 0.95;
/** Prose of a CV is about the person, but its skills are no surer than those of an advert. */
const leastConfidence = 0.25;
/** Of a title that names its occupation, however the ranking sees it. */
const leastTitle = 0.4;
const mostRanked = 20;
const longestItem = 6;
const longestTitle = 8;

const lacks =
  /\b(?:no|not|never|without|lack(?:ing|s)?|little|limited|yet to|want to|wish to|would (?:like|love) to|hope to|hoping to|keen to|eager to|plan(?:ning)? to|looking to|interested in|currently learning|aim to)\b[^.;\n]{0,60}$/i;

/** Whether the words before, in the same line, say that the person lacks it or only wants it. */
function isLacking(text: string, start: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return lacks.test(text.slice(Math.max(line, start - 90), start));
}

function heldOf(text: string, { id, label, start, end, confidence }: FoundSkill): HeldSkill {
  return { id, label, quote: text.slice(start, end), start, end, confidence };
}

/** An item of a list under "Skills" is read as a label; one that is none is left to the reader of prose. */
function listed(lines: readonly CvLine[], taxonomy: Taxonomy, text: string): HeldSkill[] {
  const items = lines.filter(({ section }) => section === 'skills').flatMap((line) => line.items);
  return items.flatMap(({ text: quote, start, end }) => {
    if (quote.split(/\s+/).length > longestItem || isLacking(text, start)) return [];
    const skill = taxonomy.resolveSkill(quote.replace(/\s*\([^()]*\)$/, ''));
    return skill?.known === true
      ? [{ id: skill.id, label: skill.label, quote, start, end, confidence: listedConfidence }]
      : [];
  });
}

function titles(lines: readonly CvLine[], taxonomy: Taxonomy): HeldOccupation[] {
  const items = lines.filter(({ section }) => section === 'jobs').flatMap((line) => line.items.slice(0, 3));
  return items.flatMap(({ text: quote, start, end }) => {
    if (quote.split(/\s+/).length > longestTitle || /[.!?]$/.test(quote)) return [];
    const named = taxonomy.occupationOfTitle(quote);
    if (named === undefined) return [];
    const { id, label, isco08: isco, soc2020: soc } = named;
    const ranked = taxonomy.classifyTitle(quote, mostRanked).find((one) => one.id === id);
    const confidence = Math.max(leastTitle, ranked?.confidence ?? 0);
    return [{ id, label, isco, soc, confidence, quote, start, end }];
  });
}

const once = <T extends { id: string; start: number; confidence: number }>(all: readonly T[]): T[] => {
  const best = new Map<string, T>();
  for (const one of all) if ((best.get(one.id)?.confidence ?? 0) < one.confidence) best.set(one.id, one);
  return [...best.values()].toSorted((a, b) => a.start - b.start);
};

function held({
  id,
  label,
  kind,
  level,
  subjects,
  text,
  start,
  end,
  inProgress,
  confidence,
}: FoundQualification): HeldQualification {
  return { id, label, kind, level, subjects, quote: text, start, end, inProgress, confidence };
}

function qualifications(
  plain: string,
  isOutside: (place: { start: number }) => boolean,
): HeldQualification[] {
  return findQualifications(plain)
    .filter((one) => (one.inProgress || !isLacking(plain, one.start)) && !isOutside(one))
    .map(held);
}

const skipped = new Set(['references', 'interests']);

/** The skills, jobs and qualifications of a CV, with where they stand in the text as given, in UTF-16 units. */
export function readCv(text: string, taxonomy: Taxonomy): CvReading {
  const { plain, lines } = cvLines(text);
  const isOutside = ({ start }: { start: number }) => skipped.has(sectionAt(lines, start));
  const papers = qualifications(plain, isOutside);
  const underWay = papers.filter(({ inProgress }) => inProgress);
  const isUnderWay = ({ start, end }: FoundSkill) =>
    underWay.some((paper) => paper.start < end && start < paper.end);
  const isClaimed = (found: FoundSkill) =>
    found.confidence >= leastConfidence &&
    !isOutside(found) &&
    !isLacking(plain, found.start) &&
    !isUnderWay(found);
  const inProse = taxonomy
    .findSkills(plain)
    .filter(isClaimed)
    .map((found) => heldOf(text, found));
  return {
    skills: once([...listed(lines, taxonomy, plain), ...inProse]),
    occupations: once(titles(lines, taxonomy)),
    qualifications: papers,
  };
}
