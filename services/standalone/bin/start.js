#!/usr/bin/env node
// Plain JavaScript, so that it can say what to do before anything needs a newer Node or a build.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Jobwire needs Node 24 and this is ${process.version}. It brings its own: run "npm ci" without --ignore-scripts and start it with "npm start".\n`,
  );
  process.exit(1);
}
try {
  await import('../dist/start.js');
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('dist/start.js')) throw error;
  process.stderr.write('Jobwire is not built yet: run "npm run build".\n');
  process.exit(1);
}
