import type { Config } from "../../../shared/config.ts";
import type { Database, DatabaseDefinition, Storage } from "../../../shared/database/database.ts";
import { compareSchema, schemaOf, unfitness } from "../../../shared/database/fitness.ts";
import {
	ENGAGEMENTS_DATABASE,
	openEngagementsDatabase,
} from "../../../subgraphs/engagements/database/open.ts";
import {
	INSTITUTES_DATABASE,
	openInstitutesDatabase,
} from "../../../subgraphs/institutes/database/open.ts";
import { MEP_DATABASE, openMepDatabase } from "../../../subgraphs/mep/database/open.ts";
import {
	openRegistryDatabase,
	REGISTRY_DATABASE,
} from "../../../subgraphs/registry/database/open.ts";
import { IMPORTS_DATABASE, openImportsDatabase } from "../../rest/imports/database.ts";
import { openSessionsDatabase, SESSIONS_DATABASE } from "../../session/database.ts";

type Known = {
	definition: DatabaseDefinition;
	open(storage: Storage): Promise<Database>;
};

/** Every database of the hub: a file each, or a schema each. */
export const DATABASES: readonly Known[] = [
	{ definition: INSTITUTES_DATABASE, open: openInstitutesDatabase },
	{ definition: MEP_DATABASE, open: openMepDatabase },
	{ definition: ENGAGEMENTS_DATABASE, open: openEngagementsDatabase },
	{ definition: REGISTRY_DATABASE, open: openRegistryDatabase },
	{ definition: SESSIONS_DATABASE, open: openSessionsDatabase },
	{ definition: IMPORTS_DATABASE, open: openImportsDatabase },
];

/** Where a hub has its data, and what reads it there. */
export type DataPlace = Pick<Config, "dataDir" | "databaseUrl">;

export type DatabaseState = {
	name: string;
	applied: string[];
	pending: string[];
	unknown: string[];
	/** Why this version of the hub cannot use it. */
	unfit?: string;
};

/** How far each database is, one after another so that a server gets one connection. Changes nothing. */
export async function statesOf(place: DataPlace): Promise<DatabaseState[]> {
	const states: DatabaseState[] = [];
	for (const { definition } of DATABASES) {
		const schema = await schemaOf(place, definition.name);
		states.push({
			name: definition.name,
			applied: schema.applied,
			...compareSchema(schema, definition),
			unfit: unfitness(schema, definition),
		});
	}
	return states;
}

/** Throws an Error where there are no databases of a hub. */
export async function refuseNoData(place: DataPlace): Promise<DatabaseState[]> {
	const states = await statesOf(place);
	if (states.some(({ applied }) => applied.length > 0)) return states;
	throw new Error(
		place.databaseUrl
			? "HUB_DATABASE_URL: there is no data of a hub in it"
			: `HUB_DATA_DIR: ${place.dataDir}: there is no data of a hub in it`,
	);
}
