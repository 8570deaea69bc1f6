// Everything that these tests start is the stack, on the servers of the run, under a prefix of its own each time.
process.env['JOBWIRE_TEST_STACK'] = 'true';
