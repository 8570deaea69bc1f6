import type { Reason } from '@jobwire/contracts';
import type { ExplainOptions, Voice } from './voice.js';

type Part<P extends Reason['part']> = Extract<Reason, { part: P }>;

export function occupationText(
  { closeness, id }: Part<'occupation'>,
  { voice, labelOf }: ExplainOptions,
): string {
  if (closeness === 'not-stated') return 'Occupation not stated.';
  const looks = voice === 'jobseeker' ? 'You look for' : 'Looks for';
  if (closeness === 'none') return `${looks} another occupation.`;
  const kind = { same: 'this', 'unit-group': 'a very similar', 'minor-group': 'a similar' }[closeness];
  return `${looks} ${kind} occupation${id === undefined ? '' : `: ${labelOf(id)}`}.`;
}

export function distanceText({ reach, miles }: Part<'distance'>, { voice }: ExplainOptions): string {
  if (reach === 'remote') return 'Fully remote.';
  if (reach === 'nationwide') return 'Offered nationwide.';
  const from = voice === 'jobseeker' ? 'from you' : 'from the vacancy';
  if (miles === undefined) return voice === 'jobseeker' ? 'Within your radius.' : 'Within their radius.';
  if (miles < 1) return `Less than a mile ${from}.`;
  return `${miles} mile${miles === 1 ? '' : 's'} ${from}.`;
}

export function salaryText({ reading, yearly }: Part<'salary'>, { voice }: ExplainOptions): string {
  if (reading === 'not-stated') return 'Salary not stated.';
  const pays = yearly === undefined ? 'The pay' : `Pay of up to £${yearly.toLocaleString('en-GB')} a year`;
  const [your, name] = voice === 'jobseeker' ? ['your', 'you name'] : ['their', 'they name'];
  if (reading === 'no-wish') return `${pays}; ${name} no minimum.`;
  return `${pays} ${reading === 'meets' ? 'meets' : 'is below'} ${your} minimum.`;
}

const CONTRACT_TEXTS = {
  'not-stated': { jobseeker: 'Contract not stated.', employer: 'Contract not stated.' },
  meets: { jobseeker: 'A contract that you want.', employer: 'Wants this kind of contract.' },
  'no-wish': { jobseeker: 'You take any contract.', employer: 'Takes any contract.' },
} as const satisfies Record<Part<'contract'>['reading'], Record<Voice, string>>;

const HOURS_TEXTS = {
  'not-stated': { jobseeker: 'Hours not stated.', employer: 'Hours not stated.' },
  meets: { jobseeker: 'Hours that you want.', employer: 'Wants these hours.' },
  'no-wish': { jobseeker: 'You take any hours.', employer: 'Takes any hours.' },
} as const satisfies Record<Part<'hours'>['reading'], Record<Voice, string>>;

export function contractText({ reading }: Part<'contract'>, { voice }: ExplainOptions): string {
  return CONTRACT_TEXTS[reading][voice];
}

export function hoursText({ reading }: Part<'hours'>, { voice }: ExplainOptions): string {
  return HOURS_TEXTS[reading][voice];
}
