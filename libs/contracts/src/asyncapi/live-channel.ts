import type { z } from 'zod';
import { ClientMessage, closeCodes, LIVE_PATH, ServerMessage } from '../live/messages.js';
import { schemaOf } from '../json-schema.js';

interface LiveMessage {
  /** `client.hello`, `server.alert`. */
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

type Side = 'client' | 'server';

/** The websocket: what each side says. */
export function liveChannel(): Record<string, unknown> {
  return {
    address: LIVE_PATH,
    servers: [{ $ref: '#/servers/live' }],
    description: `JSON text frames. Opened with a one-use ticket (POST /api/v1/live/tickets). Closed with ${closings()}.`,
    messages: Object.fromEntries(
      [...said('client'), ...said('server')].map(({ name }) => [
        name,
        { $ref: `#/components/messages/${name}` },
      ]),
    ),
    bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
  };
}

export function liveMessages(): Record<string, unknown> {
  return Object.fromEntries(
    [...said('client'), ...said('server')].map(({ name, payload }) => [
      name,
      { name, contentType: 'application/json', payload },
    ]),
  );
}

export function liveOperations(): Record<string, unknown> {
  return { 'live.hear': operation('receive', 'client'), 'live.tell': operation('send', 'server') };
}

function operation(action: 'send' | 'receive', side: Side): Record<string, unknown> {
  return {
    action,
    channel: { $ref: '#/channels/live' },
    messages: said(side).map(({ name }) => ({ $ref: `#/channels/live/messages/${name}` })),
  };
}

function said(side: Side): LiveMessage[] {
  const { options } = side === 'client' ? ClientMessage : ServerMessage;
  return options.map((option: z.ZodObject) => {
    const payload = schemaOf(option, side === 'client' ? 'input' : 'output');
    return { name: `${side}.${typeOf(payload)}`, payload };
  });
}

function typeOf(payload: Record<string, unknown>): string {
  const { properties } = payload as { properties: { type: { const: string } } };
  return properties.type.const;
}

function closings(): string {
  return Object.values(closeCodes)
    .map(({ code, reason }) => `${code} (${reason})`)
    .join(', ');
}
