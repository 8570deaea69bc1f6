import { isOriginAllowed } from './origin.js';

it.each<[boolean, string, string | undefined, string | undefined]>([
  [true, 'no browser', undefined, 'jobwire.example'],
  [true, 'our own page', 'https://jobwire.example', 'jobwire.example'],
  [true, 'our own page on a port', 'http://127.0.0.1:3000', '127.0.0.1:3000'],
  [true, 'a page the operator named', 'https://partner.example', 'jobwire.example'],
  [false, 'another site', 'https://evil.example', 'jobwire.example'],
  [false, 'another port', 'http://127.0.0.1:4000', '127.0.0.1:3000'],
  [false, 'a site whose name begins like ours', 'https://jobwire.example.evil', 'jobwire.example'],
  [false, 'a site that has our name before an @', 'https://jobwire.example@evil.example', 'jobwire.example'],
  [false, 'a sandboxed page', 'null', 'jobwire.example'],
  [false, 'a file', 'file://', undefined],
  [false, 'nonsense', '???', 'jobwire.example'],
])('is %s that %s may open the websocket', (allowed, _, origin, host) => {
  const headers = { ...(origin === undefined ? {} : { origin }), ...(host === undefined ? {} : { host }) };
  expect(isOriginAllowed(headers, ['https://partner.example'])).toBe(allowed);
});
