import type { QualificationMention, Vacancy } from '@jobwire/contracts';
import { asLabel } from './in-words.js';

const MOST = 8;

/** "Degree, level 6, in psychology or sociology, or equivalent (required)": what a text names, each once, as it asks for it. */
export function qualificationsInWords({ qualifications = [] }: Pick<Vacancy, 'qualifications'>): string[] {
  return [...new Set(qualifications.map(inWords))].slice(0, MOST);
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
