/** A manufacturer that this device knows. */
export type KnownSme = { id: string; name: string; city?: string | null; state?: string | null };

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function pairsOf(text: string): Set<string> {
	const letters = plain(text).replace(/[^\p{L}\p{N}]/gu, "");
	const pairs = new Set<string>();
	for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2));
	return pairs;
}

/** How near two names are, 0 to 1, by the pairs of letters that they have in common; a part of a name is near the whole. */
export function nearness(search: string, name: string): number {
	const [wanted, given] = [pairsOf(search), pairsOf(name)];
	if (wanted.size === 0) return 0;
	let common = 0;
	for (const pair of wanted) if (given.has(pair)) common++;
	return (common / wanted.size) * 0.8 + (common / Math.max(wanted.size, given.size)) * 0.2;
}

/** From where on a name is offered though its spelling differs. */
const NEAR = 0.6;

/**
 * Manufacturers by what was typed so far: those whose names have all words of it, then those spelled nearly so. Without
 * words all, in their order: the ones served last come first.
 */
export function matching(search: string, known: readonly KnownSme[], most = 8): KnownSme[] {
	const words = plain(search).split(/\s+/).filter(Boolean);
	if (words.length === 0) return known.slice(0, most);
	const rated = known.map((sme) => {
		const name = plain(sme.name);
		const has = words.every((word) => name.includes(word));
		return {
			sme,
			score: has ? 2 + Number(name.startsWith(words[0] ?? "")) : nearness(search, sme.name),
		};
	});
	return rated
		.filter(({ score }) => score >= NEAR)
		.sort((one, other) => other.score - one.score)
		.slice(0, most)
		.map(({ sme }) => sme);
}
