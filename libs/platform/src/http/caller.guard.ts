import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Call } from '@jobwire/contracts';
import { DomainError } from '@jobwire/kernel';
import type { Caller } from '../auth/caller.js';
import { TokenVerifier } from '../auth/verifier.js';
import { missingToken, wrongRole } from './auth.errors.js';
import { CallLimit } from './call-limit.js';
import { CALL } from './call-metadata.js';
import type { CallRequest } from './call-request.js';

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/** Lets through whom the declaration names. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(CallLimit) private readonly limit: CallLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const call = this.reflector.get<Call>(CALL, context.getHandler());
    const request = context.switchToHttp().getRequest<CallRequest>();
    const caller = await this.callerOf(request);
    if (caller !== undefined) request.caller = caller;
    await this.limit.count(caller?.owner ?? request.ip ?? 'unknown');
    if (call.who === 'anyone') return true;
    if (caller === undefined) throw missingToken();
    if (call.who !== 'signed-in' && !call.who.includes(caller.role)) throw wrongRole(call.who, caller);
    return true;
  }

  private async callerOf(request: CallRequest): Promise<Caller | undefined> {
    const header = request.headers.authorization;
    if (header === undefined) return undefined;
    const token = BEARER.exec(header)?.[1];
    if (token === undefined) {
      throw new DomainError({
        kind: 'unauthenticated',
        code: 'TOKEN_INVALID',
        message: 'The Authorization header is not "Bearer" and a token.',
      });
    }
    return this.verifier.verify(token);
  }
}
