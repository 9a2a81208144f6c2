import type { Context } from "../context.ts";
import { PartnerRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { authorise } from "../policy.ts";
import type { ChangePartnerInput } from "./input.ts";
import { nameFaults, throwFaults } from "./input-faults.ts";
import { lockPartner } from "./lock.ts";
import { contactFaults, hostFaults, quotaFaults } from "./rules.ts";
export async function changePartner(
	context: Context,
	input: ChangePartnerInput,
): Promise<PartnerRow> {
	const actor = authorise(context.viewer, "change partners");
	const { id, name, contacts, hosts, terms, quota } = input;
	throwFaults([
		...(name ? nameFaults(name) : []),
		...(contacts ? contactFaults(contacts) : []),
		...(hosts ? hostFaults(hosts) : []),
		...quotaFaults(quota ?? {}),
	]);
	return context.database.write(async (manager) => {
		const before = await lockPartner(manager, id);
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
