#!/usr/bin/env node
// Plain JavaScript, so that it can say what to do before anything needs a newer Node or a build.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Jobwire needs Node 24 and this is ${process.version}. It brings its own: run "npm ci" without --ignore-scripts and start it with "npm start".\n`,
  );
  process.exit(1);
}
// Everything in this process (`npm start`, `npm run demo`), or a process for each service (`npm run stack`).
const isStack = process.argv[2] === '--stack';
if (isStack) process.argv.splice(2, 1);
const program = isStack ? 'dist/stack.js' : 'dist/start.js';
try {
  await import(`../${program}`);
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes(program)) throw error;
  process.stderr.write('Jobwire is not built yet: run "npm run build".\n');
  process.exit(1);
}
