import type { EntityManager } from "typeorm";
import { badInput, HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { lockPart } from "../database/lock.ts";
import { PartnerRow } from "../database/rows.ts";
import { appendToLog } from "../log/append.ts";
import { authorise } from "../policy.ts";
import type { RegisterPartnerInput } from "./input.ts";
import { nameFaults, throwFaults } from "./input-faults.ts";
import { insertKey, readKey } from "./key.ts";
import {
	contactFaults,
	hostFaults,
	namespaceOf,
	overlapping,
	quotaFaults,
	slugFault,
} from "./rules.ts";

async function checkFree(manager: EntityManager, id: string, namespace: string): Promise<void> {
	const rows = await manager.find(PartnerRow);
	if (rows.some((row) => row.id === id))
		throw new HubError("CONFLICT", `input.id: there is a partner "${id}" already`);
	const taken = overlapping(
		namespace,
		rows.map((row) => row.namespace),
	);
	if (taken.length > 0)
		throw badInput(
			"input.id",
			`its root fields would begin with "${namespace}", which clashes with "${taken[0]}" of another partner; choose another id`,
		);
}

export async function registerPartner(
	context: Context,
	input: RegisterPartnerInput,
): Promise<PartnerRow> {
	const actor = authorise(context.viewer, "register partners");
	throwFaults([
		...slugFault("id", input.id),
		...nameFaults(input.name),
		...contactFaults(input.contacts),
		...hostFaults(input.hosts ?? []),
		...quotaFaults(input.quota ?? {}),
	]);
	const key = await readKey("input.key", input.key);
	return context.database.write(async (manager) => {
		await lockPart(manager, "registry");
		const namespace = namespaceOf(input.id);
		await checkFree(manager, input.id, namespace);
		const at = new Date().toISOString();
		const row: PartnerRow = {
			id: input.id,
			name: input.name,
			status: "ACTIVE",
			status_reason: null,
			namespace,
			contacts: JSON.stringify(input.contacts),
			terms: input.terms ?? "1",
			hosts: JSON.stringify(input.hosts ?? []),
			quota: JSON.stringify(input.quota ?? {}),
			registered_at: at,
			registered_by: actor.by,
		};
		await manager.insert(PartnerRow, row);
		await insertKey(manager, row.id, key, at);
		await appendToLog(manager, actor, {
			action: "registerPartner",
			partnerId: row.id,
			detail: { name: row.name, terms: row.terms, key: key.jwk, kid: key.id },
		});
		return row;
	});
}
