import {
  applyDecorators,
  Header,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { Call } from '@jobwire/contracts';
import { CALL } from './call-metadata.js';
import { CallInterceptor } from './call.interceptor.js';
import { CallerGuard } from './caller.guard.js';

/** Binds a controller's method to a declared call: its route, who may call, its input, its answer. */
export function Answers(call: Call): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[call.method], path: call.path.replace(/\{(\w+)\}/g, ':$1') }),
    SetMetadata(CALL, call),
    Header('Cache-Control', 'no-store'),
    UseGuards(CallerGuard),
    UseInterceptors(CallInterceptor),
  );
}
