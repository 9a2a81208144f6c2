import { readerIn } from "../../../shared/database/reader-in.ts";
import { parsePartialDate } from "../../../shared/dates.ts";
import { badInput, type FieldFault, notFound } from "../../../shared/errors.ts";
import { text } from "../../../shared/formats.ts";
import type { Context } from "../context.ts";
import { MembershipRow } from "../database/rows.ts";
import { checkOwnCenter } from "../policy.ts";
import { formatFaults, latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand, type Transaction } from "../record/command.ts";
import { newId } from "../record/ids.ts";
import { lockManufacturers } from "../record/locks.ts";
import { checkRevision } from "../record/optimistic-lock.ts";
import { keepRevision } from "../record/revisions.ts";
import { askReferences, referenceFaults, tiersIn } from "../remote/entities.ts";
import { smesByIds } from "../sme/queries.ts";
import { rootOf } from "../sme/root.ts";
import { newMembership } from "./new.ts";
import { toMembership } from "./present.ts";
import { membershipsByIds, membershipsOf } from "./queries.ts";
import { overlap } from "./rules.ts";
import type { RecordMembershipInput } from "./type.ts";

const LONGEST_NOTE = 1000;

function dateFaults(dates: Record<string, string | null | undefined>): FieldFault[] {
	return Object.entries(dates).flatMap(([path, text]) => {
		if (text === null || text === undefined) return [];
		const date = parsePartialDate(text);
		if (!date)
			return [
				{
					path,
					message: `"${text.slice(0, 40)}" is not a date; write 2018, 2018-03 or 2018-03-07`,
				},
			];
		if (path === "startsOn" && date.first > latestToday())
			return [{ path, message: `${text} lies in the future` }];
		return [];
	});
}

function spanFaults(startsOn?: string | null, endsOn?: string | null): FieldFault[] {
	const [start, end] = [startsOn, endsOn].map((text) =>
		text ? parsePartialDate(text) : undefined,
	);
	return start && end && end.last < start.first
		? [{ path: "endsOn", message: `${endsOn} is before startsOn, ${startsOn}` }]
		: [];
}

/** Everything that is wrong with a new membership and can be checked without a lock. */
async function faultsOf(context: Context, input: RecordMembershipInput): Promise<FieldFault[]> {
	const { database, viewer } = context;
	const { smeId, instituteId, tierId, startsOn, endsOn, note } = input;
	const faults = [...dateFaults({ startsOn, endsOn }), ...spanFaults(startsOn, endsOn)];
	faults.push(...formatFaults({ note }, { note: text(LONGEST_NOTE) }));
	const references = { instituteId };
	const [[sme], entities] = await Promise.all([
		smesByIds(database, viewer, [smeId], []),
		askReferences(context.ask, [references]),
	]);
	faults.push(...referenceFaults(entities, references));
	const tiers = tiersIn(entities, instituteId);
	const names = tiers.map(({ id }) => id).join(", ");
	if (tierId && !tiers.some(({ id }) => id === tierId))
		faults.push({
			path: "tierId",
			message: `"${tierId.slice(0, 60)}" is no tier of ${instituteId}${names && `; it has ${names}`}`,
		});
	if (!tierId && tiers.length > 0)
		faults.push({ path: "tierId", message: `is missing; ${instituteId} has ${names}` });
	if (!sme) faults.push({ path: "smeId", message: `there is no Sme with the id "${smeId}"` });
	return faults;
}

/** Throws BAD_USER_INPUT if the manufacturer has another membership at the institute in that time. */
async function checkFree(
	{ manager, actor, pathOf }: Transaction,
	row: MembershipRow,
): Promise<void> {
	const others = await membershipsOf(readerIn(manager), actor, row.sme_id);
	const clash = others.find((one) => one.institute_id === row.institute_id && overlap(one, row));
	if (clash)
		throw badInput(
			pathOf("startsOn"),
			`${clash.id} is in force in that time; end it with endMembership first`,
		);
}

/** Records that a manufacturer is a member of an institute. */
export async function recordMembership(
	context: Context,
	input: RecordMembershipInput,
): Promise<MembershipRow> {
	const { clientMutationId: key, ...content } = input;
	return runCommand(context, {
		operation: "recordMembership",
		key,
		content,
		permission: "record memberships",
		prefix: "input",
		async check() {
			throwFaults(await faultsOf(context, input));
		},
		lock: (manager) => lockManufacturers(manager),
		async change(transaction) {
			const { manager, actor, synthetic } = transaction;
			const sme = await rootOf(transaction, input.smeId);
			const after = newMembership({
				id: newId("mem"),
				sme_id: sme.id,
				logged_sme_id: input.smeId,
				institute_id: input.instituteId,
				tier_id: input.tierId ?? null,
				started_on: input.startsOn ?? null,
				ended_on: input.endsOn ?? null,
				note: input.note ?? null,
				center_id: "center" in actor ? actor.center : null,
				synthetic,
				source_document: `recorded by ${actor.subject}`,
			});
			await checkFree(transaction, after);
			await manager.insert(MembershipRow, after);
			const change = { type: "MEMBERSHIP", action: "recorded", before: null, after } as const;
			await keepRevision(manager, actor, change);
			return after;
		},
	});
}

export type EndInput = {
	id: string;
	revision: number;
	endsOn: string;
	reason: string;
	clientMutationId?: string | null;
};

/** Sets the end of a membership. */
export async function endMembership(
	context: Context,
	{ clientMutationId: key, ...content }: EndInput,
): Promise<MembershipRow> {
	const { id, revision, endsOn, reason } = content;
	return runCommand(context, {
		operation: "endMembership",
		key,
		content,
		permission: "record memberships",
		prefix: "",
		async check(actor) {
			throwFaults([...reasonFaults(reason, true), ...dateFaults({ endsOn })], "");
			const [seen] = await membershipsByIds(context.database, actor, [id]);
			if (!seen) throw notFound("Membership", id);
			checkOwnCenter(actor, seen.center_id);
		},
		async change({ manager, actor }) {
			const before = await manager.findOneByOrFail(MembershipRow, { id });
			await checkRevision(manager, "MEMBERSHIP", before, revision, toMembership);
			throwFaults(spanFaults(before.started_on, endsOn), "");
			const after = { ...before, ended_on: endsOn, revision: before.revision + 1 };
			await manager.update(MembershipRow, { id, revision: before.revision }, after);
			const change = { type: "MEMBERSHIP", action: "ended", before, after, reason } as const;
			await keepRevision(manager, actor, change);
			return after;
		},
	});
}
