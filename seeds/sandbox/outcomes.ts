import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { Ask } from "../synthetic/with-engagements.ts";
import type { Staff } from "./log-engagement.ts";
import { dayBefore } from "./plan.ts";

/** An engagement that counts, of a manufacturer that reports an outcome. */
type Covered = { id: string; smeId: string; startedOn: string; employees: number };

type Kind = {
	metric: string;
	/** In US dollars or jobs, by the number of employees. */
	value(employees: number): number;
	/** Who reviews it, and with which result; it stays as it is without. */
	review?: { by: "manager" | "office"; verification: string };
};

const OFFICE: Viewer = { role: "PROGRAM_OFFICE", subject: "office-1 (synthetic)" };

/** In turn. The hub itself marks what is beyond the bound for the firm's size as an outlier. */
const KINDS: readonly Kind[] = [
	{ metric: "NEW_SALES", value: (employees) => employees * 2_000_000 },
	{ metric: "COST_SAVINGS", value: (employees) => employees * 1500 },
	{
		metric: "NEW_SALES",
		value: (employees) => employees * 4000,
		review: { by: "manager", verification: "CENTER_CHECKED" },
	},
	{
		metric: "INVESTMENT",
		value: (employees) => employees * 2500,
		review: { by: "office", verification: "VERIFIED" },
	},
	{ metric: "JOBS_CREATED", value: (employees) => employees * 5 },
	{
		metric: "RETAINED_SALES",
		value: (employees) => employees * 90_000,
		review: { by: "office", verification: "DISPUTED" },
	},
];

const MONTHS_IN_DAYS = 30;

/** Reports an outcome for each engagement, of which each is another manufacturer's, and reviews some. */
export async function reportOutcomes(
	ask: Ask,
	{ staff, manager }: Staff,
	center: string,
	covered: readonly Covered[],
): Promise<void> {
	for (const [index, { id, smeId, startedOn, employees }] of covered.entries()) {
		const { metric, value, review } = KINDS[index % KINDS.length] as Kind;
		const claim = { metric, value: value(employees) };
		const input = {
			clientMutationId: `sandbox-${center}-out-${index}`,
			smeId,
			windowStart: startedOn,
			windowEnd: dayBefore(startedOn, -MONTHS_IN_DAYS),
			covers: [id],
			claims: [metric.startsWith("JOBS") ? claim : { ...claim, currency: "USD" }],
		};
		const { outcome } = await ask<{ outcome: { id: string; revision: number } }>(
			"mutation($input: ReportOutcomeInput!) { outcome: reportOutcome(input: $input) { id revision } }",
			{ input },
			staff,
		);
		if (review)
			await ask(
				"mutation($id: ID!, $revision: Int!, $verification: Verification!, $reason: String!) { reviewOutcome(id: $id, revision: $revision, verification: $verification, reason: $reason) { id } }",
				{ ...outcome, verification: review.verification, reason: "Synthetic: for the sandbox." },
				review.by === "office" ? OFFICE : manager,
			);
	}
}
