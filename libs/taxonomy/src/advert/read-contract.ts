/** The kinds of contract vacancies are filtered by. */
export type Contract = 'permanent' | 'temporary' | 'fixed-term' | 'apprenticeship';

// Order matters: "12 month fixed term, could become permanent" is fixed-term, "apprenticeship leading to a permanent post" an apprenticeship.
const patterns: readonly [Contract, RegExp][] = [
  [
    'apprenticeship',
    /^.{0,60}\bapprentice(?:ship)?\b(?! levy)|\b(?:apprenticeship (?:post|role|position|vacancy|opportunity|contract|agreement)|(?:post|role|position) is an apprenticeship|join us as an? (?:\w+ ){0,2}apprentice)\b/gi,
  ],
  [
    'fixed-term',
    /\bfixed[\s-]?term\b|\bftc\b|\b\d{1,2}[\s-]?months? (?:contract|post|position|maternity|secondment|temporary)\b|\bsecondment\b|\bmaternity (?:leave )?cover\b|\bcover(?:ing)? (?:for )?[^.\n]{0,40}\bmaternity leave\b|\bcontract length\b/gi,
  ],
  [
    'temporary',
    /\btemporary\b(?! (?:accommodation|staffing|workforce|absence))|\btemp\b(?! to perm)|\blocum\b(?! sessions?)|\bzero hours?\b|\bcasual\b|\bseasonal\b|\bbank (?:staff|nurse|member|post|contract|worker|position|vacancy|only)\b|\b(?:for|as an?) bank (?!holiday)[a-z]+\b|\bjoin(?:ing)? (?:the|our) (?:(?!blood|tissue|milk|food)[\w&'\u2019-]+ ){0,4}bank\b(?! holiday)|^bank\b|[-(]\s?bank\b/gi,
  ],
  ['permanent', /\bpermanent\b|\bsubstantive\b|\btemp to perm\b/gi],
];

const lookAround = 40;
/** Who may apply, those already there, and what cannot be promised: none is the contract of this post. */
const otherBefore =
  /\b(?:open (?:only )?to|currently (?:serving )?an?|already|candidates who are|applicants|candidates|(?:of|by|alongside) our|commit to an?|not an?|opportunity (?:to|for))(?: an?)? $/i;
const otherAfter =
  /^ (?:in (?:the|their|a|this) |residen|loans?\b|housing\b|staff\b(?! nurse)|members?\b|employees?\b|workforce\b|status\b)/i;

const isOfPost = (text: string, { index, 0: { length } }: RegExpExecArray): boolean =>
  !otherBefore.test(text.slice(Math.max(0, index - lookAround), index)) &&
  !otherAfter.test(text.slice(index + length, index + length + lookAround));

/** The contract a title, field or text states; undefined when it states none. */
export function readContract(text: string): Contract | undefined {
  return patterns.find(([, pattern]) => [...text.matchAll(pattern)].some((one) => isOfPost(text, one)))?.[0];
}
