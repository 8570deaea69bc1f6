import { ClientMessage, ServerMessage, closeCodes } from '@jobwire/contracts';
import { z } from 'zod';
import { schemaRows, type Schema, type SchemaRow } from './schema-rows.js';

export interface MessageView {
  readonly type: string;
  readonly from: 'client' | 'server';
  readonly rows: readonly SchemaRow[];
}

export interface LiveReference {
  readonly messages: readonly MessageView[];
  readonly closeCodes: readonly {
    readonly code: number;
    readonly reason: string;
    readonly comeBack: boolean;
  }[];
}

/** The websocket's messages and close codes, made from their declarations. */
export function liveReference(): LiveReference {
  return {
    messages: [...messagesOf(ClientMessage, 'client'), ...messagesOf(ServerMessage, 'server')],
    closeCodes: Object.values(closeCodes)
      .map(({ code, reason }) => ({ code, reason, comeBack: code >= 3000 && code < 3500 }))
      .toSorted((a, b) => a.code - b.code),
  };
}

function messagesOf(union: z.ZodType, from: MessageView['from']): MessageView[] {
  const schema = z.toJSONSchema(union, { io: 'input', reused: 'inline', unrepresentable: 'any' }) as Schema;
  return (schema.oneOf ?? schema.anyOf ?? []).map((message) => ({
    from,
    type: nameOf(message),
    rows: schemaRows(message).filter((row) => row.name !== 'type'),
  }));
}

function nameOf(message: Schema): string {
  const name = message.properties?.['type']?.const;
  return typeof name === 'string' ? name : '';
}
