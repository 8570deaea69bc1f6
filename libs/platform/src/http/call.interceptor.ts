import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Call } from '@jobwire/contracts';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { CALL } from './call-metadata.js';
import { Answered, type CallRequest } from './call-request.js';
import { readInput } from './read-input.js';

/** Reads the call's input before the handler and shapes its answer after: only declared fields leave the house. */
@Injectable()
export class CallInterceptor implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const call = this.reflector.get<Call>(CALL, context.getHandler());
    const request = context.switchToHttp().getRequest<CallRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    request.input = await readInput(call, request, response);
    return next.handle().pipe(map((result) => answer(call, response, result)));
  }
}

function answer(call: Call, response: Response, result: unknown): unknown {
  const { body, options } = result instanceof Answered ? result : new Answered(result);
  const status = options.status ?? Number(Object.keys(call.answers)[0]);
  response.status(status);
  for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
  const schema = call.answers[status]?.body;
  return schema === null || schema === undefined ? undefined : schema.parse(body);
}
