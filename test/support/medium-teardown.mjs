import { servers } from './medium-setup.mjs';

export default async function stopServers() {
  await Promise.all(servers.map((server) => server.stop()));
}
