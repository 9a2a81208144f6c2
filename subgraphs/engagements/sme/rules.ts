/** Fewer employees than this make a manufacturer small. */
const SMALL_BELOW = 500;

/** Whether a manufacturer is small; null where that cannot be told. */
export function isSmall(employees: number | null, largerGroup: boolean | null): boolean | null {
	if (employees === null) return null;
	if (employees >= SMALL_BELOW) return false;
	return largerGroup ? null : true;
}

const LEGAL_FORMS =
	/\b(incorporated|inc|llc|llp|lp|ltd|limited|co|corp|corporation|company|plc|gmbh)\b/g;

/** A name as names are compared: without case, accents, punctuation and legal form. */
export function comparable(name: string): string {
	const plain = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/&/g, " and ")
		.replace(/[^\p{L}\p{N}]+/gu, " ");
	const bare = plain.replace(LEGAL_FORMS, " ").replace(/\s+/g, " ").trim();
	return bare || plain.trim();
}

function trigrams(text: string): Set<string> {
	const padded = `  ${text} `;
	return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** How alike two comparable names are: the share of three-letter pieces they have in common, 0 to 1. */
function similarity(one: string, other: string): number {
	const left = trigrams(one);
	const right = trigrams(other);
	const common = [...left].filter((piece) => right.has(piece)).length;
	return common / (left.size + right.size - common);
}

export type Likeness = {
	name: string;
	state: string | null;
	city: string | null;
	identifiers: Array<{ scheme: string; value: string }>;
};

const ALIKE = 0.45;

/**
 * How likely two manufacturers are the same, 0 to 1, and why; undefined where nothing speaks for it.
 * An identifier in common settles it; otherwise the name counts, more in the same place, less in another state.
 */
export function likeness(
	one: Likeness,
	other: Likeness,
): { score: number; reasons: string[] } | undefined {
	const same = one.identifiers.find((mine) =>
		other.identifiers.some(
			(theirs) => theirs.scheme === mine.scheme && theirs.value === mine.value,
		),
	);
	if (same) return { score: 1, reasons: [`the same ${same.scheme}, ${same.value}`] };
	const alike = similarity(comparable(one.name), comparable(other.name));
	if (alike < ALIKE) return undefined;
	const reasons = [alike === 1 ? "the same name" : `a similar name (${Math.round(alike * 100)} %)`];
	const sameState = one.state !== null && one.state === other.state;
	if (one.state !== null && other.state !== null && !sameState)
		return alike === 1 ? { score: 0.5, reasons: [...reasons, "in another state"] } : undefined;
	const cityOf = (sme: Likeness) => sme.city && comparable(sme.city);
	const sameCity = sameState && cityOf(one) !== null && cityOf(one) === cityOf(other);
	if (sameCity) reasons.push("in the same city");
	else if (sameState) reasons.push("in the same state");
	return { score: Math.min(0.99, alike * (sameCity ? 0.98 : sameState ? 0.9 : 0.7)), reasons };
}
