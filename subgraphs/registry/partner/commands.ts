import type { EntityManager } from "typeorm";
import { badFields, badInput, type FieldFault, HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { hold } from "../database/lock.ts";
import { PartnerRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { authorised } from "../policy.ts";
import type { ChangePartnerInput, RegisterPartnerInput } from "./input.ts";
import { insertKey, readKey } from "./key.ts";
import { heldPartner } from "./lock.ts";
import {
	contactFaults,
	hostFaults,
	namespaceOf,
	overlapping,
	quotaFaults,
	slugFault,
} from "./rules.ts";

function throwFaults(faults: FieldFault[]): void {
	if (faults.length > 0)
		throw badFields(faults.map(({ path, message }) => ({ path: `input.${path}`, message })));
}

function nameFaults(name: string): FieldFault[] {
	if (name.trim() !== "" && name.length <= 200) return [];
	return [{ path: "name", message: "must have 1 to 200 characters" }];
}

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
			`its root fields would begin with "${namespace}", which cannot be told from "${taken[0]}" of another partner; choose another id`,
		);
}

export async function registerPartner(
	context: Context,
	input: RegisterPartnerInput,
): Promise<PartnerRow> {
	const actor = authorised(context.viewer, "register partners");
	throwFaults([
		...slugFault("id", input.id),
		...nameFaults(input.name),
		...contactFaults(input.contacts),
		...hostFaults(input.hosts ?? []),
		...quotaFaults(input.quota ?? {}),
	]);
	const key = await readKey("input.key", input.key);
	return context.database.write(async (manager) => {
		await hold(manager, "registry");
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

export async function changePartner(
	context: Context,
	input: ChangePartnerInput,
): Promise<PartnerRow> {
	const actor = authorised(context.viewer, "change partners");
	const { id, name, contacts, hosts, terms, quota } = input;
	throwFaults([
		...(name ? nameFaults(name) : []),
		...(contacts ? contactFaults(contacts) : []),
		...(hosts ? hostFaults(hosts) : []),
		...quotaFaults(quota ?? {}),
	]);
	return context.database.write(async (manager) => {
		const before = await heldPartner(manager, id);
		const after: PartnerRow = {
			...before,
			name: name ?? before.name,
			contacts: contacts ? JSON.stringify(contacts) : before.contacts,
			hosts: hosts ? JSON.stringify(hosts) : before.hosts,
			terms: terms ?? before.terms,
			quota: quota ? JSON.stringify(quota) : before.quota,
		};
		await manager.update(PartnerRow, { id }, after);
		await noteServedChanged(manager);
		const changed = Object.keys(input).filter((field) => field !== "id" && input[field as "name"]);
		await appendToLog(manager, actor, {
			action: "changePartner",
			partnerId: id,
			detail: { name: after.name, terms: after.terms, changed },
		});
		return after;
	});
}

/** Suspends a partner at once, or lets it back in. The same again changes nothing. */
export async function setPartnerStatus(
	context: Context,
	id: string,
	status: "ACTIVE" | "SUSPENDED",
	reason: string,
): Promise<PartnerRow> {
	const actor = authorised(context.viewer, "suspend partners");
	if (reason.trim() === "") throw badInput("reason", "is empty; say why in a sentence");
	return context.database.write(async (manager) => {
		const before = await heldPartner(manager, id);
		if (before.status === status) return before;
		const after = { ...before, status, status_reason: status === "SUSPENDED" ? reason : null };
		await manager.update(PartnerRow, { id }, after);
		await noteServedChanged(manager);
		await appendToLog(manager, actor, {
			action: status === "SUSPENDED" ? "suspendPartner" : "reinstatePartner",
			partnerId: id,
			detail: { reason },
		});
		return after;
	});
}
