// Starts a MongoDB on the folder given, says its process and waits to be killed.
import { startMongo } from '../dist/index.js';

const server = await startMongo({ folder: process.argv[2] });
process.stdout.write(`${server.pid}\n`);
setInterval(() => undefined, 1000);
