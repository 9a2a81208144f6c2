const NOWHERE = "http://hub.invalid";
const LONGEST = 2000;

/**
 * The address to return to after a sign-in: a path of this hub, with what follows it. Anything else (another origin, also
 * one in disguise such as "/\\example.org" or "/.//example.org", or sign-in itself) becomes the first page.
 */
export function returnAddress(asked: unknown, basePath: string): string {
	const first = `${basePath}/`;
	if (typeof asked !== "string" || asked.length > LONGEST || !asked.startsWith("/")) return first;
	if (!URL.canParse(asked, NOWHERE)) return first;
	const { origin, pathname, search, hash } = new URL(asked, NOWHERE);
	const isOwn = origin === NOWHERE && !pathname.startsWith("//") && pathname.startsWith(first);
	return isOwn && !pathname.startsWith(`${first}session`) ? pathname + search + hash : first;
}
