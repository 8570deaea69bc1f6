import { EventPattern } from '@nestjs/microservices';
import type { EventDefinition } from '@jobwire/contracts';
import type { EventBatch, Handled } from '../consumer/event-batch.js';

/** Keeps handlers of the log apart from those of any other transport in the application. */
export const LOG_TRANSPORT = Symbol('jobwire.log');

/** What a decorated method tells the transport. */
export interface HandlerExtras {
  readonly event: EventDefinition;
  readonly mode: 'group' | 'follow';
  readonly from: 'earliest' | 'latest';
}

type Method<Data> = (batch: EventBatch<Data>) => Promise<void | Handled>;
type HandlerDecorator<Data> = <Handler extends Method<Data>>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/** The method handles the event for the whole service: each record goes to one replica, at least once. */
export function OnEvents<Data>(event: EventDefinition<Data>): HandlerDecorator<Data> {
  return handler(event, 'group', 'earliest');
}

/** Every replica's method reads everything, without a group; from where it begins is decided at each start. */
export function FollowEvents<Data>(
  event: EventDefinition<Data>,
  { from }: { readonly from: 'earliest' | 'latest' },
): HandlerDecorator<Data> {
  return handler(event, 'follow', from);
}

function handler<Data>(
  event: EventDefinition<Data>,
  mode: HandlerExtras['mode'],
  from: HandlerExtras['from'],
): HandlerDecorator<Data> {
  // Nest types its decorator for methods of any data; the transport only calls with what the schema let through.
  return EventPattern(`${mode}:${event.type}`, LOG_TRANSPORT, {
    event,
    mode,
    from,
  }) as unknown as HandlerDecorator<Data>;
}
