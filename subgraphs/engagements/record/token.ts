/** A change and the revision that it made bear one random token, and differ in the beginning of their id. */
type Named = "chg" | "rev";

export const idOfToken = (prefix: Named, token: string) => `${prefix}_${token}`;

/** The token in an id; undefined where it can be the id of none. */
export function tokenOf(prefix: Named, id: string): string | undefined {
	const [, kind, token] = /^([a-z]{3})_([0-9a-f]{32})$/.exec(id) ?? [];
	return kind === prefix ? token : undefined;
}
