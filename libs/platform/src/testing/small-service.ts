// A service of a few calls, as any service starts, on a log in memory: what the platform does to every call shows on it.
import { Controller, Module, type DynamicModule } from '@nestjs/common';
import { defineCall, type Role } from '@jobwire/contracts';
import { DomainError, UnavailableError, systemClock } from '@jobwire/kernel';
import { openSqliteLog } from '@jobwire/messaging';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { signToken } from '../auth/tokens.js';
import { TokenVerifier } from '../auth/verifier.js';
import { Health } from '../health/health.js';
import { Answers } from '../http/answers.decorator.js';
import { Answered, type Input } from '../http/call-request.js';
import { CallInput } from '../http/input.decorator.js';
import { makeInstance } from '../instance/instance.js';
import { silentLogger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.js';
import type { ServiceContext } from '../service/service-context.js';
import { startService } from '../service/start-service.js';

const Thing = z.strictObject({ name: z.string(), parts: z.array(z.int()).default([]) });
const common = { service: 'web', summary: '' } as const;
const done = { 204: { description: '', body: null } };

const calls = {
  put: defineCall({
    ...common,
    name: 'put',
    method: 'PUT',
    path: '/things/{id}',
    who: ['employer'],
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject({ limit: z.coerce.number().int().min(1).default(7) }),
    body: Thing,
    bodyLimit: 1024,
    mediaTypes: ['application/merge-patch+json'],
    headers: { 'if-match': '' },
    answers: { 200: { description: '', body: z.object({ said: z.unknown() }) } },
  }),
  erase: defineCall({
    ...common,
    name: 'erase',
    method: 'DELETE',
    path: '/me',
    who: 'signed-in',
    answers: done,
  }),
  who: defineCall({
    ...common,
    name: 'who',
    method: 'GET',
    path: '/who',
    who: 'anyone',
    answers: { 200: { description: '', body: z.object({ role: z.string() }) } },
  }),
  fail: defineCall({
    ...common,
    name: 'fail',
    method: 'GET',
    path: '/fail/{how}',
    who: 'anyone',
    params: z.strictObject({ how: z.string() }),
    answers: done,
  }),
};

@Controller()
class ThingsController {
  @Answers(calls.put)
  put(@CallInput() { params, query, body, headers, caller }: Input<typeof calls.put>) {
    const said = { params, query, body, headers, employer: caller.employer };
    return new Answered({ said, secret: 'not declared' }, { headers: { ETag: '"1"' } });
  }

  @Answers(calls.erase)
  erase(): void {}

  @Answers(calls.who)
  who(@CallInput() { caller }: Input<typeof calls.who>) {
    return { role: caller?.role ?? 'nobody' };
  }

  @Answers(calls.fail)
  fail(@CallInput() { params }: Input<typeof calls.fail>): void {
    if (params.how === 'away') throw new UnavailableError('the disk of /data is full');
    if (params.how === 'missing')
      throw new DomainError({ kind: 'missing', code: 'NO_THING', message: 'why' });
    throw new TypeError('secret of alice');
  }
}

@Module({})
class ThingsModule {
  static of(): DynamicModule {
    return { module: ThingsModule, controllers: [ThingsController] };
  }
}

export interface SmallService {
  readonly url: string;
  readonly metrics: Metrics;
  token(role: Role): Promise<string>;
  stop(): Promise<void>;
}

export async function startSmallService(callsAMinute = 10_000): Promise<SmallService> {
  const instance = makeInstance();
  const log = openSqliteLog({ file: ':memory:', partitions: 1 });
  await log.ensureTopics([]);
  const metrics = new Metrics();
  const context: ServiceContext = {
    name: 'web',
    log,
    instance,
    metrics,
    verifier: await TokenVerifier.create(instance),
    clock: systemClock,
    logger: silentLogger(),
    health: new Health(),
    storage: { kind: 'sqlite', file: () => ':memory:' },
    origin: () => '',
    developmentSignIn: false,
    allowedOrigins: [],
    callsAMinute,
    partitions: 1,
  };
  const service = await startService({ name: 'web', module: () => ThingsModule.of() }, context);
  const server = createServer(service.handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    metrics,
    token: (role) => signToken(instance, { role, subject: role, employer: 'acme' }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await service.stop();
      await log.close();
    },
  };
}
