import { readFileSync } from 'node:fs';

/** A vacancy of the sample set, as its employer posts it. */
export interface SampleVacancy {
  readonly employer: string;
  readonly vacancy: {
    readonly title: string;
    readonly occupation: string;
    readonly skills: { readonly required: readonly string[]; readonly desired: readonly string[] };
    readonly salary: { readonly min: number; readonly max: number; readonly unit: string };
  };
}

/** A person of the sample set, as they write their profile. */
export interface SampleProfile {
  readonly subject: string;
  readonly profile: {
    readonly skills: readonly { readonly skill: string; readonly level?: number }[];
    readonly occupations: readonly string[];
  };
}

export interface SampleSet {
  readonly vacancies: readonly SampleVacancy[];
  readonly profiles: readonly SampleProfile[];
}

/** The project's own sample set: nobody in it is real. */
export function loadSampleSet(): SampleSet {
  return {
    vacancies: read('sample-vacancies.json') as SampleVacancy[],
    profiles: read('sample-profiles.json') as SampleProfile[],
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}
