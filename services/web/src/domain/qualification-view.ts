import type { Profile, QualificationMention, Vacancy } from '@jobwire/contracts';
import { heldBeside } from './held-beside.js';
import { asLabel } from './in-words.js';

const MOST = 8;

type Asking = Pick<Vacancy, 'qualifications'>;

/** What a text asks for, and what of a person's stands beside it, in their own words. */
export interface QualificationView {
  readonly text: string;
  readonly held: readonly string[];
}

/** Each qualification once, with what the person has of the kind. */
export function qualificationsBeside(vacancy: Asking, profile?: Profile): QualificationView[] {
  const byText = new Map((vacancy.qualifications ?? []).map((one) => [inWords(one), one]));
  return [...byText].slice(0, MOST).map(([text, one]) => ({ text, held: heldBeside(one, profile) }));
}

/** "Degree, level 6, in psychology or sociology, or equivalent (required)": what a text names, each once, as it asks for it. */
export function qualificationsInWords(vacancy: Asking): string[] {
  return qualificationsBeside(vacancy).map(({ text }) => text);
}

function inWords(one: QualificationMention): string {
  const parts = [
    asLabel(one.label),
    one.level === null ? '' : `, level ${one.level}`,
    one.subjects.length === 0 ? '' : `, in ${subjectsInWords(one)}`,
    one.orEquivalent ? ', or equivalent' : '',
    one.inProgress ? ', or working towards it' : '',
  ];
  return `${parts.join('')} (${one.need})`;
}

function subjectsInWords({ kind, subjects }: QualificationMention): string {
  const list = new Intl.ListFormat('en-GB', { type: kind === 'school' ? 'conjunction' : 'disjunction' });
  return list.format(subjects);
}
