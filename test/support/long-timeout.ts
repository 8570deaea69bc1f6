// End-to-end tests wait for whole processes; eventually() fails sooner and says why.
import { jest } from '@jest/globals';

jest.setTimeout(30_000);
