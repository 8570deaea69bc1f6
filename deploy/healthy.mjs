// For container health checks: this container's own service, not those behind its front door.
const port = process.env.JOBWIRE_PORT ?? '3000';
const path = process.argv[2] ?? '/health/live';
const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
