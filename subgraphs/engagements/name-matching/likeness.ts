import { foldChinese } from "../../../shared/chinese.ts";
import { comparable, comparablePlace, readName } from "./names.ts";
import { compareNames } from "./similarity.ts";

export type Likeness = {
	name: string;
	state: string | null;
	city: string | null;
	identifiers: Array<{ scheme: string; value: string }>;
};

/** Factor of the places of two manufacturers, and how the reason words it. */
const PLACES = {
	SAME_CITY: [0.98, ", in the same city"],
	SAME_STATE: [0.92, ", in the same state"],
	UNKNOWN: [0.88, "; one of the places is not known"],
	OTHER_CITY: [0.8, ", in the same state but in another city"],
	OTHER_STATE: [0.7, ", in another state"],
} as const;

/** Factor if each has a different identifier of one scheme. */
const OTHER_IDENTIFIER = 0.7;

/** Threshold from which two manufacturers are shown as likely duplicates; chosen with the labelled pairs (docs/duplicates.md). */
export const ALIKE = 0.6;

function placeOf(one: Likeness, other: Likeness): keyof typeof PLACES {
	if (one.state !== null && other.state !== null && one.state !== other.state) return "OTHER_STATE";
	const cities = [one.city, other.city].map((city) => city && comparablePlace(city));
	if (cities[0] && cities[0] === cities[1]) return "SAME_CITY";
	if (one.state === null || other.state === null) return "UNKNOWN";
	return cities[0] && cities[1] ? "OTHER_CITY" : "SAME_STATE";
}

const TRADING_AS =
	/[\s(,]+(?:d\/?b\/?a|d\.b\.a\.|doing business as|trading as|t\/a|f\/?k\/?a|formerly|a\/?k\/?a)\s+/i;
const MOST_NAMES = 3;

/** The names that one holds: a firm may be written with the name under which it trades or traded. */
const namesIn = (name: string) =>
	name
		.split(TRADING_AS)
		.filter((part) => part.trim() !== "")
		.slice(0, MOST_NAMES);

const written = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** In what two spellings of one name differ, in words. */
function differencesOf(one: string, other: string): string {
	if (written(one) === written(other)) return "the same name";
	const [mine, theirs] = [readName(one), readName(other)];
	const found: string[] = [];
	if (mine.legalForm !== theirs.legalForm) found.push("the legal form");
	const traditional = [one, other].map((name) => foldChinese(name) !== name);
	if (traditional[0] !== traditional[1]) found.push("simplified or traditional characters");
	if (mine.written !== theirs.written || found.length === 0) found.push("the spelling");
	return `the same name but for ${found.join(" and ")}`;
}

type NameLikeness = { alike: number; reason: string };

function likenessOfNames(one: string, other: string, cities: ReadonlySet<string>): NameLikeness {
	if (comparable(one) === comparable(other)) return { alike: 1, reason: differencesOf(one, other) };
	const { similarity, difference } = compareNames(one, other, cities);
	const alike = Math.min(0.97, similarity);
	return { alike, reason: difference ?? `a similar name (${Math.round(100 * alike)} % alike)` };
}

/** An identifier that both have, and a scheme in which each has another one. */
function identifiersOf(one: Likeness, other: Likeness) {
	const written = ({ scheme, value }: Likeness["identifiers"][number]) => `${scheme}, ${value}`;
	const theirs = new Set(other.identifiers.map(written));
	const schemes = new Set(other.identifiers.map(({ scheme }) => scheme));
	return {
		shared: one.identifiers
			.map(written)
			.filter((text) => theirs.has(text))
			.sort()
			.at(-1),
		apart: one.identifiers
			.map(({ scheme }) => scheme)
			.filter((scheme) => schemes.has(scheme))
			.sort()
			.at(-1),
	};
}

/** The two names, of those that each holds, that are most alike. */
function bestOfNames(one: Likeness, other: Likeness): NameLikeness {
	const cities = new Set([one, other].flatMap(({ city }) => readName(city ?? "").words));
	let best: NameLikeness = { alike: 0, reason: "" };
	for (const mine of namesIn(one.name))
		for (const theirs of namesIn(other.name)) {
			const found = likenessOfNames(mine, theirs, cities);
			if (found.alike > best.alike) best = found;
		}
	return best;
}

/**
 * How likely two manufacturers are the same, 0 to 1, and why, in one sentence; undefined where too little speaks for
 * it. An identifier in common settles it. Otherwise the names count, more in the same city, less in another state, and
 * less where each has another identifier of one scheme. It is the same whichever is named first.
 */
export function likeness(
	one: Likeness,
	other: Likeness,
): { score: number; reason: string } | undefined {
	if (one.name > other.name) return likeness(other, one);
	const { shared, apart } = identifiersOf(one, other);
	if (shared) return { score: 1, reason: `the same ${shared}` };
	const { alike, reason } = bestOfNames(one, other);
	const [factor, where] = PLACES[placeOf(one, other)];
	const score = alike * factor * (apart ? OTHER_IDENTIFIER : 1);
	if (score < ALIKE) return undefined;
	return { score, reason: `${reason}${where}${apart ? `, but with another ${apart}` : ""}` };
}
