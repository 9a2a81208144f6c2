import type { Database } from "../../../shared/database/database.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { SmeRow } from "../database/rows.ts";
import { toSme } from "../sme/present.ts";
import { candidates, smesByNames } from "../sme/queries.ts";
import { comparable, likeness } from "../sme/rules.ts";
import type { ImportRow } from "./row.ts";
import { type ImportManufacturer, ImportMatch } from "./type.ts";

const MOST_CANDIDATES = 5;
/** Names are compared in full with so many that have the most three-letter pieces in common. */
const MOST_COMPARED = 50;

type Row = { line: number; row: Pick<ImportRow, "sme">; faults: FieldFault[] };
type Named = { line: number; name: string; city: string | null; state: string | null };

const placeOf = (city: string | null) => city && comparable(city);

/**
 * Of manufacturers of one name and state, the one that a row with this city means: the one in that city, otherwise one
 * whose city nobody knows; without a city the first. Undefined where all are in other cities.
 */
export function inCity<T extends { city: string | null }>(
	namesakes: readonly T[],
	city: string | null,
): T | undefined {
	if (city === null) return namesakes[0];
	return (
		namesakes.find((sme) => placeOf(sme.city) === placeOf(city)) ??
		namesakes.find((sme) => sme.city === null)
	);
}

function pieces(text: string): Set<string> {
	const padded = `  ${text} `;
	return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Finds those of many names that have the most pieces in common with one. */
function indexed(smes: readonly SmeRow[]): (name: string) => SmeRow[] {
	const having = new Map<string, number[]>();
	for (const [index, sme] of smes.entries())
		for (const piece of pieces(comparable(sme.name))) {
			const others = having.get(piece);
			if (others) others.push(index);
			else having.set(piece, [index]);
		}
	return (name) => {
		const common = new Map<number, number>();
		for (const piece of pieces(name))
			for (const index of having.get(piece) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
		return [...common]
			.sort(([, one], [, other]) => other - one)
			.slice(0, MOST_COMPARED)
			.flatMap(([index]) => smes[index] ?? []);
	};
}

const likeliest = ({ name, city, state }: Named, others: readonly SmeRow[]) =>
	others
		.flatMap((sme) => {
			const like = likeness({ name, city, state, identifiers: [] }, { ...sme, identifiers: [] });
			return like ? [{ sme: toSme(sme), ...like }] : [];
		})
		.sort((one, other) => other.score - one.score || (one.sme.id < other.sme.id ? -1 : 1))
		.slice(0, MOST_CANDIDATES);

/** The manufacturers that rows name by name, each once. */
function namedIn(rows: readonly Row[]): Named[] {
	const named = new Map<string, Named>();
	for (const { line, row, faults } of rows) {
		const { id, name, city = null, state = null } = row.sme;
		if (id !== null || faults.some(({ path }) => path.startsWith("sme_"))) continue;
		const key = JSON.stringify([comparable(name), state, placeOf(city)]);
		if (!named.has(key)) named.set(key, { line, name, city, state });
	}
	return [...named.values()];
}

/**
 * The manufacturers that rows name, each once, in the order of the rows: which are known, which would be made, and
 * which of those look like others that the actor sees. Rows that name one by its id, or wrongly, are left out.
 */
export async function manufacturersOf(
	database: Database,
	actor: Actor,
	rows: readonly Row[],
): Promise<ImportManufacturer[]> {
	const named = namedIn(rows);
	if (named.length === 0) return [];
	const names = [...new Set(named.map(({ name }) => comparable(name)))];
	// What is public names no confidential manufacturer.
	const published = actor.role === "PROGRAM_OFFICE";
	const known = await smesByNames(database, actor, names, published);
	const near = new Map<string | null, ReturnType<typeof indexed>>();
	const found: ImportManufacturer[] = [];
	for (const one of named) {
		const name = comparable(one.name);
		const namesakes = known.filter((sme) => sme.match_name === name);
		const same = namesakes.filter((sme) => sme.state === one.state);
		const match = inCity(same, one.city);
		if (match) {
			found.push({ ...one, match: ImportMatch.MATCHES, sme: toSme(match), candidates: [] });
			continue;
		}
		const nearby =
			near.get(one.state) ?? indexed(await candidates(database, actor, name, one.state, []));
		near.set(one.state, nearby);
		const others = new Map([...namesakes, ...nearby(name)].map((sme) => [sme.id, sme]));
		const twins = likeliest(one, [...others.values()]);
		const would = twins.length > 0 ? ImportMatch.LIKELY_TWIN : ImportMatch.NEW;
		found.push({ ...one, match: would, sme: null, candidates: twins });
	}
	return found;
}
