import sanitizeHtml from 'sanitize-html';
import { decodeEntities } from './decode-entities.js';
import { repairEncoding } from './repair-encoding.js';

/** An advert's text, safe to show (`html`) and to read (`text`). */
export interface CleanAdvert {
  html: string;
  text: string;
}

const allowedTags = ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'h2', 'h3', 'h4'];
const knownTag =
  /<\/?(?:p|br|div|span|ul|ol|li|strong|em|b|i|u|h[1-6]|a|table|tbody|thead|tr|td|th|font|section|article|blockquote|pre|hr|img|script|style|iframe|svg|object|embed|form|input|body|html|head|meta|link|title|header|footer|main|o:p|center|small|sup|sub|dl|dt|dd|button|video|audio|math|template|base|textarea|select|option)\b[^<>]*>/i;
// Control, format (zero-width) and private characters and halves of pairs, but not tab and newline.
const control = /(?![\t\n])\p{C}/gu;

const options: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: {},
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    div: 'p',
    tr: 'p',
    dt: 'p',
    dd: 'p',
    pre: 'p',
    blockquote: 'p',
    section: 'p',
    article: 'p',
  },
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'iframe',
    'svg',
    'template',
    'object',
  ],
  nestingLimit: 20,
};

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function paragraphs(text: string): string {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim());
  return blocks
    .filter((block) => block !== '')
    .map((block) => `<p>${escapeText(block).replaceAll('\n', '<br />')}</p>`)
    .join('\n');
}

const emptyBlock = /<(p|li|strong|em|b|i|h[2-4]|ul|ol)>(?:\s|<br \/>)*<\/\1>/g;

function withoutEmpty(html: string): string {
  const once = html.replaceAll(emptyBlock, '');
  return once.replaceAll(emptyBlock, '').trim();
}

const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** One line per paragraph, heading and break; list items begin with "- ". */
function textOf(html: string): string {
  const broken = html
    .replaceAll('\n', ' ')
    .replaceAll('<li>', '\n- ')
    .replaceAll(/<br \/>|<\/?(?:p|h[2-4]|ul|ol)>/g, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/g, '');
  const lines = unescapeText(broken)
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim());
  return lines.filter((line) => line !== '' && line !== '-').join('\n');
}

/**
 * Makes an advert's text safe. Takes plain text or HTML, escaped up to four times; gives HTML of paragraphs, breaks,
 * lists, headings and emphasis with no attribute at all, and plain text with one line per paragraph and "- " before
 * list items. A "<" that begins no tag survives in both. Control and zero-width characters go.
 */
export function cleanAdvert(input: string): CleanAdvert {
  const decoded = repairEncoding(decodeEntities(input))
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll(control, '');
  const html = knownTag.test(decoded)
    ? withoutEmpty(sanitizeHtml(decoded, options).replaceAll(control, ''))
    : paragraphs(decoded);
  return { html, text: textOf(html) };
}
