/** What a search is after. */
export interface Ask {
  /** Least score, 0 to 100. */
  readonly threshold: number;
  /** Only who has every required skill, itself or as something narrower. */
  readonly strict: boolean;
  /** Only so many, the best. */
  readonly best: number;
}
