import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CallRequest } from './call-request.js';

/** The checked input of the call, typed `Input<typeof calls.…>`. */
export const CallInput = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<CallRequest>().input,
);
