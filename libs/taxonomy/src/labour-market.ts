/** Yearly pay in pounds and the number of jobs of a SOC 2020 unit group, as the Office for National Statistics states them. */
export interface UnitPay {
  year: number;
  jobs?: number;
  median?: number;
  p10?: number;
  p25?: number;
  p75?: number;
  p90?: number;
}

/** A SOC 2020 unit group with the ISCO-08 groups it is linked to. */
export interface UnitGroup {
  code: string;
  title: string;
  description: string;
  tasks: readonly string[];
  titles: readonly string[];
  isco08: readonly string[];
}

/** A job profile of the National Careers Service; pay is in pounds a year. */
export interface CareerProfile {
  title: string;
  name: string;
  overview: string;
  titles: readonly string[];
  starterPay?: number;
  experiencedPay?: number;
}

/** What a taxonomy knows of the labour market; empty where it was built without. */
export interface LabourMarket {
  /** The unit group of a SOC 2020 code, with its pay. */
  unitGroup(soc2020: string): (UnitGroup & { pay?: UnitPay }) | undefined;
  /** The job profiles that describe an occupation. */
  profilesOf(occupationId: string): readonly CareerProfile[];
}
