/** A change and its revision share one random token; their ids differ in the prefix. */
type Named = "chg" | "rev";

export const idOfToken = (prefix: Named, token: string) => `${prefix}_${token}`;

/** The token in an id; undefined if it is no such id. */
export function tokenOf(prefix: Named, id: string): string | undefined {
	const [, kind, token] = /^([a-z]{3})_([0-9a-f]{32})$/.exec(id) ?? [];
	return kind === prefix ? token : undefined;
}
