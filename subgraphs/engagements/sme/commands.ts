import { In } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";
import { badInput, type FieldFault, HubError, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { freshSme } from "../database/fresh.ts";
import { EngagementRow, SmeIdentifierRow, SmeRow } from "../database/rows.ts";
import { textFault } from "../engagement/rules.ts";
import { authorised } from "../policy.ts";
import { keyFaults, reasonFaults, throwFaults } from "../record/checks.ts";
import { checkRevision } from "../record/conflict.ts";
import { newId } from "../record/ids.ts";
import { firstAnswer, once, type Request } from "../record/once.ts";
import { keepRevision } from "../record/revise.ts";
import { type Duplicate, duplicatesOf } from "./duplicates.ts";
import type { IdentifierInput, RegisterSmeInput } from "./input.ts";
import { moveRecords, subtreeOf } from "./merge.ts";
import { toSme } from "./present.ts";
import { smesByIds } from "./queries.ts";
import { isUei } from "./rules.ts";

/** A manufacturer as its revisions keep it. */
export type SmeSnapshot = SmeRow & { identifiers?: Array<{ scheme: string; value: string }> };

const plain = ({ scheme, value }: IdentifierInput) => ({
	scheme: scheme as string,
	value: value.trim().toUpperCase(),
});

function faultsOf(input: RegisterSmeInput): FieldFault[] {
	const faults = keyFaults(input.clientMutationId);
	const texts = { name: input.name, city: input.city };
	for (const [path, text] of Object.entries(texts)) {
		const message = typeof text === "string" ? textFault(text, 200) : undefined;
		if (message) faults.push({ path, message });
	}
	if (input.state && !/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(input.state))
		faults.push({
			path: "state",
			message: `"${input.state.slice(0, 40)}" is not a state; write ISO 3166-2 such as US-GA`,
		});
	if (input.naics && !/^\d{2,6}$/.test(input.naics))
		faults.push({
			path: "naics",
			message: `"${input.naics.slice(0, 40)}" is not two to six digits`,
		});
	if (
		typeof input.employees === "number" &&
		!(input.employees >= 0 && input.employees <= 10_000_000)
	)
		faults.push({
			path: "employees",
			message: `${input.employees} is out of range; 0 to 10,000,000`,
		});
	for (const [index, { scheme, value }] of (input.identifiers ?? []).map(plain).entries()) {
		const path = `identifiers.${index}.value`;
		if (scheme === "UEI" && !isUei(value))
			faults.push({
				path,
				message: `"${value.slice(0, 40)}" is not a UEI: 12 characters, the last one a checksum; look for a typing mistake`,
			});
		if (scheme === "CAGE" && !/^[0-9A-HJ-NP-Z]{5}$/.test(value))
			faults.push({
				path,
				message: `"${value.slice(0, 40)}" is not a CAGE code: 5 characters without I and O`,
			});
	}
	return faults;
}

export type Registered = {
	sme?: SmeSnapshot;
	duplicates: Duplicate[];
};

/** Registers a manufacturer, or returns those that look like it. */
export async function registerSme(context: Context, input: RegisterSmeInput): Promise<Registered> {
	const actor = authorised(context.viewer, "register manufacturers");
	throwFaults(faultsOf(input));
	const { clientMutationId: key, createAnyway, ...content } = input;
	const request: Request = { operation: "registerSme", key, content };
	const first = await firstAnswer<SmeSnapshot>(context.database, actor, request);
	if (first) return { sme: first, duplicates: [] };
	const identifiers = (input.identifiers ?? []).map(plain);
	if (!createAnyway) {
		const { name, city = null, state = null } = input;
		const wanted = { name, city, state, identifiers };
		const duplicates = await duplicatesOf(context.database, context.viewer, wanted);
		if (duplicates.length > 0) return { duplicates };
	}
	const sme = await context.database.write((manager) =>
		once(manager, actor, request, async () => {
			const row = freshSme({
				id: newId("sme"),
				name: input.name.trim(),
				city: input.city ?? null,
				state: input.state ?? null,
				naics: input.naics ?? null,
				employees: input.employees ?? null,
				larger_group: input.largerGroup ?? null,
				center_id: "center" in actor ? actor.center : null,
				synthetic: context.synthetic,
			});
			await manager.insert(SmeRow, row);
			for (const { scheme, value } of identifiers)
				await manager.insert(SmeIdentifierRow, {
					id: `${row.id}~${scheme}~${value}`,
					sme_id: row.id,
					scheme,
					value,
				});
			const after: SmeSnapshot = { ...row, identifiers };
			await keepRevision(manager, actor, {
				type: "SME",
				action: "registered",
				before: null,
				after,
			});
			return after;
		}),
	);
	return { sme, duplicates: [] };
}

export type MergeInput = {
	keep: string;
	merge: string;
	revision: number;
	reason: string;
	clientMutationId?: string | null;
};

/** Makes one manufacturer stand under another; its id keeps resolving and its records keep the id they were logged under. */
export async function mergeSmes(context: Context, input: MergeInput): Promise<SmeSnapshot> {
	const { viewer, database } = context;
	const actor = authorised(viewer, "merge manufacturers");
	const { clientMutationId: key, ...content } = input;
	throwFaults([...keyFaults(key), ...reasonFaults(input.reason, true)], "");
	const request: Request = { operation: "mergeSmes", key, content };
	const first = await firstAnswer<SmeSnapshot>(database, actor, request);
	if (first) return first;
	const seen = new Map(
		(await smesByIds(database, viewer, [input.keep, input.merge], [])).map((row) => [
			row.asked,
			row.id,
		]),
	);
	for (const id of [input.keep, input.merge]) if (!seen.has(id)) throw notFound("Sme", id);
	if (seen.get(input.keep) === seen.get(input.merge))
		throw badInput("merge", "the two are the same manufacturer already");
	for (const path of ["keep", "merge"] as const)
		if (seen.get(input[path]) !== input[path])
			throw badInput(
				path,
				`${input[path]} was merged into ${seen.get(input[path])}; name that one`,
			);
	return database.write((manager) =>
		once(manager, actor, request, async () => {
			await lock(manager, "manufacturers");
			const before = await manager.findOneByOrFail(SmeRow, { id: input.merge });
			await checkRevision(manager, "SME", before, input.revision, toSme);
			const keep = await manager.findOneByOrFail(SmeRow, { id: input.keep });
			if (keep.root_id !== keep.id || before.root_id !== before.id)
				throw new HubError(
					"CONFLICT",
					"keep: one of the two was merged just now; look at them and decide anew",
				);
			if ("center" in actor) {
				const centers = await manager.find(EngagementRow, {
					select: { center_id: true },
					where: { sme_id: input.merge },
				});
				const foreign = [before.center_id, ...centers.map((row) => row.center_id)].some(
					(center) => center !== null && center !== actor.center,
				);
				if (foreign || before.center_id === null)
					throw new HubError(
						"FORBIDDEN",
						`${input.merge} is not of your center alone; ask the program office to merge it`,
					);
			}
			if (before.visibility === "PUBLIC" && keep.visibility !== "PUBLIC")
				throw badInput(
					"keep",
					`${keep.id} is confidential and ${before.id} is public; keep the public one`,
				);
			await manager.update(SmeRow, { root_id: input.merge }, { root_id: input.keep });
			const after = {
				...before,
				merged_into: input.keep,
				root_id: input.keep,
				revision: before.revision + 1,
			};
			await manager.update(SmeRow, { id: input.merge }, after);
			await moveRecords(manager, { sme_id: In([input.merge]) }, input.keep);
			await keepRevision(manager, actor, {
				type: "SME",
				action: "merged",
				before,
				after,
				reason: input.reason,
			});
			return { ...keep };
		}),
	);
}

export type UnmergeInput = {
	id: string;
	revision: number;
	reason: string;
	clientMutationId?: string | null;
};

/** Undoes a merge: the manufacturer and what was merged into it before stand on their own again. */
export async function unmergeSme(context: Context, input: UnmergeInput): Promise<SmeSnapshot> {
	const { viewer, database } = context;
	const actor = authorised(viewer, "merge manufacturers");
	const { clientMutationId: key, ...content } = input;
	throwFaults([...keyFaults(key), ...reasonFaults(input.reason, true)], "");
	const request: Request = { operation: "unmergeSme", key, content };
	const [seen] = await smesByIds(database, viewer, [input.id], []);
	if (!seen) throw notFound("Sme", input.id);
	return database.write((manager) =>
		once(manager, actor, request, async () => {
			await lock(manager, "manufacturers");
			const before = await manager.findOneByOrFail(SmeRow, { id: input.id });
			if (before.merged_into === null)
				throw badInput("id", `${input.id} is not merged into another`);
			await checkRevision(manager, "SME", before, input.revision, toSme);
			if ("center" in actor && before.center_id !== actor.center)
				throw new HubError(
					"FORBIDDEN",
					`${input.id} is not of your center; ask the program office`,
				);
			const subtree = await subtreeOf(manager, input.id);
			await manager.update(SmeRow, { id: In(subtree) }, { root_id: input.id });
			const after = {
				...before,
				merged_into: null,
				root_id: input.id,
				revision: before.revision + 1,
			};
			await manager.update(SmeRow, { id: input.id }, after);
			await moveRecords(manager, { logged_sme_id: In(subtree) }, input.id);
			await keepRevision(manager, actor, {
				type: "SME",
				action: "unmerged",
				before,
				after,
				reason: input.reason,
			});
			return after;
		}),
	);
}
