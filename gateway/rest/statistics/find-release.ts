import { type Ask, type Release, readLatest, readReleases } from "./release.ts";

/** Finds releases by their number or "latest". Those that were found are kept: they never change. */
export function findReleases(ask: Ask) {
	const known = new Map<string, Release>();

	return async (name: string): Promise<Release | undefined> => {
		if (name === "latest") return readLatest(ask);
		if (!/^[1-9]\d{0,8}$/.test(name)) return undefined;
		const found = known.get(name);
		if (found) return found;
		for (const release of await readReleases(ask)) known.set(String(release.number), release);
		return known.get(name);
	};
}
