import { randomUUID } from "node:crypto";
import {
	type Database,
	type DatabaseDefinition,
	openDatabase,
	type Storage,
} from "../../../shared/database/database.ts";
import { CallDayRow, CallLatencyRow, SchemaChangesRow } from "./count-rows.ts";
import { PartnerEventRow, WebhookDeliveryRow, WebhookEndpointRow } from "./event-rows.ts";
import { EventsAndStanding1700000007000 } from "./events-migration.ts";
import { Registry1700000000000 } from "./migrations.ts";
import { Ownership1700000006000 } from "./migrations-ownership.ts";
import {
	DisclosedRecordRow,
	DisclosureRow,
	LogRow,
	OperationCountRow,
	OperationFieldRow,
	OperationPartnerRow,
	OperationRow,
} from "./record-rows.ts";
import {
	GrantRow,
	OwnershipRow,
	PartnerKeyRow,
	PartnerRow,
	StateRow,
	SubgraphRow,
	SupergraphRow,
	UsedProofRow,
	VersionRow,
} from "./rows.ts";

/** Its tables, and how they came about. */
export const REGISTRY_DATABASE: DatabaseDefinition = {
	name: "registry",
	rows: [
		PartnerRow,
		PartnerKeyRow,
		UsedProofRow,
		GrantRow,
		SubgraphRow,
		VersionRow,
		OwnershipRow,
		SupergraphRow,
		StateRow,
		LogRow,
		OperationRow,
		OperationFieldRow,
		OperationPartnerRow,
		OperationCountRow,
		DisclosureRow,
		DisclosedRecordRow,
		PartnerEventRow,
		WebhookEndpointRow,
		WebhookDeliveryRow,
		CallDayRow,
		CallLatencyRow,
		SchemaChangesRow,
	],
	migrations: [Registry1700000000000, Ownership1700000006000, EventsAndStanding1700000007000],
};

/** Opens (and migrates) the registry's own tables; a new registry gets an id, which proofs name. */
export async function openRegistryDatabase(storage: Storage): Promise<Database> {
	const database = await openDatabase({ ...storage, ...REGISTRY_DATABASE });
	await database.write((manager) =>
		manager
			.createQueryBuilder()
			.insert()
			.into(StateRow)
			.values([
				{ id: "hub", value: randomUUID() },
				{ id: "served", value: randomUUID() },
			])
			.orIgnore()
			.execute(),
	);
	return database;
}
