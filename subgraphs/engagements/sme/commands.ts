import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { SmeRow } from "../database/rows.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand } from "../record/command.ts";
import { lockManufacturers } from "../record/locks.ts";
import { checkRevision } from "../record/optimistic-lock.ts";
import { type Duplicate, duplicatesOf } from "./duplicates.ts";
import { plainIdentifier, smeColumnsOf, smeFaults } from "./fields.ts";
import type { AmendSmeInput, RegisterSmeInput } from "./input.ts";
import { toSme } from "./present.ts";
import { identifiersOf, smesByIds } from "./queries.ts";
import { changeSme, createSme, type SmeSnapshot } from "./repository.ts";

export type Registered = {
	sme?: SmeSnapshot;
	duplicates: Duplicate[];
};

/** Ends a registration that found likely duplicates. */
class LikelyDuplicates extends Error {
	constructor(readonly duplicates: Duplicate[]) {
		super("likely duplicates");
	}
}

/** Registers a manufacturer, or returns likely duplicates. */
export async function registerSme(context: Context, input: RegisterSmeInput): Promise<Registered> {
	const { clientMutationId: key, createAnyway, ...content } = input;
	const identifiers = (input.identifiers ?? []).map(plainIdentifier);
	try {
		const sme = await runCommand<void, SmeSnapshot>(context, {
			operation: "registerSme",
			key,
			content,
			permission: "register manufacturers",
			prefix: "input",
			async check() {
				throwFaults(smeFaults(input));
				if (createAnyway) return;
				const { name, city = null, state = null } = input;
				const wanted = { name, city, state, identifiers };
				const duplicates = await duplicatesOf(context.database, context.viewer, wanted);
				if (duplicates.length > 0) throw new LikelyDuplicates(duplicates);
			},
			change: (transaction) =>
				createSme(transaction, "registered", input, "CONFIDENTIAL", identifiers),
		});
		return { sme, duplicates: [] };
	} catch (error) {
		if (error instanceof LikelyDuplicates) return { duplicates: error.duplicates };
		throw error;
	}
}

/** Changes a manufacturer; for the center that registered it and for the program office. */
export async function amendSme(context: Context, input: AmendSmeInput): Promise<SmeSnapshot> {
	const { clientMutationId: key, ...content } = input;
	const { id, revision, reason, identifiers, ...details } = content;
	const nulls = Object.entries(content).flatMap(([name, value]) => (value === null ? [name] : []));
	return runCommand(context, {
		operation: "amendSme",
		key,
		content: { ...content, nulls: nulls.sort() },
		permission: "amend manufacturers",
		prefix: "input",
		async check() {
			const faults = [...smeFaults(input), ...reasonFaults(reason, false)];
			if (details.name === null) faults.push({ path: "name", message: "is missing" });
			throwFaults(faults);
			const [seen] = await smesByIds(context.database, context.viewer, [id], []);
			if (!seen) throw notFound("Sme", id);
			if (seen.id !== id)
				throw badInput("input.id", `${id} was merged into ${seen.id}; name that one`);
		},
		lock: (manager) => lockManufacturers(manager),
		async change(transaction) {
			const { manager, actor } = transaction;
			const row = await manager.findOneByOrFail(SmeRow, { id });
			if ("center" in actor && row.center_id !== actor.center)
				throw new HubError(
					"FORBIDDEN",
					`${id} was not registered by ${actor.center}; ask the program office`,
				);
			await checkRevision(manager, "SME", row, revision, toSme);
			const known = (await identifiersOf(readerIn(manager), [id])).map(plainIdentifier);
			const patch: Partial<SmeSnapshot> = {
				...smeColumnsOf(details),
				...(identifiers && { identifiers: identifiers.map(plainIdentifier) }),
			};
			return changeSme(transaction, "amended", { ...row, identifiers: known }, patch, reason);
		},
	});
}
