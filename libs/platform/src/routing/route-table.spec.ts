import { defineCall, type Call, type ServiceName } from '@jobwire/contracts';
import { RouteTable } from './route-table.js';

const call = (method: Call['method'], path: string, service: ServiceName): Call =>
  defineCall({ name: path, service, method, path, who: 'anyone', summary: '', answers: {} });

const table = new RouteTable([
  call('GET', '/vacancies/{id}', 'vacancies'),
  call('PATCH', '/vacancies/{id}', 'vacancies'),
  call('POST', '/vacancies/batch', 'profiles'),
  call('GET', '/vacancies/{id}/candidates', 'notifications'),
  call('POST', '/alerts/seen', 'notifications'),
  call('GET', '/.well-known/x', 'web'),
]);

it.each([
  ['GET', '/vacancies/1', 'vacancies'],
  ['HEAD', '/vacancies/1', 'vacancies'],
  ['GET', '/vacancies/1/', 'vacancies'],
  ['GET', '/vacancies/1/candidates', 'notifications'],
  ['POST', '/vacancies/batch', 'profiles'],
  ['GET', '/vacancies/a%2Fb', 'vacancies'],
])('%s %s goes to %s', (method, path, service) => {
  expect(table.find(method, path)).toEqual({ kind: 'service', service });
});

it.each([
  ['DELETE', '/vacancies/1', ['GET', 'PATCH']],
  ['GET', '/vacancies/batch', ['POST']],
  ['HEAD', '/alerts/seen', ['POST']],
  ['OPTIONS', '/vacancies/1', ['GET', 'PATCH']],
])('%s %s is not allowed, and what is allowed is named', (method, path, allowed) => {
  expect(table.find(method, path)).toEqual({ kind: 'wrong-method', allowed });
});

it.each([
  '/',
  '/vacancies',
  '/vacancies/',
  '/vacancies/1/2',
  '/vacancies/1/candidates/2',
  '/Xwell-known/x',
  '/vacancies//candidates',
])('%s is unknown', (path) => {
  expect(table.find('GET', path)).toEqual({ kind: 'unknown' });
});
