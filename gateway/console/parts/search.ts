/** The parameters of an address, as text. */
export type Search = Record<string, string>;

/** For `validateSearch` of a route: parameters as text. */
export const searchAsText = (raw: Record<string, unknown>): Search =>
	Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)]));
