/** The two ways in which an engine reads postings, WebAssembly from the first one on: see `Tuning`. */
export const PLAIN_CODE = { by: 'plain code', sharedFrom: Infinity };
export const WEBASSEMBLY = { by: 'WebAssembly', sharedFrom: 0 };
export const LOOPS = [PLAIN_CODE, WEBASSEMBLY];
