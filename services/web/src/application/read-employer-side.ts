import { calls, type Problem, type Vacancy } from '@jobwire/contracts';
import type { JobwireSite } from './jobwire-site.js';
import { candidateView, type CandidateView } from '../domain/candidate-view.js';
import { vacancyView, type VacancyView } from '../domain/vacancy-view.js';

export interface CandidatesView {
  readonly items: readonly CandidateView[];
  readonly next?: string | undefined;
  readonly paged: boolean;
}

export interface EmployerSide {
  readonly open: readonly VacancyView[];
  readonly ended: readonly VacancyView[];
  readonly chosen?: VacancyView;
  readonly candidates?: CandidatesView;
  readonly problem?: Problem;
}

export interface EmployerView {
  readonly vacancy?: string | undefined;
  readonly after?: string | undefined;
}

const OPEN = 25;
const ENDED = 5;
const CANDIDATES = 20;
/** The API tells no total: the list is counted as far as one short page goes. */
const COUNTED = 50;

/** Own vacancies with their numbers of candidates, and the candidates of the one chosen. */
export async function readEmployerSide(
  site: JobwireSite,
  token: string,
  view: EmployerView,
): Promise<EmployerSide> {
  const [open, ended] = await Promise.all([
    site.ask(calls.listVacancies, { token, query: { mine: 'true', status: 'open', limit: OPEN } }),
    site.ask(calls.listVacancies, { token, query: { mine: 'true', status: 'closed', limit: ENDED } }),
  ]);
  if (!open.ok) return { open: [], ended: [], problem: open.problem };
  const rows = await Promise.all(open.body.items.map((vacancy) => rowOf(site, token, vacancy)));
  const chosen = rows.find((row) => row.id === view.vacancy) ?? rows[0];
  const candidates =
    chosen === undefined ? undefined : await readCandidates(site, token, chosen.id, view.after);
  return {
    open: rows,
    ended: ended.ok ? ended.body.items.map((vacancy) => vacancyView(vacancy)) : [],
    ...(chosen === undefined ? {} : { chosen }),
    ...(candidates === undefined ? {} : candidates),
  };
}

export async function readCandidates(
  site: JobwireSite,
  token: string,
  id: string,
  after?: string,
): Promise<Pick<EmployerSide, 'candidates' | 'problem'>> {
  const query = { limit: CANDIDATES, ...(after === undefined ? {} : { after }) };
  const reply = await site.ask(calls.listCandidates, { token, params: { id }, query });
  if (!reply.ok) return { problem: reply.problem };
  const items = reply.body.items.map(candidateView);
  return { candidates: { items, next: reply.body.next, paged: after !== undefined } };
}

async function rowOf(site: JobwireSite, token: string, vacancy: Vacancy): Promise<VacancyView> {
  const asked = { token, params: { id: vacancy.id }, query: { limit: COUNTED } };
  const reply = await site.ask(calls.listCandidates, asked);
  if (!reply.ok) return vacancyView(vacancy);
  const more = reply.body.next === undefined ? '' : '+';
  return vacancyView(vacancy, `${reply.body.items.length}${more}`);
}
