import { serviceNames, type ServiceName } from '@jobwire/contracts';
import { z } from 'zod';
import { houseShape } from '../settings/shapes.js';

const Address = z.templateLiteral([z.enum(serviceNames), '=', z.string()]);

/** `name=http://host:port`, separated by commas; a service with several processes is named several times. */
const Addresses = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(Address))
  .transform((list) => {
    const pairs = list.map((one) => one.split(/=(.*)/, 2) as [ServiceName, string]);
    const byName = Map.groupBy(pairs, ([name]) => name);
    return new Map([...byName].map(([name, ones]) => [name, ones.map(([, address]) => address)]));
  })
  .refine((all) => [...all.values()].flat().every((address) => z.url().safeParse(address).success));

/** What the front door takes besides. */
export const frontDoorShape = {
  ...houseShape,
  JOBWIRE_SERVICES: Addresses,
  /** Where the pages reach the public API; the front door itself when absent. */
  JOBWIRE_URL: z.url().optional(),
};

export type FrontDoorSettings = z.output<z.ZodObject<typeof frontDoorShape>>;
