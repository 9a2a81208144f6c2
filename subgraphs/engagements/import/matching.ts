import type { Database } from "../../../shared/database/database.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { likeness } from "../name-matching/likeness.ts";
import { comparable, comparablePlace, nearestTo } from "../name-matching/names.ts";
import { nearnessTo, piecesOfName } from "../name-matching/similarity.ts";
import { toSme } from "../sme/present.ts";
import {
	type Candidate,
	candidates,
	type PartialSmeRow,
	STORED_FIELDS,
	smesByIds,
	smesByNames,
} from "../sme/queries.ts";
import type { ImportRow } from "./parse-row.ts";
import { type ImportManufacturer, ImportMatch } from "./type.ts";

const MOST_CANDIDATES = 5;
/** Most names that are compared in full. */
const MOST_COMPARED = 50;

type Row = { line: number; row: Pick<ImportRow, "sme">; faults: FieldFault[] };
type Named = { line: number; name: string; city: string | null; state: string | null };
type Twin = { id: string; score: number; reasons: string[] };

/** The candidates most similar to a name, the likeliest first. */
function likeliest(one: Named, found: readonly Candidate[]): Twin[] {
	const nearness = nearnessTo(comparable(one.name));
	return found
		.map((sme) => ({ sme, near: nearness(sme.match_name) }))
		.filter(({ near }) => near > 0)
		.sort((mine, other) => other.near - mine.near)
		.slice(0, MOST_COMPARED)
		.flatMap(({ sme }) => {
			const like = likeness({ ...one, identifiers: [] }, { ...sme, identifiers: [] });
			return like ? [{ id: sme.id, score: like.score, reasons: [like.reason] }] : [];
		})
		.sort((mine, other) => other.score - mine.score || (mine.id < other.id ? -1 : 1))
		.slice(0, MOST_CANDIDATES);
}

/** The manufacturers that rows identify by name, each once. */
function namedIn(rows: readonly Row[]): Named[] {
	const named = new Map<string, Named>();
	for (const { line, row, faults } of rows) {
		const { id, name, city = null, state = null } = row.sme;
		if (id !== null || faults.some(({ path }) => path.startsWith("sme_"))) continue;
		const key = JSON.stringify([comparable(name), state, city && comparablePlace(city)]);
		if (!named.has(key)) named.set(key, { line, name, city, state });
	}
	return [...named.values()];
}

/**
 * The manufacturers of the rows, each once, in order: which are known, which would be created, and which of these look
 * like others that the actor sees. Rows with the id of a manufacturer, or with faults in it, are left out.
 */
export async function manufacturersOf(
	database: Database,
	actor: Actor,
	rows: readonly Row[],
): Promise<ImportManufacturer[]> {
	const named = namedIn(rows);
	if (named.length === 0) return [];
	const names = [...new Set(named.map(({ name }) => comparable(name)))];
	// Public records may not refer to confidential manufacturers.
	const published = actor.role === "PROGRAM_OFFICE";
	const known = await smesByNames(database, actor, names, published);
	const nearby = new Map<string, Candidate[]>();
	/** Candidates of a state are read once for all rows; without a state, by pieces of the name. */
	async function near({ name, state }: Named): Promise<Candidate[]> {
		const place = state ?? `without a state: ${name}`;
		const pieces = state === null ? piecesOfName(name) : [];
		const wanted = { matchName: comparable(name), pieces, state };
		const found = nearby.get(place) ?? (await candidates(database, actor, wanted, []));
		nearby.set(place, found);
		return found;
	}
	const twins = new Map<Named, Twin[]>();
	const matches = new Map<Named, PartialSmeRow>();
	for (const one of named) {
		const namesakes = known.filter((sme) => sme.match_name === comparable(one.name));
		const same = namesakes.filter((sme) => sme.state === one.state);
		const match = nearestTo(one.city, same);
		if (match) matches.set(one, match);
		else {
			const others = new Map([...namesakes, ...(await near(one))].map((sme) => [sme.id, sme]));
			twins.set(one, likeliest(one, [...others.values()]));
		}
	}
	const ids = [...twins.values()].flat().map(({ id }) => id);
	const shown = new Map(
		(await smesByIds(database, actor, [...new Set(ids)], STORED_FIELDS)).map((row) => [
			row.asked,
			toSme(row),
		]),
	);
	return named.map((one) => {
		const match = matches.get(one);
		if (match) return { ...one, match: ImportMatch.MATCHES, sme: toSme(match), candidates: [] };
		const found = (twins.get(one) ?? []).flatMap(({ id, ...like }) => {
			const sme = shown.get(id);
			return sme ? [{ sme, ...like }] : [];
		});
		const would = found.length > 0 ? ImportMatch.LIKELY_TWIN : ImportMatch.NEW;
		return { ...one, match: would, sme: null, candidates: found };
	});
}
