// Real servers take their time where many share a machine; eventually() fails sooner and says why.
import { jest } from '@jest/globals';

jest.setTimeout(60_000);
