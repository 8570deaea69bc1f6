// End-to-end tests wait for whole processes; eventually() fails sooner and says why.
import { jest } from '@jest/globals';
import { killLeftovers } from './start-jobwire.js';

jest.setTimeout(30_000);

// A test that fails half way leaves its process behind, and a living child keeps the test run from ending.
afterAll(() => killLeftovers());
