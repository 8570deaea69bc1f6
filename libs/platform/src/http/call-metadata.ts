/** Where a controller's method keeps the declaration it answers. */
export const CALL = Symbol('call');
