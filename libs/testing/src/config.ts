// What tests read of the environment.
export interface TestSettings {
  /** Addresses of servers that are there already; set by the medium tests' own set-up, or by whoever has some. */
  readonly kafka: string | undefined;
  readonly mongodb: string | undefined;
  /** JOBWIRE_REQUIRE_SERVERS=true: a run without its servers fails instead of skipping. */
  readonly requireServers: boolean;
}

export function testSettings(environment: NodeJS.ProcessEnv = process.env): TestSettings {
  const { JOBWIRE_KAFKA, JOBWIRE_MONGODB, JOBWIRE_REQUIRE_SERVERS } = environment;
  return {
    kafka: given(JOBWIRE_KAFKA),
    mongodb: given(JOBWIRE_MONGODB),
    requireServers: JOBWIRE_REQUIRE_SERVERS === 'true',
  };
}

function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
