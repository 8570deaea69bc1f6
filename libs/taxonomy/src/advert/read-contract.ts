/** The kinds of contract vacancies are filtered by. */
export type Contract = 'permanent' | 'temporary' | 'fixed-term' | 'apprenticeship';

// Order matters: "12 month fixed term, could become permanent" is fixed-term, "apprenticeship leading to a permanent post" an apprenticeship.
const patterns: readonly [Contract, RegExp][] = [
  [
    'apprenticeship',
    /^.{0,60}\bapprentice(?:ship)?\b(?! levy)|\b(?:apprenticeship (?:post|role|position|vacancy|opportunity|contract)|(?:post|role|position) is an apprenticeship|join us as an? (?:\w+ ){0,2}apprentice)\b/i,
  ],
  [
    'fixed-term',
    /\bfixed[\s-]?term\b|\bftc\b|\b\d{1,2}[\s-]?months? (?:contract|post|position|maternity|secondment|temporary)\b|\bsecondment\b|\bmaternity (?:leave )?cover\b|\bcontract length\b/i,
  ],
  [
    'temporary',
    /\btemporary\b(?! (?:accommodation|staffing|workforce))|\btemp\b(?! to perm)|\blocum\b|\bzero hours?\b|\bcasual\b|\bseasonal\b|\bbank (?:staff|nurse|post|contract|worker|position|vacancy|shifts?|only)\b|^bank\b|[-(]\s?bank\b/i,
  ],
  ['permanent', /\bpermanent\b|\bsubstantive\b|\btemp to perm\b/i],
];

/** The contract a title, field or text states; undefined when it states none. */
export function readContract(text: string): Contract | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}
