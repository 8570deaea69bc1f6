/** How much of the work can be done from elsewhere. */
export type Remote = 'none' | 'hybrid' | 'full';

const none =
  /\b(?:no (?:remote|home|hybrid)[\s-]?(?:work(?:ing)?|option)|not (?:a )?(?:remote|hybrid)|cannot be (?:done )?(?:remote|from home)|office[\s-]based only|on[\s-]?site only|fully on[\s-]?site)/i;
const hybrid =
  /\bhybrid (?:work(?:ing)?|role|model|position|post|pattern|basis)\b|\b(?:some|partial(?:ly)?|occasional) (?:remote|home)[\s-]?work(?:ing)?\b|\b\d days? (?:a week |per week )?(?:from home|remote(?:ly)?|in the office)\b|\bpart(?:ly)? (?:remote|home[\s-]based)\b|^\s*hybrid\s*$|[-(,]\s?hybrid\b/i;
const full =
  /\b(?:fully|100%|completely|entirely) remote\b|\bremote[\s-](?:first|based|only|position|role|job|work(?:er)?|vacancy|post|working)\b|\bwork(?:ing)? (?:remotely|from home)\b|\bhome[\s-]?(?:based|working)\b|\btelecommut\w+|^\s*remote\s*$|[-(,]\s?remote\s?(?:$|[),-])/im;

/** What a text says of remote work; undefined when it says nothing. "Remote area" and "remote monitoring" say nothing. */
export function readRemote(text: string): Remote | undefined {
  if (none.test(text)) return 'none';
  if (hybrid.test(text)) return 'hybrid';
  return full.test(text) ? 'full' : undefined;
}
