import type { Database } from "../../shared/database/database.ts";
import { byId, groupBy } from "../../shared/loader-results.ts";
import { loaderStore } from "../../shared/loaders.ts";
import type { PageRequest } from "../../shared/pagination/connection.ts";
import { allPhases } from "./funding/queries.ts";
import { entitlementsByIds, entitlementsOf, tiersByIds, tiersOf } from "./membership/queries.ts";
import { allNetworks, countInstitutes, institutePages, networksOf } from "./network/queries.ts";
import {
	allDocuments,
	allDoubts,
	allIndicators,
	observationsOf,
	type Subject,
} from "./observation/queries.ts";
import { callsBy, roadmapAreasByIds, roadmapOf } from "./project/queries.ts";
import { type AssetTable, type RowOf, rowsByIds, rowsOfInstitutes, type Table } from "./queries.ts";

/** One request's DataLoaders. */
export function createLoaders(database: Database) {
	const loader = loaderStore();
	/** A whole small table, read once, under the key "all". */
	const whole = <Row>(name: string, read: (database: Database) => Promise<Row[]>) =>
		loader([name], async (keys) => {
			const rows = await read(database);
			return keys.map(() => rows);
		});
	const ofInstitutes = <Row extends { institute_id: string }>(
		name: string,
		read: (database: Database, ids: readonly string[]) => Promise<Row[]>,
	) =>
		loader([name], async (ids) =>
			groupBy(ids, await read(database, ids), (row) => row.institute_id),
		);
	return {
		one: <T extends Table>(table: T, fields: Set<string>) =>
			loader<RowOf[T] | null>([table, fields], async (ids) =>
				byId(ids, await rowsByIds(database, table, ids, fields)),
			),
		ofInstitute: <T extends AssetTable>(table: T, fields: Set<string>) =>
			loader<Array<RowOf[T]>>([table, "of institute", fields], async (ids) =>
				groupBy(
					ids,
					await rowsOfInstitutes(database, table, ids, fields),
					(row) => row.institute_id,
				),
			),
		networks: () => whole("networks", allNetworks),
		institutePage: (page: PageRequest, fields: Set<string>) =>
			loader(["institutes of network", page, fields], async (ids) =>
				groupBy(ids, await institutePages(database, ids, page, fields), (row) => row.network_id),
			),
		instituteCount: () => loader(["institute count"], (ids) => countInstitutes(database, ids)),
		networksOf: () => ofInstitutes("networks of institute", networksOf),
		doubts: () => whole("doubts", allDoubts),
		indicators: () => whole("indicators", allIndicators),
		documents: () => whole("documents", allDocuments),
		phases: () => whole("funding phases", allPhases),
		observations: (subject: Subject) =>
			loader(["observations", subject], async (ids) =>
				groupBy(ids, await observationsOf(database, subject, ids), (row) => row[subject]),
			),
		calls: () => ofInstitutes("calls", (_, ids) => callsBy(database, "institute_id", ids)),
		call: () => loader(["call"], async (ids) => byId(ids, await callsBy(database, "id", ids))),
		roadmapArea: () =>
			loader(["roadmap area"], async (ids) => byId(ids, await roadmapAreasByIds(database, ids))),
		roadmap: () => ofInstitutes("roadmap", roadmapOf),
		tiers: () => ofInstitutes("tiers", tiersOf),
		tier: () => loader(["tier"], async (ids) => byId(ids, await tiersByIds(database, ids))),
		entitlement: () =>
			loader(["entitlement"], async (ids) => byId(ids, await entitlementsByIds(database, ids))),
		entitlements: () =>
			loader(["entitlements"], async (ids) =>
				groupBy(ids, await entitlementsOf(database, ids), (row) => row.tier_id),
			),
	};
}

/** Made once per request. */
export type Context = { database: Database; loaders: ReturnType<typeof createLoaders> };
