import type { Reader } from "../../../shared/database/reader-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { type Likeness, likeness } from "../name-matching/likeness.ts";
import { comparable } from "../name-matching/names.ts";
import { nearnessTo, piecesOfName } from "../name-matching/similarity.ts";
import {
	type Candidate,
	candidates,
	identifiersOf,
	type PartialSmeRow,
	STORED_FIELDS,
	smesByIds,
	smesIdentifiedBy,
} from "./queries.ts";

/** A manufacturer that may be the same, how likely, 0 to 1, and why, in one sentence. */
export type Duplicate = { sme: PartialSmeRow; score: number; reasons: [string] };

/** Most names that are compared in full. */
const MOST_COMPARED = 100;
const MOST_DUPLICATES = 10;

/** The candidates that are compared in full. */
function nearest(matchName: string, found: Candidate[], identified: Set<string>): Candidate[] {
	const nearness = nearnessTo(matchName);
	return found
		.map((sme) => ({ sme, near: identified.has(sme.id) ? 1 : nearness(sme.match_name) }))
		.filter(({ near }) => near > 0)
		.sort((one, other) => other.near - one.near)
		.slice(0, MOST_COMPARED)
		.map(({ sme }) => sme);
}

/**
 * Manufacturers that the viewer sees and that are likely the same as `wanted`, the likeliest first, at most ten. For a
 * merged one, the manufacturer that it was merged into is returned.
 */
export async function duplicatesOf(
	database: Reader,
	viewer: Viewer,
	wanted: Likeness,
): Promise<Duplicate[]> {
	const matchName = comparable(wanted.name);
	const identified = await smesIdentifiedBy(database, wanted.identifiers);
	const found = await candidates(
		database,
		viewer,
		{ matchName, pieces: piecesOfName(wanted.name), state: wanted.state },
		identified,
	);
	const close = nearest(matchName, found, new Set(identified));
	const ids = close.map((sme) => sme.id);
	const [known, roots] = await Promise.all([
		identifiersOf(database, wanted.identifiers.length > 0 ? ids : []),
		smesByIds(database, viewer, ids, STORED_FIELDS),
	]);
	const best = new Map<string, Duplicate>();
	for (const candidate of close) {
		const identifiers = known.filter((identifier) => identifier.sme_id === candidate.id);
		const like = likeness(wanted, { ...candidate, identifiers });
		const root = roots.find((row) => row.asked === candidate.id);
		if (!like || !root || like.score <= (best.get(root.id)?.score ?? 0)) continue;
		const { asked, ...sme } = root;
		const merged = asked === sme.id ? "" : `; as "${candidate.name}", which was merged into it`;
		best.set(sme.id, { sme, score: like.score, reasons: [`${like.reason}${merged}`] });
	}
	return [...best.values()]
		.sort((one, other) => other.score - one.score || (one.sme.id < other.sme.id ? -1 : 1))
		.slice(0, MOST_DUPLICATES);
}
