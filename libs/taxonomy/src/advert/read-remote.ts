/** How much of the work can be done from elsewhere. */
export type Remote = 'none' | 'hybrid' | 'full';

const none =
  /\b(?:no (?:remote|home|hybrid)[\s-]?(?:work(?:ing)?|option)|not (?:a )?(?:remote|hybrid)|cannot be (?:done )?(?:remote|from home)|office[\s-]based only|on[\s-]?site only|fully on[\s-]?site)/i;
const full =
  /\b(?:fully|100%|completely|entirely) (?:remote|home[\s-]based)\b|\bremote[\s-](?:first|only)\b|\bremote (?:position|role|job|vacancy|post|contract)\b|\bhome[\s-]?based (?:position|role|job|vacancy|post|contract)\b|\btelecommut\w+|^[ \t]*(?:work )?remote(?:ly)?[ \t]*$|^location:? (?:remote|home[\s-]?based)\b|[-(,]\s?(?:remote|home[\s-]?based)\s?(?:$|[),-])/im;
const hybrid =
  /\bhybrid (?:work(?:ing)?|role|model|position|post|pattern|basis)\b|\bremote[\s-]?working\b|\bwork(?:ing)? (?:remotely|from home)\b|\bhome[\s-]?working\b|\bagile working\b|\b\d days? (?:a week |per week )?(?:from home|remote(?:ly)?|in the office)\b|^[ \t]*hybrid[ \t]*$|[-(,]\s?hybrid\b/gim;
// What holds only for the time being, and work at the homes of patients, is no promise.
const forNow =
  /\b(?:currently|at present|temporar\w+|covid|pandemic|lockdown|restrictions|service users|patients)\b/i;
const around = 90;

function isPromised(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  return !forNow.test(text.slice(Math.max(0, at - around), at + match[0].length + around));
}

/** What a text says of remote work; undefined when it says nothing. "Remote area" and "remote monitoring" say nothing. */
export function readRemote(text: string): Remote | undefined {
  if (none.test(text)) return 'none';
  if (full.test(text)) return 'full';
  return [...text.matchAll(hybrid)].some((match) => isPromised(text, match)) ? 'hybrid' : undefined;
}
