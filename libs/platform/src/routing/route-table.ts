import type { Call, ServiceName } from '@jobwire/contracts';

export type Routed =
  | { readonly kind: 'service'; readonly service: ServiceName }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

interface Route {
  readonly pattern: RegExp;
  readonly literals: number;
  readonly method: string;
  readonly service: ServiceName;
}

/** Which service answers what, derived from the declarations; a literal segment wins over a parameter. */
export class RouteTable {
  private readonly routes: readonly Route[];

  constructor(calls: readonly Call[]) {
    this.routes = calls.map(routeOf).toSorted((a, b) => b.literals - a.literals);
  }

  find(method: string, path: string): Routed {
    const matching = this.routes.filter((route) => route.pattern.test(path));
    const [best] = matching;
    if (best === undefined) return { kind: 'unknown' };
    const here = matching.filter((route) => route.literals === best.literals);
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = here.find((route) => route.method === wanted);
    if (found !== undefined) return { kind: 'service', service: found.service };
    return { kind: 'wrong-method', allowed: [...new Set(here.map((route) => route.method))] };
  }
}

function routeOf(call: Call): Route {
  const segments = call.path.split('/').slice(1);
  const source = segments
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.')))
    .join('/');
  return {
    pattern: new RegExp(`^/${source}/?$`),
    literals: segments.filter((part) => !part.startsWith('{')).length,
    method: call.method,
    service: call.service,
  };
}
