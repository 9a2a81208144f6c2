import type { Database } from "../../../shared/database/database.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { duplicatesOf } from "../sme/duplicates.ts";
import { comparable, comparablePlace } from "../sme/names.ts";
import { toSme } from "../sme/present.ts";
import { smeByMatch } from "../sme/queries.ts";
import type { ImportRow } from "./row.ts";
import { type ImportManufacturer, ImportMatch } from "./type.ts";

type Row = { line: number; row: Pick<ImportRow, "sme">; faults: FieldFault[] };
type Named = { line: number; name: string; city: string | null; state: string | null };

const placeOf = (city: string | null) => city && comparablePlace(city);

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
 * which of those look like others that the actor sees. Of one that is known in another city, that is told too. Rows
 * that name one by its id, or wrongly, are left out.
 */
export async function manufacturersOf(
	database: Database,
	actor: Actor,
	rows: readonly Row[],
): Promise<ImportManufacturer[]> {
	// What is public names no confidential manufacturer.
	const published = actor.role === "PROGRAM_OFFICE";
	const found: ImportManufacturer[] = [];
	for (const named of namedIn(rows)) {
		const { name, city, state } = named;
		const place = { city, state };
		const sme = await smeByMatch(database, actor, null, comparable(name), place, published);
		const elsewhere = sme?.city && city && placeOf(sme.city) !== placeOf(city);
		const alike =
			sme && !elsewhere
				? []
				: await duplicatesOf(database, actor, { name, city, state, identifiers: [] });
		const candidates = alike.map((one) => ({ ...one, sme: toSme(one.sme) }));
		const would = candidates.length > 0 ? ImportMatch.LIKELY_TWIN : ImportMatch.NEW;
		const match = sme ? ImportMatch.MATCHES : would;
		found.push({ ...named, match, sme: sme ? toSme(sme) : null, candidates });
	}
	return found;
}
