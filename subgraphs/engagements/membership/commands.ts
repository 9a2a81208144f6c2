import { parsePartialDate } from "../../../shared/dates.ts";
import { type FieldFault, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { freshMembership } from "../database/fresh.ts";
import { MembershipRow } from "../database/rows.ts";
import { askOwners, referenceFaults, tiersIn } from "../engagement/owned.ts";
import { textFault } from "../engagement/rules.ts";
import { authorised, checkOwn } from "../policy.ts";
import { keyFaults, latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { checkRevision } from "../record/conflict.ts";
import { newId } from "../record/ids.ts";
import { firstAnswer, once, type Request } from "../record/once.ts";
import { keepRevision } from "../record/revise.ts";
import { smesByIds } from "../sme/queries.ts";
import { toMembership } from "./present.ts";
import { membershipsByIds, membershipsOf } from "./queries.ts";
import { type Held, overlap } from "./rules.ts";
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

/** All that is wrong with a new membership, and the manufacturer under which it counts. */
async function check(
	context: Context,
	input: RecordMembershipInput,
): Promise<{ faults: FieldFault[]; smeId: string }> {
	const { database, viewer } = context;
	const { smeId, instituteId, tierId, startsOn, endsOn, note } = input;
	const faults = [...dateFaults({ startsOn, endsOn }), ...spanFaults(startsOn, endsOn)];
	const noteFault = note ? textFault(note, LONGEST_NOTE) : undefined;
	if (noteFault) faults.push({ path: "note", message: noteFault });
	const details = { kind: "FACILITY_ACCESS", instituteId };
	const [[sme], owned] = await Promise.all([
		smesByIds(database, viewer, [smeId], []),
		askOwners(context.ask, [details]),
	]);
	faults.push(...referenceFaults(owned, details));
	const tiers = tiersIn(owned, instituteId);
	const names = tiers.map(({ id }) => id).join(", ");
	if (tierId && !tiers.some(({ id }) => id === tierId))
		faults.push({
			path: "tierId",
			message: `"${tierId.slice(0, 60)}" is no tier of ${instituteId}${names && `; it has ${names}`}`,
		});
	if (!tierId && tiers.length > 0)
		faults.push({ path: "tierId", message: `is missing; ${instituteId} has ${names}` });
	if (!sme) faults.push({ path: "smeId", message: `there is no Sme with the id "${smeId}"` });
	const held: Held = {
		institute_id: instituteId,
		tier_id: tierId ?? null,
		started_on: startsOn ?? null,
		ended_on: endsOn ?? null,
	};
	const others = sme ? await membershipsOf(database, viewer, sme.id) : [];
	const clash = others.find((one) => one.institute_id === instituteId && overlap(one, held));
	if (clash && faults.length === 0)
		faults.push({
			path: "startsOn",
			message: `${clash.id} is in force in that time; end it with endMembership first`,
		});
	return { faults, smeId: sme?.id ?? smeId };
}

/** Records that a manufacturer is a member of an institute. */
export async function recordMembership(
	context: Context,
	input: RecordMembershipInput,
): Promise<MembershipRow> {
	const actor = authorised(context.viewer, "record memberships");
	const { clientMutationId: key, ...content } = input;
	throwFaults(keyFaults(key));
	const request: Request = { operation: "recordMembership", key, content };
	const first = await firstAnswer<MembershipRow>(context.database, actor, request);
	if (first) return first;
	const { faults, smeId } = await check(context, input);
	throwFaults(faults);
	return context.database.write((manager) =>
		once(manager, actor, request, async () => {
			const after = freshMembership({
				id: newId("mem"),
				sme_id: smeId,
				logged_sme_id: input.smeId,
				institute_id: input.instituteId,
				tier_id: input.tierId ?? null,
				started_on: input.startsOn ?? null,
				ended_on: input.endsOn ?? null,
				note: input.note ?? null,
				center_id: "center" in actor ? actor.center : null,
				synthetic: context.synthetic,
				source_document: `recorded by ${actor.subject}`,
			});
			await manager.insert(MembershipRow, after);
			await keepRevision(manager, actor, {
				type: "MEMBERSHIP",
				action: "recorded",
				before: null,
				after,
			});
			return after;
		}),
	);
}

export type EndInput = {
	id: string;
	revision: number;
	endsOn: string;
	reason: string;
	clientMutationId?: string | null;
};

/** Says when a membership ended. */
export async function endMembership(context: Context, input: EndInput): Promise<MembershipRow> {
	const actor = authorised(context.viewer, "record memberships");
	const { clientMutationId: key, ...content } = input;
	const { endsOn, reason } = input;
	throwFaults([...keyFaults(key), ...reasonFaults(reason, true), ...dateFaults({ endsOn })], "");
	const request: Request = { operation: "endMembership", key, content };
	const [seen] = await membershipsByIds(context.database, context.viewer, [input.id]);
	if (!seen) throw notFound("Membership", input.id);
	checkOwn(actor, seen.center_id);
	return context.database.write((manager) =>
		once(manager, actor, request, async () => {
			const before = await manager.findOneByOrFail(MembershipRow, { id: input.id });
			await checkRevision(manager, "MEMBERSHIP", before, input.revision, toMembership);
			throwFaults(spanFaults(before.started_on, endsOn), "");
			const after = { ...before, ended_on: endsOn, revision: before.revision + 1 };
			await manager.update(MembershipRow, { id: input.id }, after);
			await keepRevision(manager, actor, {
				type: "MEMBERSHIP",
				action: "ended",
				before,
				after,
				reason,
			});
			return after;
		}),
	);
}
