import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { Institute } from "../synthetic/reference.ts";
import type { Ask } from "../synthetic/with-engagements.ts";
import type { Planned } from "./plan.ts";

type Seen = { id: string; revision: number };
/** Who works on the records of a center. */
export type Staff = { staff: Viewer; manager: Viewer };

const KINDS = [
	"ASSISTANCE",
	"TRAINING",
	"FACILITY_ACCESS",
	"ASSISTANCE",
	"TECH_TRANSFER",
	"EVENT",
	"TRAINING",
	"REFERRAL",
] as const;
const PRACTICES = ["LEAN", "QUALITY", "CYBERSECURITY", "GROWTH", "SUPPLY_CHAIN"];

/** What is said of the service, by its kind; an institute with a facility takes part where the kind needs one. */
function detailsOf(index: number, institute: Institute) {
	const kind = KINDS[index % KINDS.length] as (typeof KINDS)[number];
	switch (kind) {
		case "ASSISTANCE":
			return { kind, practice: PRACTICES[index % PRACTICES.length] };
		case "TRAINING":
			return { kind, peopleTrained: 3 + (index % 9) };
		case "FACILITY_ACCESS":
			return {
				kind,
				instituteId: institute.id,
				facilityId: institute.facilityIds[0],
				hours: 4 + (index % 12),
				feePaid: true,
			};
		case "TECH_TRANSFER":
			return { kind, instituteId: institute.id, mrlFrom: 4, mrlTo: 5 + (index % 3) };
		default:
			return { kind };
	}
}

const CHANGES: Record<string, string> = {
	submit:
		"mutation($id: ID!, $revision: Int!) { changed: submitEngagement(id: $id, revision: $revision) { id revision } }",
	approve:
		"mutation($id: ID!, $revision: Int!) { changed: approveEngagement(id: $id, revision: $revision) { id revision } }",
	return:
		"mutation($id: ID!, $revision: Int!, $reason: String!) { changed: returnEngagement(id: $id, revision: $revision, reason: $reason) { id revision } }",
	void: "mutation($id: ID!, $revision: Int!, $reason: String!) { changed: voidEngagement(id: $id, revision: $revision, reason: $reason) { id revision } }",
};

const REASONS: Record<string, string> = {
	return: "Synthetic: please say which machine it was about.",
	void: "Synthetic: entered twice.",
};

/** Logs an engagement as the center's staff do, and takes it as far as planned; returns its id. */
export async function logPlanned(
	ask: Ask,
	{ staff, manager }: Staff,
	center: string,
	planned: Planned & { smeId: string; institute: Institute },
): Promise<string> {
	const { index, startedOn, step, smeId, institute } = planned;
	const input = {
		clientMutationId: `sandbox-${center}-eng-${index}`,
		smeId,
		startedOn,
		title: `Visit ${index + 1} (synthetic)`,
		note: "Synthetic: made for the sandbox.",
		...detailsOf(index, institute),
	};
	const { logged } = await ask<{ logged: Seen }>(
		"mutation($input: LogEngagementInput!) { logged: logEngagement(input: $input) { id revision } }",
		{ input },
		staff,
	);
	let seen = logged;
	const change = async (name: string, viewer: Viewer) => {
		const variables = { ...seen, reason: REASONS[name] };
		seen = (await ask<{ changed: Seen }>(CHANGES[name] as string, variables, viewer)).changed;
	};
	if (step !== "draft") await change("submit", staff);
	if (step !== "draft" && step !== "submit") await change(step, manager);
	return seen.id;
}
